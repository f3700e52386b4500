package jp.tsunagi.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.testing.OpenApiRules;
import jp.tsunagi.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** What the service says of itself to those who use it. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class CouncilApiTest {

    @Test
    void theDocumentSaysWhatAClientNeeds() {
        OpenApiRules.check();
    }

    @Test
    void theReadmeNamesEveryProblem() throws IOException {
        String readme =
                Files.readString(Path.of(System.getProperty("tsunagi.root"), "liaison-council-service/README.md"));
        for (CouncilProblem problem : CouncilProblem.values()) {
            assertTrue(readme.contains("`" + problem.code() + "`"), problem.code());
        }
    }

    @Test
    void everyProblemHasASentenceOfItsOwnInEveryLanguage() {
        Set<String> sentences = new TreeSet<>();
        for (CouncilProblem problem : CouncilProblem.values()) {
            sentences.add(problem.detail(Locale.JAPANESE));
            sentences.add(problem.detail(Locale.ENGLISH));
        }

        assertFalse(sentences.contains(""));
        assertEquals(2 * CouncilProblem.values().length, sentences.size());
    }
}
