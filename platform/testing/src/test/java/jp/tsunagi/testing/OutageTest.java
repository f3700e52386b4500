package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** PostgreSQL is killed at random moments while events come in. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement("P4")
class OutageTest {

    private static final int AGGREGATES = 8;
    private static final int PER_SECOND = 100;

    private final Map<String, Integer> announced = new HashMap<>();

    @Test
    void everyEventIsWorkedInOnceAndInOrderHoweverOftenTheDatabaseDies() throws Exception {
        Random random = new Random();
        List<String> aggregates = IntStream.range(0, AGGREGATES)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toList();
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        for (int i = 0; i < PER_SECOND * Outage.time().toSeconds(); i++) {
            events.add(event(aggregates.get(random.nextInt(AGGREGATES))));
        }

        try (var outage = new Outage()) {
            outage.send(events);
            Outage.awaitWorkedIn(events);
        }

        for (String aggregate : announced.keySet()) {
            assertEquals(oneTo(announced.get(aggregate)), workedIn(aggregate));
        }
    }

    private ProducerRecord<String, byte[]> event(String aggregate) {
        var example = EventExamples.read("jp.tsunagi.council.topic.published.v1");
        return TestKafka.example(new EventExamples.Example(
                "tsunagi.referral",
                example.type(),
                example.source(),
                "council-topic/" + aggregate,
                announced.merge(aggregate, 1, Integer::sum),
                example.data()));
    }

    private static String oneTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private static String workedIn(String aggregate) {
        return TestDatabase.text(
                "select string_agg(sequence::text, ',' order by seq) from effect where id = ?",
                "council-topic/" + aggregate);
    }
}
