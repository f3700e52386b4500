package jp.tsunagi.referral.sending;

import static jp.tsunagi.referral.ReferralClient.as;
import static jp.tsunagi.referral.ReferralClient.counsellor;
import static jp.tsunagi.referral.ReferralClient.sia;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class HandoverListenerTest {

    private static final String STORY = "実名で書かれて困っています";

    @Inject
    Envelope envelope;

    @BeforeEach
    void directory() {
        ReferralClient.importDirectory();
    }

    @Test
    void whatIntakeHandsOverReachesTheDeskAndOpensOnAcceptance() {
        EventExamples.Example handed = handedOver();
        String id = handed.data().get("referralId").textValue();

        TestKafka.send(handed);

        assertEquals("requested", announced(id).get("status").textValue());
        as(sia())
                .get("/v1/referrals/" + id)
                .then()
                .statusCode(200)
                .body("summary", equalTo("実名の中傷"))
                .body("version", equalTo(2));
        ReferralClient.decide(sia(), id, "accept", 2, "{}").statusCode(200);
        as(sia()).get("/v1/referrals/" + id).then().body("disclosedData.narrative", equalTo(STORY));
    }

    @Test
    @Requirement("P3")
    void aRedeliveryAndASecondHandingOverChangeNothing() {
        EventExamples.Example handed = handedOver();
        String id = handed.data().get("referralId").textValue();
        String eventId = TestKafka.send(handed);
        TestKafka.await("tsunagi.referral", id, 1);

        TestKafka.send(handed, eventId);
        String last = TestKafka.send(handed);

        // One consultation is one partition: when its last event has been received, those before it have been, too.
        await().until(() -> TestDatabase.count("select count(*) from inbox where event_id = '" + last + "'") == 1);
        assertEquals(1, TestDatabase.count("select count(*) from outbox where aggregateid = '" + id + "'"));
        assertEquals(1, TestDatabase.count("select count(*) from disclosure_record where referral_id = '" + id + "'"));
        assertEquals(1, TestDatabase.count("select count(*) from delivery where referral_id = '" + id + "'"));
    }

    @Test
    void I13_whatCannotBeDeliveredIsAnnouncedWithItsReasonAndKeptForItsOwner() {
        for (Map.Entry<String, String[]> wrong : Map.of(
                        "desk-unknown", new String[] {"targetDesk", "NOWHERE"},
                        "desk-not-accepting", new String[] {"targetDesk", "MIC"},
                        "consulter-type-refused", new String[] {"consulterType", "third_party"},
                        "label-above-ceiling", new String[] {"label", "TLP:RED"},
                        "basis-missing", new String[] {"basis", null})
                .entrySet()) {
            EventExamples.Example handed = handedOver();
            handed.data().put(wrong.getValue()[0], wrong.getValue()[1]);
            String id = handed.data().get("referralId").textValue();

            TestKafka.send(handed);

            var event = TestKafka.await("tsunagi.referral", id, 1).getFirst();
            assertEquals("jp.tsunagi.referral.not-delivered.v1", TestKafka.header(event, "ce_type"));
            assertEquals(wrong.getKey(), announced(id).get("reasonCode").textValue());
            assertEquals(
                    0, TestDatabase.count("select count(*) from disclosure_record where referral_id = '" + id + "'"));
            as(counsellor()).get("/v1/referrals/" + id).then().statusCode(200).body("status", equalTo("draft"));
            as(sia()).get("/v1/referrals/" + id).then().statusCode(404);
        }
    }

    @Test
    void I2_aSecondHandingOverOfTheSameConsultationToTheSameDeskIsNotDelivered() {
        EventExamples.Example first = handedOver();
        EventExamples.Example second = handedOver();
        second.data().set("consultationId", first.data().get("consultationId"));
        TestKafka.send(first);
        TestKafka.await("tsunagi.referral", first.data().get("referralId").textValue(), 1);

        TestKafka.send(second);

        String id = second.data().get("referralId").textValue();
        assertEquals("open-referral-exists", announced(id).get("reasonCode").textValue());
    }

    @Test
    @Requirement("P19")
    void aPackageThatCannotBeOpenedIsParkedAndOthersGoOn() {
        EventExamples.Example poison = handedOver();
        poison.data().put("sealedPackage", Base64.getEncoder().encodeToString(new byte[] {1, 2, 3}));
        EventExamples.Example good = handedOver();

        TestKafka.send(poison);
        TestKafka.send(good);

        TestKafka.await("tsunagi.referral", good.data().get("referralId").textValue(), 1);
        await().until(() ->
                TestDatabase.count("select count(*) from dead_letter where aggregate = '" + poison.key() + "'") == 1);
        as(counsellor())
                .get("/v1/referrals/" + poison.data().get("referralId").textValue())
                .then()
                .statusCode(404);
    }

    @Test
    @Requirement("R11.2")
    void aPackageSealedForAnotherReferralIsNotOpened() {
        EventExamples.Example swapped = handedOver();
        swapped.data().put("referralId", UUID.randomUUID().toString());

        TestKafka.send(swapped);

        await().until(() ->
                TestDatabase.count("select count(*) from dead_letter where aggregate = '" + swapped.key() + "'") == 1);
    }

    /** The contract's example, with ids of its own and a package sealed as intake seals it. */
    private EventExamples.Example handedOver() {
        var example = EventExamples.read("jp.tsunagi.consultation.handed-over.v1");
        ObjectNode data = example.data().deepCopy();
        String referral = UUID.randomUUID().toString();
        String consultation = UUID.randomUUID().toString();
        data.put("referralId", referral).put("consultationId", consultation);
        ((ObjectNode) data.get("basis")).put("givenAt", "2026-01-05T00:00:00Z");
        String parcel = """
                {"summary":"実名の中傷","narrative":"%s","urls":["https://sns.example.com/1"],
                 "callName":"やまの","contact":"yamano@example.com"}""".formatted(STORY);
        byte[] sealed = envelope.seal(parcel.getBytes(StandardCharsets.UTF_8), referral);
        data.put("sealedPackage", Base64.getEncoder().encodeToString(sealed));
        return new EventExamples.Example(
                example.topic(), example.type(), example.source(), "consultation/" + consultation, 3, data);
    }

    private static JsonNode announced(String id) {
        return ReferralClient.announced(
                TestKafka.await("tsunagi.referral", id, 1).getFirst());
    }
}
