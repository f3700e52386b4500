package jp.tsunagi.council.projection;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.EventExamples.Example;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.testing.Tokens;

/** Events of other services for the statistics, and what the secretariat then reads. */
public final class CountedEvents {

    private CountedEvents() {}

    /** A consultation that was sent in, and that no counsellor has looked at; returns its identifier. */
    public static String received(String at, String urgency) {
        var received = about("jp.tsunagi.consultation.received.v1", "consultationId", at);
        received.data().put("urgency", urgency);
        awaitWorkedIn(TestKafka.send(received));
        return received.key();
    }

    /** A counsellor has answered it. */
    public static void advised(String consultation) {
        awaitWorkedIn(TestKafka.send(then(consultation, "jp.tsunagi.consultation.advised.v1", "consultationId")));
    }

    static void awaitWorkedIn(String eventId) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> TestDatabase.count("select count(*) from inbox where event_id = ?", eventId) == 1);
    }

    /** The example of a contract, about another aggregate and another time. */
    static Example about(String type, String idField, String at) {
        var example = EventExamples.read(type);
        String id = UUID.randomUUID().toString();
        example.data().put(idField, id).put("at", at);
        return example.withKey(id, example.sequence());
    }

    static Example then(String id, String type, String idField) {
        var example = EventExamples.read(type);
        example.data().put(idField, id);
        return example.withKey(id, example.sequence());
    }

    static void awaitCount(String month, String tally, String code, int expected) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> exact(month).body(count(tally, code), equalTo(expected)));
    }

    /** The path of a count in the answer. */
    public static String count(String tally, String code) {
        return "tallies.find { it.id == '" + tally + "' }.counts.find { it.code == '" + code + "' }?.count";
    }

    public static ValidatableResponse exact(String month) {
        return given().header("Authorization", "Bearer " + Tokens.staff("ito", "IHAHO", "secretariat"))
                .get("/v1/statistics/exact?month=" + month)
                .then()
                .statusCode(200);
    }
}
