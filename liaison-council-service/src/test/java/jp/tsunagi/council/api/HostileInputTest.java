package jp.tsunagi.council.api;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
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

    @Test
    void nothingThatIsSentBreaksTheServiceOrIsFoundInALog() {
        Fuzzer.ofThisService()
                .as("the secretariat", () -> Tokens.staff("somebody-IHAHO", "IHAHO", "secretariat"))
                .as("a member", () -> Tokens.staff("somebody-SIA", "SIA", "council-member"))
                .as("a counsellor", () -> Tokens.staff("sato", "IHAHO", "counsellor"))
                .at("/v1/topics/{id}", HostileInputTest::aTopic)
                .at("/council", HostileInputTest::aTopic)
                .form("GET", "/council")
                .form("GET", "/council/topics/{id}")
                .form("GET", "/council/statistics", "month")
                .form("GET", "/council/admin")
                .form("GET", "/council/admin/statistics", "month")
                .form("GET", "/council/admin/topics/new")
                .form("POST", "/council/admin/topics/new", "key", "title", "body")
                .form("GET", "/council/admin/topics/{id}")
                .form("POST", "/council/admin/topics/{id}", "key", "version", "title", "body")
                .form("POST", "/council/admin/topics/{id}/check", "version", "visibility", "embargoUntil")
                .form("POST", "/council/admin/topics/{id}/publish", "key", "version", "visibility", "embargoUntil")
                .knownFailure(
                        "chunks: (of|with) a (broken|negative|huge).*(no answer|stays open)",
                        "Vert.x waits for the rest of a broken chunk until its read timeout")
                .knownFailure(
                        "path \\w+: (half an escape|no escape).*(400 with nothing|not in the audit)",
                        "Vert.x refuses half an escape before any handler and keeps the connection")
                .publishing("tsunagi.council")
                .run();
    }

    private static Map<String, String> aTopic() {
        return Map.of(
                "id", TopicClient.propose("A topic").path("id"),
                "If-Match", "\"1\"",
                "version", "1",
                "visibility", "members",
                "key", UUID.randomUUID().toString());
    }
}
