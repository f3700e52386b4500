package jp.tsunagi.intake;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.EventExamples.Example;
import jp.tsunagi.testing.Outage;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestKafka;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** PostgreSQL is killed at random moments while news of referrals, desks and our own answers come in. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement({"P1", "P3", "P17"})
class OutageTest {

    private static final int CASES = 6;

    /** What happens to each referral; the last sends its case back. */
    private static final List<String> STEPS = List.of("requested", "received", "accepted", "rejected");

    private final Desks desks;

    OutageTest(Desks desks) {
        this.desks = desks;
    }

    @Test
    void everyEventOfEveryListenerIsWorkedInOnce() throws Exception {
        KnownDesks.announce(desks);
        Map<String, String> referrals = new HashMap<>();
        List<String> answered = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            String id = IntakeClient.aFullConsultation().getString("id");
            referrals.put(IntakeClient.referred(id), id);
            answered.add(heardByItself(IntakeClient.aFullConsultation().getString("id")));
        }
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        for (int version = 1; version <= STEPS.size(); version++) {
            for (var referral : referrals.entrySet()) {
                events.add(TestKafka.example(ContractEvents.referralNews(
                        STEPS.get(version - 1), referral.getKey(), referral.getValue(), version)));
                events.add(TestKafka.example(ContractEvents.desk(referral.getKey(), version)));
            }
            for (String id : answered) {
                events.add(advised(id, version + 1));
            }
        }

        try (var outage = new Outage()) {
            outage.watch("referral", "id");
            outage.watch("desk", "code");
            outage.send(events);
            Outage.awaitWorkedIn(events);

            for (String referral : referrals.keySet()) {
                outage.assertChanges(STEPS.size(), "referral", referral);
                outage.assertChanges(STEPS.size(), "desk", referral);
            }
        }
        for (String id : referrals.values()) {
            assertEquals(
                    1,
                    TestDatabase.count(
                            "select count(*) from consultation_step where action = 'come-back' and consultation_id::text = ?",
                            id));
        }
        for (String id : answered) {
            // A mail is due again after 30 seconds when the answer to the commit that took it up was lost.
            await("mails of " + id)
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> TestDatabase.count(
                                    "select count(*) from notification where sent_at is not null and consultation_id::text = ?",
                                    id)
                            == STEPS.size());
        }
        Outage.assertNothingStopped();
    }

    /** Intake has told itself of the case; what the test tells of it next follows that. */
    private static String heardByItself(String id) {
        String last = TestDatabase.text(
                "select fingerprint from outbox where topic = 'tsunagi.consultation' and aggregateid = ? order by seq desc limit 1",
                id);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> TestDatabase.count(
                                "select count(*) from inbox_position where topic = 'tsunagi.consultation' and fingerprint = ?",
                                last)
                        == 1);
        TestKafka.continueAfter("tsunagi.consultation", id, last);
        return id;
    }

    private static ProducerRecord<String, byte[]> advised(String consultation, int version) {
        Example example = EventExamples.read("jp.tsunagi.consultation.advised.v1");
        example.data().put("consultationId", consultation).put("version", version);
        return TestKafka.example(example.withKey(consultation, version));
    }
}
