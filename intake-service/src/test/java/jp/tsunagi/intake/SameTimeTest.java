package jp.tsunagi.intake;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.ResponseTimes;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is answered alike is answered in the same time. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class SameTimeTest {

    @TestHTTPResource
    URI service;

    @Test
    @DisplayName("UX-16: a code that opens nothing is answered in the same time, whatever is wrong with it")
    @Requirement("R6.2")
    void everyCodeThatOpensNothing() {
        double ratio = ResponseTimes.ratio(
                404,
                400,
                List.of(
                        round -> withCode("%016d".formatted(9_999_000_000_000_000L + round), round, 0),
                        round -> withCode("no code " + round, round, 1),
                        round -> withCode("12", round, 2)));

        assertTrue(ratio < 1.15, "ratio of the medians: " + ratio);
    }

    @Test
    @Requirement("R8.4")
    void aCaseOfAnotherAgencyAndNone() {
        String foreign = IntakeClient.aFullConsultation().getString("id");

        double ratio = ResponseTimes.ratio(
                404,
                400,
                List.of(_ -> asOther(foreign), _ -> asOther(UUID.randomUUID().toString())));

        assertTrue(ratio < 1.25, "ratio of the medians: " + ratio);
    }

    /** From an address of its own, or the limit of guesses would answer. */
    private HttpRequest withCode(String code, int round, int kind) {
        return HttpRequest.newBuilder(service.resolve("/v1/mailbox"))
                .header("Confirmation-Code", code)
                .header("X-Forwarded-For", "10.%d.%d.%d".formatted(20 + kind, round / 250, 1 + round % 250))
                .build();
    }

    private HttpRequest asOther(String id) {
        return HttpRequest.newBuilder(service.resolve("/v1/consultations/" + id))
                .header("Authorization", "Bearer " + Tokens.staff("kimura", "SIA", "counsellor"))
                .build();
    }
}
