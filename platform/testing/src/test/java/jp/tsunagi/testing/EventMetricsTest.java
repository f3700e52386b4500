package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import jp.tsunagi.platform.outbox.Fingerprint;
import org.junit.jupiter.api.Test;

/** The figures of events in and out, as a Prometheus server reads them. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class EventMetricsTest {

    @Inject
    DataSource database;

    @Test
    @Requirement("R14.1")
    void everyLineIsANumberUnderANameAndOfAChannelAtMost() {
        for (String name : new String[] {
            "outbox_unsent",
            "outbox_unsent_seconds",
            "inbox_parked",
            "inbox_waiting",
            "inbox_waiting_seconds",
            "inbox_differences",
            "inbox_failing_seconds{channel=\"notes\"}",
            "inbox_behind{channel=\"notes\"}"
        }) {
            await(name).atMost(Duration.ofSeconds(20)).until(() -> figure("tsunagi_" + name) >= 0);
        }
        metrics()
                .lines()
                .forEach(line -> assertTrue(
                        line.matches(
                                "# EOF|# (HELP|TYPE) tsunagi_[a-z_]+ .+|tsunagi_[a-z_]+(\\{channel=\"[a-z]+\"})? ([0-9.E]+|NaN)"),
                        line));
    }

    @Test
    void whatIsParkedAndWhatIsMissedIsCounted() {
        double parked = figure("tsunagi_inbox_parked");
        double waiting = figure("tsunagi_inbox_waiting");

        TestKafka.send(topic(UUID.randomUUID().toString(), "poison"));
        await().atMost(Duration.ofSeconds(20)).until(() -> figure("tsunagi_inbox_parked") == parked + 1);

        TestKafka.forge(topic(UUID.randomUUID().toString(), "second"), Fingerprint.of(Fingerprint.NONE, new byte[0]));
        await().atMost(Duration.ofSeconds(20)).until(() -> figure("tsunagi_inbox_waiting") == waiting + 1);
    }

    @Test
    void whatFailsAndWhatIsBehindIsShownOfItsChannelUntilItWorks() throws SQLException {
        String id = UUID.randomUUID().toString();
        TestKafka.send(topic(id, "before"));
        await().until(() -> TestDatabase.count("select count(*) from note where id = ?", "council-topic/" + id) == 1);

        try (Connection open = database.getConnection()) {
            open.setAutoCommit(false);
            open.createStatement().execute("select * from note where id = 'council-topic/" + id + "' for update");
            TestKafka.send(topic(id, "held"));

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> figure("tsunagi_inbox_failing_seconds{channel=\"notes\"}") > 0);
            await().atMost(Duration.ofSeconds(20)).until(() -> figure("tsunagi_inbox_behind{channel=\"notes\"}") >= 1);
            assertEquals(0, figure("tsunagi_inbox_failing_seconds{channel=\"own\"}"));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> figure("tsunagi_inbox_failing_seconds{channel=\"notes\"}") == 0);
    }

    @Test
    void whatIsNotSentYetIsCountedWithItsAge() throws SQLException {
        String id = UUID.randomUUID().toString();
        TestDatabase.execute("""
                insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, correlation,
                                    created_at, previous, fingerprint)
                values (cast(? as uuid), 'nobody.may.write', 'x', 'x', 'x', 1, '{}', 'x', now() - interval '1 hour',
                        'x', 'x')
                """, id);
        try {
            await().until(() -> figure("tsunagi_outbox_unsent") >= 1);
            await().until(() -> figure("tsunagi_outbox_unsent_seconds") >= 3600);
        } finally {
            TestDatabase.execute("delete from outbox where id = cast(? as uuid)", id);
        }
    }

    private static EventExamples.Example topic(String id, String title) {
        var example = EventExamples.read("jp.tsunagi.council.topic.published.v1");
        example.data().put("title", title);
        return new EventExamples.Example(
                "tsunagi.referral", example.type(), example.source(), "council-topic/" + id, 1, example.data());
    }

    private static String metrics() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    /** -1 when there is no such line. */
    private static double figure(String name) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(-1);
    }
}
