package jp.tsunagi.council.report;

import static io.restassured.RestAssured.given;
import static jp.tsunagi.council.projection.CountedEvents.advised;
import static jp.tsunagi.council.projection.CountedEvents.count;
import static jp.tsunagi.council.projection.CountedEvents.exact;
import static jp.tsunagi.council.projection.CountedEvents.received;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import javax.sql.DataSource;
import jp.tsunagi.council.projection.StatisticsProjection;
import jp.tsunagi.testing.MutableClock;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement({"F4", "R14.8"})
class EditionTest {

    private static final Duration MARGIN = Duration.ofDays(14);

    @Inject
    Editions editions;

    @Inject
    StatisticsProjection projection;

    @Inject
    DataSource database;

    @Test
    void whoSendsConsultationsOfTheirOwnSeesNoPublishedFigureMove() {
        for (int i = 0; i < 10; i++) {
            advised(received("2025-03-05T00:00:00Z", i < 8 ? "normal" : "emergency"));
        }
        // Sent in by the attacker, looked at by nobody: counted nowhere.
        for (int i = 0; i < 8; i++) {
            received("2025-03-05T00:00:00Z", "emergency");
        }
        exact("2025-03").body(count("consultations-by-urgency", "emergency"), equalTo(2));
        publish("2025-03");
        String before = given().get("/v1/statistics?month=2025-03")
                .then()
                .statusCode(200)
                .body(count("consultations-by-urgency", "normal"), equalTo(10))
                .body(count("consultations-by-urgency", "emergency"), nullValue())
                .extract()
                .asString();

        // Even those that a counsellor answers afterwards.
        for (int i = 0; i < 8; i++) {
            advised(received("2025-03-06T00:00:00Z", "emergency"));
        }
        exact("2025-03").body(count("consultations-by-urgency", "emergency"), equalTo(10));
        publish("2025-03");

        assertEquals(
                before,
                given().get("/v1/statistics?month=2025-03").then().extract().asString());
    }

    @Test
    void aMonthIsReadOnlyOncePublishedAndSmallFiguresAreNotShown() {
        given().get("/v1/statistics?month=2025-04").then().statusCode(404).body("code", equalTo("month-not-published"));
        given().get("/v1/statistics?month=2099-04").then().statusCode(404).body("code", equalTo("month-not-published"));
        advised(received("2025-04-05T00:00:00Z", "high"));
        publish("2025-04");

        given().get("/v1/statistics?month=2025-04")
                .then()
                .statusCode(200)
                .body("roundedTo", equalTo(10))
                .body("months", hasItem("2025-04"))
                .body("tallies.counts.flatten().count", everyItem(nullValue()))
                .body("tallies.total", everyItem(nullValue()));
        given().accept("text/html")
                .get("/council/statistics?month=2025-04")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("<td class=\"number\">10未満</td>"),
                        containsString("10ごとにまるめて"),
                        not(containsString("<td class=\"number\">1</td>"))));
        given().accept("text/html")
                .cookie("lang", "en")
                .get("/council/statistics?month=2025-04")
                .then()
                .body(allOf(containsString("rounded to tens"), containsString("under 10")));
        given().accept("text/html")
                .get("/council/statistics?month=2099-04")
                .then()
                .statusCode(404)
                .body(containsString("その月の統計は公開していません。"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-14T14:59:59Z, false", // one second before 15 November in Japan
        "2026-11-14T15:00:00Z, true"
    })
    void aMonthIsClosedWhenItHasBeenOverInJapanForAsLongAsTheMargin(Instant now, boolean isClosed) {
        assertEquals(isClosed, Months.isClosed(YearMonth.of(2026, 10), MARGIN, now));
    }

    @Test
    void closedMonthsArePublishedByThemselvesAndTheRunningOneIsNot() {
        advised(received("2024-06-05T00:00:00Z", "high"));
        // Half a year after the running months of the other tests' clocks.
        var clock = new MutableClock(Instant.parse("2024-07-20T00:00:00Z"));
        var scheduler = new EditionScheduler(editions, projection, () -> MARGIN, clock);

        QuarkusTransaction.requiringNew().run(scheduler::publishClosed);

        var months = QuarkusTransaction.requiringNew().call(editions::findMonths);
        assertTrue(months.contains(YearMonth.of(2024, 6)), months::toString);
        assertFalse(months.contains(YearMonth.of(2024, 7)), months::toString);
        assertFalse(months.contains(YearMonth.of(2024, 5)), months::toString);
        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from audit where action = 'statistics.publish' and object = 'statistics/2024-06'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update statistics_edition set tallies = '[]'", "delete from statistics_edition"})
    void theApplicationCannotChangeWhatWasPublished(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var change = connection.createStatement()) {
            var refused = assertThrows(SQLException.class, () -> change.executeUpdate(statement));
            assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
        }
    }

    private void publish(String month) {
        QuarkusTransaction.requiringNew().run(() -> editions.publish(YearMonth.parse(month), Instant.now()));
    }
}
