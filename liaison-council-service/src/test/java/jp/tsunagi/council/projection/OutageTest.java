package jp.tsunagi.council.projection;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.EventExamples.Example;
import jp.tsunagi.testing.Outage;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestKafka;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** PostgreSQL is killed at random moments while the events to count come in. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement({"P1", "P3", "P17"})
class OutageTest {

    private static final int AGGREGATES = 5;
    private static final int VERSIONS = 5;

    @Test
    void everyConsultationReferralAndDeskIsCountedAsItsEventsTellOnceAndInOrder() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < AGGREGATES; i++) {
            ids.add(UUID.randomUUID().toString());
        }
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        for (int version = 1; version <= VERSIONS; version++) {
            for (String id : ids) {
                events.add(event("jp.tsunagi.consultation.received.v1", "consultationId", id, version));
                events.add(event("jp.tsunagi.referral.requested.v1", "referralId", id, version));
                events.add(event("jp.tsunagi.desk.changed.v1", "desk", id, version));
            }
        }

        try (var outage = new Outage()) {
            outage.watch("counted_consultation", "id");
            outage.watch("counted_referral", "id");
            outage.watch("counted_desk", "code");
            outage.send(events);
            Outage.awaitWorkedIn(events);

            // Each event tells a higher sequence, so each changes its row: one left out or worked in twice shows.
            for (String id : ids) {
                outage.assertChanges(VERSIONS, "counted_consultation", id);
                outage.assertChanges(VERSIONS, "counted_referral", id);
                outage.assertChanges(VERSIONS, "counted_desk", id);
            }
        }
        Outage.assertNothingStopped();
    }

    private static ProducerRecord<String, byte[]> event(String type, String idField, String id, int version) {
        Example example = EventExamples.read(type);
        example.data().put(idField, id).put("at", "2032-05-05T00:00:00Z");
        return TestKafka.example(example.withKey(id, version));
    }
}
