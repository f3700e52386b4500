package jp.tsunagi.referral.sending;

import static jp.tsunagi.referral.ReferralClient.as;
import static jp.tsunagi.referral.ReferralClient.counsellor;
import static jp.tsunagi.referral.ReferralClient.fresh;
import static jp.tsunagi.referral.ReferralClient.isListed;
import static jp.tsunagi.referral.ReferralClient.sia;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.RawJwt;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.platform.sealing.SignedStatements;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement({"F1", "P23", "R14.12"})
class HandoverListenerTest {

    private final Handovers handovers;

    HandoverListenerTest(Envelope envelope, SignedStatements statements) {
        handovers = new Handovers(envelope, statements);
    }

    @BeforeEach
    void directory() {
        ReferralClient.importDirectory();
    }

    @Test
    void whatIntakeHandsOverReachesTheDeskAndOpensOnAcceptance() {
        EventExamples.Example handed = handovers.handedOver();
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
        as(sia()).get("/v1/referrals/" + id).then().body("disclosedData.narrative", equalTo(Handovers.STORY));
    }

    @Test
    @Requirement("P3")
    void aRedeliveryAndASecondHandingOverChangeNothing() {
        EventExamples.Example handed = handovers.handedOver();
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
        for (Map.Entry<String, Consumer<ObjectNode>> wrong : Map.<String, Consumer<ObjectNode>>of(
                        "desk-unknown", data -> data.put("targetDesk", "NOWHERE"),
                        "desk-not-accepting", data -> data.put("targetDesk", "MIC"),
                        "consulter-type-refused", data -> data.put("consulterType", "third_party"),
                        "label-above-ceiling", data -> data.put("label", "TLP:RED"),
                        "basis-missing", data -> data.withObject("/basis").put("kind", "hearsay"),
                        "approval-missing", data -> data.withObject("/basis").put("kind", "27-1-ii"))
                .entrySet()) {
            EventExamples.Example handed = handovers.handedOver(wrong.getValue());
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
        EventExamples.Example first = handovers.handedOver();
        String consultation = first.data().get("consultationId").textValue();
        EventExamples.Example second = handovers.handedOver(data -> data.put("consultationId", consultation));
        TestKafka.send(first);
        TestKafka.await("tsunagi.referral", first.data().get("referralId").textValue(), 1);

        TestKafka.send(second);

        String id = second.data().get("referralId").textValue();
        assertEquals("open-referral-exists", announced(id).get("reasonCode").textValue());
    }

    @Test
    @Requirement("P19")
    void aPackageThatCannotBeOpenedIsParkedAndOthersGoOn() {
        EventExamples.Example poison = handovers.handedOver();
        poison.data().put("sealedPackage", Base64.getEncoder().encodeToString(new byte[] {1, 2, 3}));
        EventExamples.Example good = handovers.handedOver();

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
        EventExamples.Example swapped = handovers.handedOver();
        swapped.data().put("referralId", UUID.randomUUID().toString());

        TestKafka.send(swapped);

        await().until(() ->
                TestDatabase.count("select count(*) from dead_letter where aggregate = '" + swapped.key() + "'") == 1);
    }

    @Test
    @Requirement({"F1", "R4.5", "R8.10"})
    void anEventThatIntakeDidNotSignSoIsADeadLetterAndNeverAReferral() {
        Map<String, Consumer<ObjectNode>> forged = new LinkedHashMap<>();
        forged.put("missing", data -> data.remove("statement"));
        forged.put("null", data -> data.putNull("statement"));
        forged.put("unsigned", data -> data.put("statement", cut(data)));
        forged.put("another key", data -> data.put("statement", signedByAnother(data)));
        forged.put("another referral", data -> data.put("statement", handovers.signed(data, fresh())));
        forged.put(
                "another package",
                data -> data.put(
                        "sealedPackage",
                        handovers.sealed(
                                Handovers.PARCEL.replace("yamano", "tanaka"),
                                data.get("referralId").textValue())));
        forged.put("another desk", data -> data.put("targetDesk", "MOJ_JINKEN"));
        forged.put("another agency", data -> data.put("originAgency", "TOKYO"));
        forged.put("another origin desk", data -> data.put("originDesk", "TOKYO"));
        forged.put("another consultation", data -> data.put("consultationId", fresh()));
        forged.put("another kind", data -> data.put("kind", "transfer"));
        forged.put("another label", data -> data.put("label", "TLP:GREEN"));
        forged.put("another wish", data -> data.put("wish", "advice"));
        forged.put("another age", data -> data.put("ageBand", "13-15"));
        forged.put("another urgency", data -> data.put("urgency", "low"));
        forged.put("another category", data -> data.withArray("/categories").add("privacy"));
        forged.put("another time", data -> data.put("at", "2026-11-24T06:10:01Z"));
        forged.put("another person", data -> data.put("requestedBy", "mori"));
        forged.put(
                "more fields",
                data -> data.withArray("/disclosedFields").removeAll().add("narrative"));
        forged.forEach((what, change) -> {
            EventExamples.Example event = handovers.handedOver();
            change.accept(event.data());

            TestKafka.send(event);

            await(what).until(() -> parked(event) == 1);
            String id = event.data().get("referralId").textValue();
            as(counsellor()).get("/v1/referrals/" + id).then().statusCode(404);
        });
    }

    @Test
    void aPackageWithMoreThanWasSignedIsADeadLetter() {
        EventExamples.Example event = handovers.handedOver(data ->
                data.withArray("/disclosedFields").removeAll().add("narrative").add("urls"));

        TestKafka.send(event);

        await().until(() -> parked(event) == 1);
    }

    @Test
    void theRecordOfProvisionSaysThatIntakeSignedAndWhoApproved() {
        EventExamples.Example handed = handovers.handedOver(data -> {
            ObjectNode basis = data.putObject("basis").put("kind", "27-1-ii").put("recordId", fresh());
            basis.putObject("approval")
                    .put("by", "suzuki")
                    .put("role", "supervisor")
                    .put("at", "2026-01-05T00:00:00Z");
        });
        String id = handed.data().get("referralId").textValue();

        TestKafka.send(handed);

        assertEquals("requested", announced(id).get("status").textValue());
        as(sia())
                .get("/v1/referrals/" + id)
                .then()
                .body("disclosures[0].disclosure.basis.evidence", equalTo("signed-by-intake"))
                .body("disclosures[0].disclosure.basis.approval.by", equalTo("suzuki"));
        assertEquals(1, TestDatabase.count("select count(*) from signed_handover where referral_id = '" + id + "'"));
    }

    @Test
    void whatIntakeSignedCanBeSentAgainUnchangedAndNotOtherwise() {
        ReferralClient.accepting("SIA_SAFELINE", false);
        EventExamples.Example handed = handovers.handedOver(data -> data.put("targetDesk", "SIA_SAFELINE"));
        String id = handed.data().get("referralId").textValue();
        TestKafka.send(handed);
        assertEquals("desk-not-accepting", announced(id).get("reasonCode").textValue());
        ReferralClient.accepting("SIA_SAFELINE", true);

        ReferralClient.decide(
                        counsellor(),
                        id,
                        "send",
                        1,
                        ReferralClient.example("send").toString())
                .statusCode(409)
                .body("code", equalTo("hand-over-anew"));
        ReferralClient.decide(counsellor(), id, "send", 1, "{\"disclosedData\":{\"summary\":\"x\"}}")
                .statusCode(409)
                .body("code", equalTo("hand-over-anew"));
        ReferralClient.decide(counsellor(), id, "send", 1, "{}").statusCode(200).body("status", equalTo("requested"));
    }

    @Test
    void aConsentTakenBackBeforeAcceptanceCancelsAndPurges() {
        EventExamples.Example handed = handovers.handedOver();
        String id = handed.data().get("referralId").textValue();
        TestKafka.send(handed);
        TestKafka.await("tsunagi.referral", id, 1);

        TestKafka.send(handovers.withdrawn(handed));

        var event = TestKafka.await("tsunagi.referral", id, 2).get(1);
        assertEquals("jp.tsunagi.referral.cancelled.v1", TestKafka.header(event, "ce_type"));
        assertEquals(
                "consent-withdrawn",
                ReferralClient.announced(event).get("reasonCode").textValue());
        as(sia())
                .get("/v1/referrals/" + id)
                .then()
                .body("status", equalTo("cancelled"))
                .body("summary", equalTo(null))
                .body("reasonCode", equalTo("consent-withdrawn"));
        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from disclosed_data where data_key is null and referral_id = '" + id + "'"));
    }

    @Test
    void aConsentTakenBackAfterAcceptanceMarksWhatTheDeskHoldsAndCancelsWhatItPassedOn() {
        EventExamples.Example handed = handovers.handedOver();
        String id = handed.data().get("referralId").textValue();
        TestKafka.send(handed);
        TestKafka.await("tsunagi.referral", id, 1);
        ReferralClient.decide(sia(), id, "accept", 2, "{}").statusCode(200);
        String child = ReferralClient.decide(
                        sia(),
                        id,
                        "forward",
                        3,
                        ReferralClient.example("forward").toString())
                .statusCode(200)
                .extract()
                .path("newReferral");
        ReferralClient.decide(sia(), child, "send", 1, "{}").statusCode(200);
        EventExamples.Example taken = handovers.withdrawn(handed);

        TestKafka.send(taken);
        TestKafka.send(taken);

        var event = TestKafka.await("tsunagi.referral", id, 4).get(3);
        assertEquals("jp.tsunagi.referral.consent-withdrawn.v1", TestKafka.header(event, "ce_type"));
        ReferralClient.announced(event);
        as(sia())
                .get("/v1/referrals/" + id)
                .then()
                .body("status", equalTo("accepted"))
                .body("businessStatus", equalTo("consent-withdrawn"))
                .body("version", equalTo(5))
                .body("disclosedData", equalTo(null))
                .body("history.command", hasItem("mark-consent-withdrawn"));
        as(counsellor()).get("/v1/referrals/" + id).then().body("history.command", hasItem("mark-consent-withdrawn"));
        as(sia())
                .get("/v1/referrals/" + child)
                .then()
                .body("status", equalTo("cancelled"))
                .body("reasonCode", equalTo("consent-withdrawn"));
        as(Tokens.staff("kimura", "SIA", "agency-staff"))
                .accept("text/html")
                .get("/partner/referrals/" + id)
                .then()
                .statusCode(200)
                .body(containsString("渡された内容を使うのをやめ"));
        assertTrue(isListed(Tokens.staff("kimura", "SIA", "agency-staff"), "/partner", "本人が同意を取消し"));
        ReferralClient.decide(
                        sia(),
                        id,
                        "forward",
                        5,
                        ReferralClient.example("forward").toString())
                .statusCode(409)
                .body("code", equalTo("consent-withdrawn"));
    }

    @Test
    void aConsentTakenBackBeforeTheHandoverArrivesIsNotDelivered() {
        EventExamples.Example handed = handovers.handedOver();
        String id = handed.data().get("referralId").textValue();

        TestKafka.send(handovers.withdrawn(handed));
        TestKafka.send(handed);

        assertEquals("cancelled", announced(id).get("status").textValue());
        as(sia()).get("/v1/referrals/" + id).then().statusCode(404);
        as(counsellor()).get("/v1/referrals/" + id).then().body("status", equalTo("cancelled"));
        assertEquals(0, TestDatabase.count("select count(*) from delivery where referral_id = '" + id + "'"));
        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from disclosed_data where referral_id = '" + id + "' and data_key is null"));
    }

    @Test
    void aWithdrawalThatIntakeDidNotSignChangesNothing() {
        EventExamples.Example handed = handovers.handedOver();
        String id = handed.data().get("referralId").textValue();
        TestKafka.send(handed);
        TestKafka.await("tsunagi.referral", id, 1);
        EventExamples.Example forged = handovers.withdrawn(handed);
        forged.data().put("statement", handovers.signed(handed.data(), id));

        TestKafka.send(forged);

        await().until(() -> parked(forged) == 1);
        as(sia()).get("/v1/referrals/" + id).then().body("status", equalTo("requested"));
    }

    /** As whoever can write to the broker would sign it. */
    private static String signedByAnother(ObjectNode data) {
        try {
            RawJwt token = RawJwt.newBuilder()
                    .setTypeHeader("handover+jwt")
                    .setSubject("referral/" + data.get("referralId").textValue())
                    .addJsonObjectClaim("statement", Handovers.said(data))
                    .withoutExpiration()
                    .build();
            return KeysetHandle.generateNew(KeyTemplates.get("JWT_ES256"))
                    .getPrimitive(RegistryConfiguration.get(), JwtPublicKeySign.class)
                    .signAndEncode(token);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String cut(ObjectNode data) {
        String token = data.get("statement").textValue();
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    private static long parked(EventExamples.Example event) {
        return TestDatabase.count("select count(*) from dead_letter where aggregate = '" + event.key() + "'");
    }

    private static JsonNode announced(String id) {
        return ReferralClient.announced(
                TestKafka.await("tsunagi.referral", id, 1).getFirst());
    }
}
