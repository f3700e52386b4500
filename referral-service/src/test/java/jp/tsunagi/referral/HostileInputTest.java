package jp.tsunagi.referral;

import static jp.tsunagi.referral.ReferralClient.as;
import static jp.tsunagi.referral.ReferralClient.fresh;
import static jp.tsunagi.referral.ReferralClient.send;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.Tokens;
import jp.tsunagi.testing.fuzz.Fuzzer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs last, because it fills the tables. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Order(Integer.MAX_VALUE)
@Requirement("F11")
class HostileInputTest {

    private static final String[] FIELDS = {
        "key",
        "version",
        "reasonCode",
        "note",
        "suggestedDesk",
        "until",
        "question",
        "answer",
        "audience",
        "outcomes",
        "visibleToConsulter",
        "replacement"
    };

    @Test
    void nothingThatIsSentBreaksTheServiceOrIsFoundInALog() {
        ReferralClient.importDirectory();
        Fuzzer fuzzer = Fuzzer.ofThisService()
                .as("the receiver", ReferralClient::sia)
                .as("the sender", ReferralClient::counsellor)
                .as("an administrator", () -> Tokens.staff("admin-demo", "IHAHO", "platform-admin"))
                .as("a loader", () -> Tokens.machine("directory-loader", "IHAHO", "directory:write"))
                .as(
                        "staff of two agencies",
                        () -> Tokens.staffOf("nakano", java.util.List.of("SIA", "TOKYO"), "agency-staff"))
                .at("/v1/referrals", () -> Map.of("/consultationRef", fresh(), "/targetDesk", "SIA_HIBO"))
                .at("/v1/referrals/{id}", HostileInputTest::aReferral)
                .at("/v1/desks", () -> Map.of("code", "SIA_HIBO", "If-Match", version("SIA_HIBO")))
                .at("/partner", HostileInputTest::aReferral)
                .at("/directory", () -> Map.of("code", "SIA_HIBO"))
                .form("GET", "/directory")
                .form("GET", "/directory/{code}")
                .form("GET", "/partner", "state", "cursor")
                .form("GET", "/partner/outbox", "state", "cursor")
                .form("GET", "/partner/referrals/{id}")
                .form("GET", "/partner/referrals/{id}/reject")
                .knownFailure(
                        "chunks: (of|with) a (broken|negative|huge).*(no answer|stays open)",
                        "Vert.x waits for the rest of a broken chunk until its read timeout")
                .knownFailure(
                        "path \\w+: (half an escape|no escape).*(400 with nothing|not in the audit)",
                        "Vert.x refuses half an escape before any handler and keeps the connection")
                .publishing("tsunagi.desk");
        for (String command : new String[] {
            "accept", "reject", "hold", "report-progress", "ask-information", "complete", "mark-in-error", "withdraw"
        }) {
            fuzzer.form("POST", "/partner/referrals/{id}/" + command, FIELDS);
        }
        fuzzer.run();
    }

    private static Map<String, String> aReferral() {
        return Map.of("id", send("SIA_HIBO"), "If-Match", "\"1\"", "version", "1", "key", fresh(), "note", "a note");
    }

    private static String version(String desk) {
        return as(ReferralClient.sia()).get("/v1/desks/" + desk).header("ETag");
    }
}
