package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events come in exactly once, whatever fails meanwhile. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class InboxTest {

    @Inject
    DataSource database;

    @Test
    @Requirement("P3")
    void aRedeliveredEventChangesNothing() {
        var example = topic("青少年");
        String event = TestKafka.send(example);
        TestKafka.send(example, event);
        example.data().put("title", "次");
        TestKafka.send(example);

        // The next event of the same key comes after the redelivered one.
        await().until(() -> text(example.subject()).equals("次"));
        assertEquals(2, version(example.subject()));
        assertEquals(1, TestDatabase.count("select count(*) from inbox where event_id = '" + event + "'"));
    }

    @Test
    @Requirement("P19")
    void aBadEventParksItsAggregateAndTheOthersGoOn() throws SQLException, JsonProcessingException {
        var bad = topic("poison");
        String first = TestKafka.send(bad);
        bad.data().put("title", "later");
        TestKafka.send(bad);
        var other = topic("other");
        TestKafka.send(other);

        await().until(() -> version(other.subject()) == 1);
        await().until(() -> parked(bad.key()) == 1);
        // What follows does not come in without it, and is not parked: its owner keeps it.
        await().until(() -> waits(bad.key()));
        assertEquals(0, version(bad.subject()));
        assertEquals(0, TestDatabase.count("select count(*) from inbox where event_id = '" + first + "'"));
        List<String> letters = letters(bad.key());
        assertEquals(1, letters.size());
        for (String letter : letters) {
            EventExamples.check("jp.tsunagi.platform.dead-letter.v1", new ObjectMapper().readTree(letter));
        }
    }

    @Test
    @Requirement("P3")
    void eventsThatComeTogetherAreWorkedInWithFewerTransactions() {
        List<EventExamples.Example> sound = sound(40);
        TestKafka.sendAll(sound);

        sound.forEach(event -> await().until(() -> version(event.subject()) == 1));
        assertTrue(transactions(sound) < sound.size());
    }

    @Test
    @Requirement("P3")
    void anEventThatComesTwiceInOneTransactionIsWorkedInOnce() {
        var topic = topic("first");
        var first = TestKafka.example(topic);
        topic.data().put("title", "次");
        var second = TestKafka.example(topic);
        // Between the event and its redelivery lie more rows than one statement writes.
        List<ProducerRecord<String, byte[]>> together = new ArrayList<>(List.of(first, second));
        sound(38).forEach(other -> together.add(TestKafka.example(other)));
        together.add(first);
        TestKafka.send(together);

        await().until(() -> text(topic.subject()).equals("次"));
        await().until(() -> inbox("notes-behind") == 0);
        assertEquals(2, version(topic.subject()));
        assertFalse(waits(topic.key()));
    }

    @Test
    @Requirement("P19")
    void aBadEventAmongOthersParksOnlyItself() {
        List<EventExamples.Example> together = sound(20);
        var bad = topic("poison");
        together.add(10, bad);
        // Two events of one aggregate, before and after the bad one.
        var twice = together.get(3);
        together.add(twice);
        TestKafka.sendAll(together);

        await().until(() -> parked(bad.key()) == 1);
        await().until(() -> version(twice.subject()) == 2);
        together.stream()
                .filter(event -> !event.equals(bad) && !event.equals(twice))
                .forEach(event -> await().until(() -> version(event.subject()) == 1));
        assertEquals(0, version(bad.subject()));
    }

    @Test
    @Requirement("P19")
    void whatWasParkedUnderTheIdOfATrueEventDoesNotKeepThatOut() {
        var topic = topic("poison");
        var forged = TestKafka.example(topic);
        TestKafka.send(forged);
        await().until(() -> parked(topic.key()) == 1);

        byte[] truth = topic.data().put("title", "次").toString().getBytes(StandardCharsets.UTF_8);
        TestKafka.send(new ProducerRecord<>(forged.topic(), null, null, forged.key(), truth, forged.headers()));

        await().until(() -> text(topic.subject()).equals("次"));
        assertEquals(0, parked(topic.key()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dies at once", "dies at commit"})
    @Requirement({"P1", "P17"})
    void aDatabaseThatDiesUnderAnEventLosesNothingAndStopsNothing(String when) {
        var caught = topic(when);
        String event = TestKafka.send(caught);
        var next = topic("next");
        TestKafka.send(next);

        await().atMost(Duration.ofSeconds(30)).until(() -> version(next.subject()) == 1);
        await().until(() -> version(caught.subject()) == 1);
        assertEquals(1, TestDatabase.count("select count(*) from inbox where event_id = '" + event + "'"));
        assertEquals(0, parked(caught.key()));
    }

    @Test
    void anErrorOfTheEffectDoesNotEndTheChannel() {
        var caught = topic("no such class");
        TestKafka.send(caught);
        var next = topic("next");
        TestKafka.send(next);

        await().until(() -> version(next.subject()) == 1);
        await().until(() -> version(caught.subject()) == 1);
        assertEquals(0, parked(caught.key()));
    }

    @Test
    void anEventThatNeedsTooMuchOfTheStackIsParked() {
        var bottomless = topic("bottomless");
        TestKafka.send(bottomless);

        await().until(() -> parked(bottomless.key()) == 1);
        assertEquals(0, version(bottomless.subject()));
    }

    @Test
    void whatTheTablesRefuseAtTheEndParksTheEventToo() {
        var twice = topic("announced twice");
        TestKafka.send(twice);

        await().until(() -> parked(twice.key()) == 1);
        assertEquals(0, version(twice.subject()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no key", "long key", "NUL", "no value", "null header", "no header", "long header"})
    void aRecordThatNobodyOfUsWroteEndsNothing(String what) {
        long before = TestDatabase.count("select count(*) from dead_letter");
        String key = switch (what) {
            case "no key" -> null;
            case "long key" -> "k".repeat(10_000);
            case "NUL" -> "a\0" + fresh();
            default -> fresh();
        };
        byte[] value = what.equals("no value") ? null : "{}".getBytes(StandardCharsets.UTF_8);
        // All in one partition, so that the sound event comes after the strange one.
        var strange = new ProducerRecord<>("tsunagi.referral", 0, key, value);
        byte[] text = switch (what) {
            case "null header" -> null;
            case "NUL" -> "\0".getBytes(StandardCharsets.UTF_8);
            case "long header" -> "h".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            default -> fresh().getBytes(StandardCharsets.UTF_8);
        };
        if (!what.equals("no header")) {
            List.of("ce_id", "ce_source", "ce_type", "ce_subject", "ce_sequence", "ce_time", "ce_correlationid", "x")
                    .forEach(name -> strange.headers().add(name, text));
        }
        TestKafka.send(strange);

        var sound = topic("sound");
        var example = TestKafka.example(sound);
        TestKafka.send(
                new ProducerRecord<>(example.topic(), 0, null, example.key(), example.value(), example.headers()));
        await().until(() -> version(sound.subject()) == 1);
        assertEquals(before + 1, TestDatabase.count("select count(*) from dead_letter"));
    }

    @Test
    void anOperatorSeesWhatWaitsInAChannel() throws SQLException {
        var held = topic("before");
        TestKafka.send(held);
        await().until(() -> version(held.subject()) == 1);
        await().until(() -> inbox("notes-behind") == 0);

        try (Connection open = database.getConnection()) {
            open.setAutoCommit(false);
            open.createStatement().execute("select * from note where id = '" + held.subject() + "' for update");
            TestKafka.send(held);

            await().atMost(Duration.ofSeconds(20)).until(() -> inbox("failing-seconds") > 0);
            assertEquals(1, inbox("notes-behind"));
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> inbox("notes-behind") == 0);
        assertEquals(0, inbox("failing-seconds"));
        assertEquals(2, version(held.subject()));
    }

    @Test
    void aChannelThatEndedMakesTheServiceNotLive() {
        given().get("/q/health/live").then().statusCode(200);

        TestKafka.send("tsunagi.desk", fresh(), Map.of(), "{}");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get("/q/health/live")
                        .then()
                        .statusCode(503)
                        .body("checks.find { it.name == 'channels' }.data.ending", equalTo("ended")));
    }

    private static int inbox(String figure) {
        return given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .extract()
                .path("checks.find { it.name == 'inbox' }.data.'" + figure + "'");
    }

    private static long parked(String aggregate) {
        return TestDatabase.count("select count(*) from dead_letter where aggregate = ?", aggregate);
    }

    private static boolean waits(String aggregate) {
        return TestDatabase.count(
                        "select count(*) from inbox_position where aggregate = ? and waiting_since is not null",
                        aggregate)
                == 1;
    }

    private List<String> letters(String aggregate) throws SQLException {
        List<String> letters = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var query = connection.prepareStatement("""
                        select payload from outbox
                         where topic = 'tsunagi.dead-letter.intake' and payload::jsonb ->> 'aggregate' = ?
                        """)) {
            query.setString(1, aggregate);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    letters.add(rows.getString(1));
                }
            }
        }
        return letters;
    }

    /** On a topic that the service of these tests may read. */
    private static EventExamples.Example topic(String title) {
        var example = EventExamples.read("jp.tsunagi.council.topic.published.v1");
        example.data().put("title", title);
        return new EventExamples.Example(
                "tsunagi.referral", example.type(), example.source(), "council-topic/" + fresh(), 1, example.data());
    }

    private static List<EventExamples.Example> sound(int number) {
        return Stream.generate(() -> topic("sound")).limit(number).collect(toCollection(ArrayList::new));
    }

    /** How many transactions worked these aggregates in. */
    private static long transactions(List<EventExamples.Example> events) {
        return TestDatabase.count(
                "select count(distinct xmin::text) from inbox_position where aggregate in ("
                        + events.stream().map(_ -> "?").collect(joining(", ")) + ")",
                events.stream().map(EventExamples.Example::key).toArray());
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private static String text(String id) {
        return TestDatabase.count("select count(*) from note where text = '次' and id = ?", id) == 1 ? "次" : "";
    }

    private long version(String id) {
        return TestDatabase.count("select coalesce(max(version), 0) from note where id = '" + id + "'");
    }
}
