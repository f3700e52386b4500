package jp.tsunagi.intake.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reason that an event may carry leads to a constant, and every constant has a label. */
class DeskReasonTest {

    @ParameterizedTest
    @EnumSource
    void aPublishedReasonIsItself(ReasonCode code) {
        assertEquals(code, new DeskReason(code.code()).published());
    }

    @ParameterizedTest
    @EnumSource
    void aReasonOfIntakesOwnIsItself(DeskReason.Unlisted reason) {
        assertNull(new DeskReason(reason.code()).published());
        assertEquals(reason, new DeskReason(reason.code()).unlisted());
    }

    /** Read from the sources of referral-service, so that a rule that is added there is labelled here. */
    static Stream<String> whatStopsADelivery() throws IOException {
        Path referral =
                Path.of(System.getProperty("tsunagi.root"), "referral-service/src/main/java/jp/tsunagi/referral");
        List<String> found = new ArrayList<>(List.of("SUPERVISOR_REQUIRED"));
        for (String folder : List.of("sending", "disclosure")) {
            try (Stream<Path> files = Files.list(referral.resolve(folder))) {
                for (Path file : files.toList()) {
                    Files.readAllLines(file).stream()
                            .filter(line -> !line.contains("Severity.HINT"))
                            .flatMap(line -> Pattern.compile("ReferralProblem\\.([A-Z_]+)")
                                    .matcher(line)
                                    .results())
                            .forEach(problem -> found.add(problem.group(1)));
                }
            }
        }
        return found.stream().distinct().map(Coded::kebab);
    }

    @ParameterizedTest
    @MethodSource("whatStopsADelivery")
    void whatReferralServiceAnnouncesHasALabelOfItsOwn(String code) {
        assertEquals(code, new DeskReason(code).unlisted().code());
    }

    @Test
    void theSourcesOfReferralServiceAreFound() throws IOException {
        assertTrue(whatStopsADelivery().toList().containsAll(List.of("basis-missing", "desk-not-accepting")));
    }

    @Test
    void aReasonNobodyHeardOfCountsAsNotDelivered() {
        assertEquals(DeskReason.Unlisted.NOT_DELIVERED, new DeskReason("invented-tomorrow").unlisted());
    }
}
