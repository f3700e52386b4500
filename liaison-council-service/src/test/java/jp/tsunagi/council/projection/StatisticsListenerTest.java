package jp.tsunagi.council.projection;

import static io.restassured.RestAssured.given;
import static jp.tsunagi.council.projection.CountedEvents.about;
import static jp.tsunagi.council.projection.CountedEvents.advised;
import static jp.tsunagi.council.projection.CountedEvents.awaitCount;
import static jp.tsunagi.council.projection.CountedEvents.awaitWorkedIn;
import static jp.tsunagi.council.projection.CountedEvents.count;
import static jp.tsunagi.council.projection.CountedEvents.exact;
import static jp.tsunagi.council.projection.CountedEvents.received;
import static jp.tsunagi.council.projection.CountedEvents.then;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import jp.tsunagi.testing.EventExamples;
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
        // The same key: when this is worked in, the second sending of the first event is as well.
        advised(received.key());
        // 15:30 UTC on 31 January is 00:30 on 1 February in Japan.
        awaitCount("2031-02", "consultations-by-urgency", "normal", 1);

        advised(received("2031-02-01T00:00:00Z", "normal"));

        awaitCount("2031-02", "consultations-by-urgency", "normal", 2);
        exact("2031-02")
                .body(count("mentions-by-category", "defamation"), equalTo(2))
                .body(count("mentions-by-category", "privacy"), equalTo(2));
        exact("2031-01").body("tallies[0].total", equalTo(0));
    }

    @Test
    void whatSomebodySendsInMovesNoFigureUntilACounsellorHasLookedAtIt() {
        String answered = received("2031-04-05T00:00:00Z", "emergency");
        String closed = received("2031-04-05T00:00:00Z", "emergency");
        String handedOver = received("2031-04-05T00:00:00Z", "emergency");
        String ofANewerProducer = received("2031-04-05T00:00:00Z", "emergency");
        exact("2031-04").body("tallies.total", everyItem(equalTo(0)));

        advised(answered);
        awaitCount("2031-04", "consultations-by-urgency", "emergency", 1);
        awaitWorkedIn(TestKafka.send(then(closed, "jp.tsunagi.consultation.closed.v1", "consultationId")));
        awaitCount("2031-04", "consultations-by-urgency", "emergency", 2);
        var requested = about("jp.tsunagi.referral.requested.v1", "referralId", "2031-04-06T00:00:00Z");
        requested.data().put("consultationId", handedOver);
        awaitWorkedIn(TestKafka.send(requested));
        awaitCount("2031-04", "consultations-by-urgency", "emergency", 3);
        var unknown = then(ofANewerProducer, "jp.tsunagi.consultation.advised.v1", "consultationId");
        unknown.data().put("status", "written-again");
        awaitWorkedIn(TestKafka.send(unknown));
        exact("2031-04").body(count("consultations-by-urgency", "emergency"), equalTo(3));
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
                .body(allOf(containsString("誹謗中傷ホットライン"), containsString("まるめていない数")));
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
        advised(received.key());
        TestKafka.send(requested);

        awaitCount("2031-07", "consultations-by-urgency", "unknown", 1);
        awaitCount("2031-07", "referrals-by-status", "unknown", 1);
        exact("2031-07")
                .body(count("mentions-by-category", "other"), equalTo(1))
                .body(count("mentions-by-category", "privacy"), equalTo(1))
                .body(count("referrals-by-desk", "unknown"), equalTo(1))
                .body("cells.desk", contains("NEW_DESK"));
        given().accept("text/html")
                .header("Authorization", "Bearer " + Tokens.staff("ito", "IHAHO", "secretariat"))
                .get("/council/admin/statistics?month=2031-07")
                .then()
                .statusCode(200)
                .body(allOf(containsString("名前がまだ届いていない窓口"), containsString("<td>不明</td>"), containsString("未到達")));
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
        given().get("/v1/statistics/exact").then().statusCode(401);
        given().header("Authorization", "Bearer " + Tokens.staff("kimura", "SIA", "council-member"))
                .get("/v1/statistics/exact")
                .then()
                .statusCode(403);
        given().accept("text/html").get("/council/admin/statistics").then().statusCode(401);
        given().accept("text/html")
                .header("Authorization", "Bearer " + Tokens.staff("kimura", "SIA", "agency-staff"))
                .get("/council/admin/statistics")
                .then()
                .statusCode(403);
    }

    private static long parked(String aggregate) {
        return TestDatabase.count("select count(*) from dead_letter where aggregate = ?", aggregate);
    }
}
