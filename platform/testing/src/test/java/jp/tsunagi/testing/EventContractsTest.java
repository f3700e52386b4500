package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Requirement("R4.10")
class EventContractsTest {

    private static final Pattern TYPE = Pattern.compile("\"(jp\\.tsunagi\\.[a-z.-]+\\.v[0-9]+)\"");

    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");

    @ParameterizedTest
    @MethodSource("jp.tsunagi.testing.EventExamples#types")
    void everyExampleKeepsItsSchema(String type) {
        assertEquals(type, EventExamples.read(type).type());
    }

    /** The types of referrals are made of the names of commands; referral-service checks those. */
    @Test
    void everyTypeThatAProducerNamesHasAnExample() throws IOException {
        Path root = Path.of(System.getProperty("tsunagi.root"));
        Set<String> named = new TreeSet<>();
        for (MatchResult module : MODULE.matcher(Files.readString(root.resolve("pom.xml")))
                .results()
                .toList()) {
            Path sources = root.resolve(module.group(1)).resolve("src/main/java");
            if (Files.exists(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        TYPE.matcher(Files.readString(file)).results().forEach(found -> named.add(found.group(1)));
                    }
                }
            }
        }

        assertTrue(named.contains("jp.tsunagi.consultation.advised.v1"), named + " was read wrongly");
        named.removeAll(EventExamples.types());
        assertEquals(Set.of(), named, "types without an example");
    }

    @Test
    void aSchemaRefusesWhatItDoesNotDescribe() {
        String type = "jp.tsunagi.consultation.received.v1";
        ObjectNode data = EventExamples.read(type).data();

        assertThrows(
                AssertionError.class,
                () -> EventExamples.check(type, data.deepCopy().put("name", "x")));
        assertThrows(
                AssertionError.class,
                () -> EventExamples.check(type, data.deepCopy().put("at", "yesterday")));
        ObjectNode incomplete = data.deepCopy();
        incomplete.remove("consultationId");
        assertThrows(AssertionError.class, () -> EventExamples.check(type, incomplete));
    }
}
