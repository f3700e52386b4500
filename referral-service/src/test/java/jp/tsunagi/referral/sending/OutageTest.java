package jp.tsunagi.referral.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.platform.sealing.SignedStatements;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.Outage;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestKafka;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** PostgreSQL is killed at random moments while hand-overs and withdrawals come in. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement({"P1", "P3", "P17"})
class OutageTest {

    private static final int REFERRALS = 30;

    private final Handovers handovers;

    OutageTest(Envelope envelope, SignedStatements statements) {
        handovers = new Handovers(envelope, statements);
    }

    @Test
    void everyHandoverIsTakenOverOnceAndEveryWithdrawalIsObeyedOnce() throws Exception {
        ReferralClient.importDirectory();
        List<EventExamples.Example> handed = new ArrayList<>();
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        for (int i = 0; i < REFERRALS; i++) {
            handed.add(handovers.handedOver());
            events.add(TestKafka.example(handed.getLast()));
            if (i % 2 == 1) {
                events.add(TestKafka.example(handovers.withdrawn(handed.get(i - 1))));
            }
        }

        try (var outage = new Outage()) {
            outage.send(events);
            Outage.awaitWorkedIn(events);
        }

        for (int i = 0; i < REFERRALS; i++) {
            String id = handed.get(i).data().get("referralId").textValue();
            boolean withdrawn = i % 2 == 0;
            assertEquals(1, rows("referral where id::text = ?", id));
            assertEquals(1, rows("disclosure_record where referral_id::text = ?", id));
            assertEquals(1, rows("delivery where referral_id::text = ?", id));
            assertEquals(1, rows("outbox where type = 'jp.tsunagi.referral.requested.v1' and aggregateid = ?", id));
            assertEquals(
                    withdrawn ? 1 : 0,
                    rows("outbox where type = 'jp.tsunagi.referral.cancelled.v1' and aggregateid = ?", id));
            assertEquals(withdrawn ? 2 : 1, rows("outbox where aggregateid = ?", id));
        }
        Outage.assertNothingStopped();
    }

    private static long rows(String table, String id) {
        return TestDatabase.count("select count(*) from " + table, id);
    }
}
