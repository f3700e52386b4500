package jp.tsunagi.council.projection;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.EventExamples.Example;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class StatisticsListenerTest {

    @Test
    @Requirement("P3")
    void aConsultationIsCountedOnceInItsMonthHoweverOftenItsEventArrives() {
        var received = about("jp.tsunagi.consultation.received.v1", "consultationId", "2031-01-31T15:30:00Z");
        String eventId = TestKafka.send(received);
        TestKafka.send(received, eventId);
        // 15:30 UTC on 31 January is 00:30 on 1 February in Japan.
        awaitCount("2031-02", "consultations-by-urgency", "normal", 1);

        // The same key: when this is worked in, the second sending of the first event is as well.
        awaitWorkedIn(TestKafka.send(then(received.key(), "jp.tsunagi.consultation.advised.v1", "consultationId")));
        var second = about("jp.tsunagi.consultation.received.v1", "consultationId", "2031-02-01T00:00:00Z");
        TestKafka.send(second);

        awaitCount("2031-02", "consultations-by-urgency", "normal", 2);
        exact("2031-02")
                .body(count("mentions-by-category", "defamation"), equalTo(2))
                .body(count("mentions-by-category", "privacy"), equalTo(2));
        exact("2031-01").body("tallies[0].total", equalTo(0));
    }

    @Test
    void aReferralIsCountedByItsStatusNowAndUnderItsDesksName() {
        TestKafka.send(EventExamples.read("jp.tsunagi.desk.changed.v1"));
        var requested = about("jp.tsunagi.referral.requested.v1", "referralId", "2031-03-05T00:00:00Z");
        TestKafka.send(requested);
        awaitCount("2031-03", "referrals-by-status", "requested", 1);

        TestKafka.send(then(requested.key(), "jp.tsunagi.referral.received.v1", "referralId"));
        TestKafka.send(then(requested.key(), "jp.tsunagi.referral.accepted.v1", "referralId"));
        TestKafka.send(then(requested.key(), "jp.tsunagi.referral.completed.v1", "referralId"));

        awaitCount("2031-03", "referrals-by-status", "completed", 1);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> exact("2031-03").body("tallies.counts.flatten().label", hasItem("誹謗中傷ホットライン")));
        exact("2031-03")
                .body(count("referrals-by-status", "requested"), equalTo(0))
                .body(count("referrals-by-desk", "SIA_HIBO"), equalTo(1))
                .body("cells.size()", equalTo(1));
        given().accept("text/html")
                .header("Authorization", "Bearer " + Tokens.staff("ito", "IHAHO", "secretariat"))
                .get("/council/admin/statistics?month=2031-03")
                .then()
                .statusCode(200)
                .body(allOf(containsString("誹謗中傷ホットライン"), containsString("隠していない数")));
    }

    @Test
    @Requirement("R4.10")
    void codesThatOnlyANewerProducerKnowsAreCountedAsOtherOrUnknown() {
        var received = about("jp.tsunagi.consultation.received.v1", "consultationId", "2031-07-05T00:00:00Z");
        received.data().put("urgency", "yesterday");
        received.data().putArray("categories").add("deepfake").add("privacy");
        var requested = about("jp.tsunagi.referral.requested.v1", "referralId", "2031-07-05T00:00:00Z");
        requested.data().put("status", "parked").put("targetDesk", "NEW_DESK");

        TestKafka.send(received);
        TestKafka.send(requested);

        awaitCount("2031-07", "consultations-by-urgency", "unknown", 1);
        awaitCount("2031-07", "referrals-by-status", "unknown", 1);
        exact("2031-07")
                .body(count("mentions-by-category", "other"), equalTo(1))
                .body(count("mentions-by-category", "privacy"), equalTo(1))
                .body(count("referrals-by-desk", "NEW_DESK"), equalTo(1));
        given().accept("text/html")
                .header("Authorization", "Bearer " + Tokens.staff("ito", "IHAHO", "secretariat"))
                .get("/council/admin/statistics?month=2031-07")
                .then()
                .statusCode(200)
                .body(allOf(containsString("名前がまだ届いていない窓口"), containsString("<td>不明</td>"), containsString("未到達")));
    }

    @Test
    @Requirement("R14.8")
    void thePublicSeesNoSmallNumber() {
        var received = about("jp.tsunagi.consultation.received.v1", "consultationId", "2031-05-05T00:00:00Z");
        TestKafka.send(received);
        awaitCount("2031-05", "consultations-by-urgency", "normal", 1);

        given().get("/v1/statistics?month=2031-05")
                .then()
                .statusCode(200)
                .body("exact", equalTo(false))
                .body("threshold", equalTo(10))
                .body("tallies.counts.flatten().size()", greaterThan(40))
                .body("tallies.counts.flatten().count", everyItem(nullValue()))
                .body("tallies.total", contains(nullValue(), nullValue(), nullValue(), nullValue()))
                .body("cells.size()", equalTo(0));
        given().accept("text/html")
                .get("/council/statistics?month=2031-05")
                .then()
                .statusCode(200)
                .body(containsString("<td class=\"number\">*</td>"));
    }

    @Test
    @Requirement("P19")
    void aRecordThatCannotBeReadStopsOnlyItsOwnAggregate() {
        var broken = about("jp.tsunagi.referral.requested.v1", "referralId", "2031-06-05T00:00:00Z");
        broken.data().put("at", "yesterday");
        TestKafka.send(broken);

        var sound = about("jp.tsunagi.referral.requested.v1", "referralId", "2031-06-05T00:00:00Z");
        TestKafka.send(sound);

        awaitCount("2031-06", "referrals-by-status", "requested", 1);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertEquals(1, parked(broken.key())));
    }

    @Test
    void aMonthThatIsNoneIsRefusedAndTheExactPageIsNotForEverybody() {
        given().get("/v1/statistics?month=2031-13").then().statusCode(400).body("code", equalTo("month-malformed"));
        given().accept("text/html").get("/council/admin/statistics").then().statusCode(401);
        given().accept("text/html")
                .header("Authorization", "Bearer " + Tokens.staff("kimura", "SIA", "agency-staff"))
                .get("/council/admin/statistics")
                .then()
                .statusCode(403);
    }

    private static void awaitWorkedIn(String eventId) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> TestDatabase.count("select count(*) from inbox where event_id = ?", eventId) == 1);
    }

    private static long parked(String aggregate) {
        return TestDatabase.count("select count(*) from dead_letter where aggregate = ?", aggregate);
    }

    /** The example of a contract, about another aggregate and another time. */
    private static Example about(String type, String idField, String at) {
        var example = EventExamples.read(type);
        String id = UUID.randomUUID().toString();
        example.data().put(idField, id).put("at", at);
        return renamed(example, id);
    }

    private static Example then(String id, String type, String idField) {
        var example = EventExamples.read(type);
        example.data().put(idField, id);
        return renamed(example, id);
    }

    private static Example renamed(Example example, String id) {
        String kind = example.subject().substring(0, example.subject().indexOf('/') + 1);
        return new Example(
                example.topic(), example.type(), example.source(), kind + id, example.sequence(), example.data());
    }

    private static void awaitCount(String month, String tally, String code, int expected) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> exact(month).body(count(tally, code), equalTo(expected)));
    }

    private static String count(String tally, String code) {
        return "tallies.find { it.id == '" + tally + "' }.counts.find { it.code == '" + code + "' }?.count";
    }

    private static ValidatableResponse exact(String month) {
        return given().header("Authorization", "Bearer " + Tokens.staff("ito", "IHAHO", "secretariat"))
                .get("/v1/statistics?month=" + month)
                .then()
                .statusCode(200);
    }
}
