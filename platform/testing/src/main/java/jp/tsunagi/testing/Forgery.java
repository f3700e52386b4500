package jp.tsunagi.testing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import jp.tsunagi.testing.EventExamples.Example;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionFactory;

/** Somebody writes on a topic what its owner never announced, and the owner, whom the test plays, is asked. */
public final class Forgery {

    private Forgery() {}

    /**
     * A jump is not believed; a forged successor is, and the owner's history replaces it.
     *
     * @param history three events of one aggregate
     * @param forged an event of the same aggregate
     * @param sequence of the last event that the service shows, 0 when it shows none
     */
    public static void assertMended(List<Example> history, Example forged, LongSupplier sequence) {
        List<ProducerRecord<String, byte[]>> told =
                history.stream().map(TestKafka::example).toList();
        ProducerRecord<String, byte[]> second = told.get(1);
        TestKafka.send(told.get(0));
        TestKafka.send(second);
        soon("the history").until(() -> sequence.getAsLong() == history.get(1).sequence());

        TestKafka.forge(forged, "f".repeat(64));
        soon("the jump").until(() -> waits(second));
        assertEquals(history.get(1).sequence(), sequence.getAsLong());
        tellAgain(List.of(second));
        soon("the owner's word").until(() -> !waits(second));

        TestKafka.forge(forged, TestKafka.fingerprint(second));
        soon("the forged successor").until(() -> sequence.getAsLong() == forged.sequence());
        TestKafka.send(told.get(2));
        soon("the owner's next event").until(() -> waits(second));
        tellAgain(told);
        soon("the truth").until(() -> sequence.getAsLong() == history.get(2).sequence());

        soon("the end").until(() -> !waits(second));
        assertEquals(1, positions("differences = 1", second));
        assertEquals(0, TestDatabase.count("select count(*) from dead_letter where aggregate = ?", second.key()));
    }

    /** What an owner answers: events again as they were, each with the fingerprint of the last. */
    private static void tellAgain(List<ProducerRecord<String, byte[]>> history) {
        byte[] head = TestKafka.fingerprint(history.getLast()).getBytes(StandardCharsets.UTF_8);
        history.forEach(record -> {
            var again =
                    new ProducerRecord<>(record.topic(), null, null, record.key(), record.value(), record.headers());
            again.headers().add("ce_head", head);
            TestKafka.send(again);
        });
    }

    private static boolean waits(ProducerRecord<String, byte[]> record) {
        return positions("waiting_since is not null", record) == 1;
    }

    private static long positions(String condition, ProducerRecord<String, byte[]> record) {
        return TestDatabase.count(
                "select count(*) from inbox_position where topic = ? and aggregate = ? and " + condition,
                record.topic(),
                record.key());
    }

    private static ConditionFactory soon(String what) {
        return await(what).atMost(Duration.ofSeconds(20));
    }
}
