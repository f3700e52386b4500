package jp.tsunagi.referral;

import static jp.tsunagi.referral.ReferralClient.as;
import static jp.tsunagi.referral.ReferralClient.fresh;
import static jp.tsunagi.referral.ReferralClient.send;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.referral.decision.CommandShape;
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
@Requirement({"F11", "R4.8", "R4.9"})
class HostileInputTest {

    private static final String[] FIELDS = {
        "key",
        "version",
        "reasonCode",
        "note",
        "suggestedDesk",
        "resumeBy",
        "question",
        "answer",
        "audience",
        "outcomes",
        "visibleToConsulter",
        "confirm"
    };

    /** What the pages offer: all but to forward. */
    private static final List<String> ON_PAGES = Coded.codes(CommandShape.class).stream()
            .filter(command -> !command.equals("forward"))
            .toList();

    @Test
    void nothingThatIsSentBreaksTheServiceOrIsFoundInALog() {
        ReferralClient.importDirectory();
        Fuzzer fuzzer = Fuzzer.ofThisService()
                .as("the receiver", ReferralClient::sia)
                .as("staff of the receiver", () -> ReferralClient.staffOf("SIA"))
                .as("the sender", ReferralClient::origin)
                .as("a leader of the sender", ReferralClient::leader)
                .as("a supervisor of the sender", () -> Tokens.staff("suzuki", "ZENSOKYO", "supervisor"))
                .as("an agency that may not send itself", ReferralClient::counsellor)
                .as("an administrator", () -> Tokens.staff("admin-demo", "IHAHO", "platform-admin"))
                .as("a loader", () -> Tokens.machine("directory-loader", "IHAHO", "directory:write"))
                .as("staff of two agencies", () -> Tokens.staffOf("nakano", List.of("SIA", "TOKYO"), "agency-staff"))
                .at("/v1/referrals", () -> Map.of("/consultationRef", fresh(), "/targetDesk", "SIA_HIBO"))
                .at("/v1/referrals/{id}", () -> values(send("SIA_HIBO")))
                .at("/v1/desks", HostileInputTest::aDesk, _ -> aDesk())
                .at("/partner", () -> values(send("SIA_HIBO")))
                .at("/directory", () -> Map.of("code", "SIA_HIBO"))
                .at("/help", () -> Map.of("need", "talk"))
                .form("GET", "/help")
                .form("GET", "/help/{need}")
                .form("GET", "/directory")
                .form("GET", "/directory/{code}")
                .form("GET", "/partner", "state", "cursor")
                .form("GET", "/partner/outbox", "state", "cursor")
                .form("GET", "/partner/referrals/{id}")
                .form("GET", "/partner/referrals/{id}/reject")
                .form("POST", "/partner/drafts", "draft", "key", "note", "discard")
                .knownFailure(
                        "chunks: (of|with) a (broken|negative|huge).*(no answer|stays open)",
                        "Vert.x waits for the rest of a broken chunk until its read timeout")
                .publishing("tsunagi.desk");
        for (String command : Coded.codes(CommandShape.class)) {
            Supplier<Map<String, String>> ready = () -> ready(command);
            fuzzer.at("/v1/referrals/{id}/" + command, ready, HostileInputTest::current);
            fuzzer.at("/partner/referrals/{id}/" + command, ready, HostileInputTest::current);
        }
        for (String command : ON_PAGES) {
            fuzzer.form("POST", "/partner/referrals/{id}/" + command, FIELDS);
        }
        fuzzer.run();
    }

    /** A page asks for a reason where the example of the API gives one. */
    private static Map<String, String> ready(String command) {
        Map<String, String> values = new HashMap<>(values(ReferralsByCommand.ready(command)));
        if (HostileInputTest.class.getResource("/examples/" + command + ".json") != null) {
            values.put(
                    "reasonCode",
                    ReferralClient.example(command).path("reasonCode").asText());
        }
        return values;
    }

    private static Map<String, String> values(String id) {
        return current(Map.of(
                "id", id,
                "key", fresh(),
                "note", "a note",
                "question", "a question",
                "answer", "an answer",
                "suggestedDesk", "",
                "resumeBy", "2099-12-01",
                "outcomes", "content-removed",
                "confirm", id,
                "/confirm", id));
    }

    /** A referral that is gone keeps the version that it had. */
    private static Map<String, String> current(Map<String, String> before) {
        String tag = as(ReferralClient.origin())
                .get("/v1/referrals/" + before.get("id"))
                .header("ETag");
        Map<String, String> now = new HashMap<>(before);
        if (tag != null) {
            now.put("If-Match", tag);
            now.put("version", tag.replace("\"", ""));
        }
        return now;
    }

    private static Map<String, String> aDesk() {
        return Map.of(
                "code",
                "IPA",
                "If-Match",
                as(ReferralClient.sia()).get("/v1/desks/IPA").header("ETag"));
    }
}
