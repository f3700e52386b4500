package jp.tsunagi.council.api;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.council.routingguide.GuideClient;
import jp.tsunagi.platform.code.Coded;
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

    @Test
    void nothingThatIsSentBreaksTheServiceOrIsFoundInALog() {
        Fuzzer fuzzer = Fuzzer.ofThisService()
                .as("the secretariat", () -> Tokens.staff("somebody-IHAHO", "IHAHO", "secretariat"))
                .as("the second person", () -> Tokens.staff("second-IHAHO", "IHAHO", "secretariat"))
                .as("a member", () -> Tokens.staff("somebody-SIA", "SIA", "council-member"))
                .as("a counsellor", () -> Tokens.staff("sato", "IHAHO", "counsellor"))
                .at("/v1/topics/{id}", () -> values(proposed()), HostileInputTest::current)
                .at("/v1/topics/{id}/publish", () -> values(requested()), HostileInputTest::current)
                .at("/v1/topics/{id}/request-correction", () -> values(published()), HostileInputTest::current)
                .at("/v1/topics/{id}/take-down", () -> values(published()), HostileInputTest::current)
                .at("/v1/topics/{id}/publish-correction", () -> values(corrected()), HostileInputTest::current)
                .at("/council/admin/published/{id}", () -> values(published()), HostileInputTest::current)
                .at("/council/admin/published/{id}/approve", () -> values(corrected()), HostileInputTest::current)
                .at("/council", () -> values(proposed()), HostileInputTest::current)
                .at("/council/admin/topics/{id}/publish", () -> values(requested()), HostileInputTest::current)
                .at("/council/admin/topics/{id}/move", () -> values(ready("decide")), HostileInputTest::current)
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
                .form("POST", "/council/admin/topics/{id}/request", "key", "version", "visibility", "embargoUntil")
                .form(
                        "POST",
                        "/council/admin/topics/{id}/move",
                        "key",
                        "version",
                        "command",
                        "meetingOn",
                        "decision",
                        "carryOverReason")
                .form("GET", "/council/admin/topics/{id}/publish")
                .form("POST", "/council/admin/topics/{id}/publish", "key", "version", "acknowledged")
                .form("POST", "/council/admin/drafts", "draft", "key", "title", "body", "discard")
                .form("GET", "/council/admin/published/{id}/correct")
                .form(
                        "POST",
                        "/council/admin/published/{id}/correct",
                        "key",
                        "version",
                        "title",
                        "body",
                        "note",
                        "reason",
                        "conflict",
                        "draft")
                .form("GET", "/council/admin/published/{id}/approve")
                .form("POST", "/council/admin/published/{id}/approve", "key", "version", "acknowledged")
                .form("GET", "/council/admin/published/{id}/take-down")
                .form("POST", "/council/admin/published/{id}/take-down", "key", "version", "reason")
                .at("/v1/routing-guides", HostileInputTest::guide, HostileInputTest::currentGuide)
                .at("/council/admin/routing-guides", HostileInputTest::guide, HostileInputTest::currentGuide)
                .form("GET", "/council/admin/routing-guides")
                .form("GET", "/council/admin/routing-guides/new", "topic")
                .form("POST", "/council/admin/routing-guides/new", "key", "topicId", "effectiveFrom", "text", "draft")
                .form("GET", "/council/admin/routing-guides/{id}")
                .form("POST", "/council/admin/routing-guides/{id}/adopt", "key", "version")
                .form("POST", "/council/admin/routing-guides/{id}/withdraw", "key", "version", "reason")
                .knownFailure(
                        "chunks: (of|with) a (broken|negative|huge).*(no answer|stays open)",
                        "Vert.x waits for the rest of a broken chunk until its read timeout")
                .publishing("tsunagi.council");
        for (String command : Coded.codes(TopicCommandType.class)) {
            fuzzer.at("/v1/topics/{id}/" + command, () -> values(ready(command)), HostileInputTest::current);
        }
        fuzzer.run();
    }

    /** A topic that can be given the command now. */
    private static String ready(String command) {
        return switch (command) {
            case "adopt", "decline", "withdraw" -> proposed();
            case "schedule" -> moved("adopt");
            case "discuss" -> moved("adopt", "schedule");
            case "decide", "carry-over" -> moved("adopt", "schedule", "discuss");
            case "close" -> moved("adopt", "schedule", "discuss", "decide");
            default -> throw new IllegalArgumentException("in which state may one " + command + "?");
        };
    }

    private static String proposed() {
        return TopicClient.propose("A topic").path("id");
    }

    private static String requested() {
        String id = proposed();
        TopicClient.request(id, 1, Map.of("visibility", "members")).then().statusCode(200);
        return id;
    }

    private static String published() {
        String id = requested();
        TopicClient.approve(id, 2).then().statusCode(200);
        return id;
    }

    private static String corrected() {
        String id = published();
        TopicClient.move(id, 3, "request-correction", TopicClient.example("request-correction"))
                .then()
                .statusCode(200);
        return id;
    }

    private static String moved(String... commands) {
        String id = proposed();
        long version = 1;
        for (String command : commands) {
            boolean takesMembers = HostileInputTest.class.getResource("/examples/" + command + ".json") != null;
            TopicClient.move(id, version++, command, takesMembers ? TopicClient.example(command) : Map.of())
                    .then()
                    .statusCode(200);
        }
        return id;
    }

    private static Map<String, String> values(String id) {
        return current(Map.ofEntries(
                Map.entry("id", id),
                Map.entry("visibility", "members"),
                Map.entry("embargoUntil", ""),
                Map.entry("title", "A title"),
                Map.entry("body", "A text"),
                Map.entry("note", ""),
                Map.entry("reason", "mistake"),
                Map.entry("command", "decide"),
                Map.entry("decision", "A decision"),
                Map.entry("carryOverReason", ""),
                Map.entry("meetingOn", "2026-12-04"),
                Map.entry("draft", "/council/admin/topics/new"),
                Map.entry("key", UUID.randomUUID().toString())));
    }

    /** One proposal waits at a time, so several operations share it; what proposes needs a topic of its own only. */
    private static Map<String, String> guide() {
        String topic = GuideClient.decidedTopic();
        String day = GuideClient.today().toString();
        GuideClient.propose(topic, GuideClient.RULES, day);
        return currentGuide(Map.ofEntries(
                Map.entry("id", GuideClient.newest()),
                Map.entry("/topicId", topic),
                Map.entry("topicId", topic),
                Map.entry("topic", topic),
                Map.entry("/effectiveFrom", day),
                Map.entry("effectiveFrom", day),
                Map.entry("text", GuideClient.RULES),
                Map.entry("reason", "A reason"),
                Map.entry("draft", "/council/admin/routing-guides/new"),
                Map.entry("key", UUID.randomUUID().toString())));
    }

    private static Map<String, String> currentGuide(Map<String, String> before) {
        return current("/v1/routing-guides/", before);
    }

    private static Map<String, String> current(Map<String, String> before) {
        return current("/v1/topics/", before);
    }

    private static Map<String, String> current(String list, Map<String, String> before) {
        String tag = TopicClient.as("secretariat", "IHAHO")
                .get(list + before.get("id"))
                .header("ETag");
        Map<String, String> now = new HashMap<>(before);
        now.put("If-Match", tag);
        now.put("version", tag.replace("\"", ""));
        return now;
    }
}
