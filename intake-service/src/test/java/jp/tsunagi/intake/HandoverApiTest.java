package jp.tsunagi.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handing over and hearing back, desk directory included. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class HandoverApiTest {

    private final Database database;
    private final Desks desks;
    private final Envelope envelope;

    HandoverApiTest(Database database, Desks desks, Envelope envelope) {
        this.database = database;
        this.desks = desks;
        this.envelope = envelope;
    }

    @BeforeEach
    void theDirectoryIsKnown() throws InterruptedException {
        if (desks.find("IHC").isPresent()) {
            return;
        }
        Intake.aDesk("SIA_HIBO", data -> {});
        Intake.aDesk("CLOSED", data -> data.put("accepting", false));
        Intake.aDesk("IHAHO", data -> data.put("agency", "IHAHO"));
        Intake.aDesk("IHC", data -> {
            data.put("agency", "IHC");
            data.putArray("requiredFields").add("urls");
            data.putArray("refusedFields").add("contact").add("callName");
            data.putArray("refusedConsulterTypes");
        });
        Database.await(
                "desks",
                () -> Set.of("SIA_HIBO", "CLOSED", "IHAHO", "IHC").stream()
                        .allMatch(code -> desks.find(code).isPresent()));
    }

    @Test
    void aHandoverIsSentSealedWithWhatWasAgreedAndNothingElse() throws IOException {
        String id = Intake.aFullConsultation().getString("id");

        String referral = Intake.refer(id, "1", Intake.aHandover("SIA_HIBO", "narrative", "urls", "contact"))
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("referralId");

        JsonNode event = ConsultationApiTest.sent("tsunagi.handover", id, 0);
        JsonNode example =
                EventExamples.read("jp.tsunagi.consultation.handed-over.v1").data();
        assertEquals(ConsultationApiTest.members(example), ConsultationApiTest.members(event));
        assertEquals(
                ConsultationApiTest.members(example.get("basis")), ConsultationApiTest.members(event.get("basis")));
        assertFalse(event.toString().contains("実名"));
        byte[] sealed = Base64.getDecoder().decode(event.get("sealedPackage").textValue());
        JsonNode opened = new ObjectMapper().readTree(envelope.open(sealed, referral));
        assertEquals(Set.of("summary", "narrative", "urls", "contact"), ConsultationApiTest.members(opened));
        assertEquals("haruka@example.com", opened.get("contact").textValue());
        assertEquals("https://bbs.example.com/1", opened.get("urls").get(0).textValue());
        assertEquals("referred", Intake.aCase(id).getString("status"));
    }

    @Test
    void aDeskThatWouldRefuseIsNotSentTo() {
        refused(Intake.aHandover("NOWHERE", "narrative"), "desk-unknown");
        refused(Intake.aHandover("IHAHO", "narrative", "urls", "contact"), "desk-is-own");
        refused(Intake.aHandover("CLOSED", "narrative", "urls", "contact"), "desk-not-accepting");
        refused(Intake.aHandover("SIA_HIBO", "narrative", "urls"), "required-field-missing");
        refused(Intake.aHandover("IHC", "urls", "contact"), "field-refused");
    }

    @Test
    void aKindOfConsulterTheDeskDoesNotTakeIsNotSentTo() {
        String id = Intake.received(Map.of(
                        "text", "友人のこと https://bbs.example.com/2",
                        "consulterType", "third_party",
                        "contactMail", "t@example.com"))
                .getString("id");

        refused(id, Intake.aHandover("SIA_HIBO", "narrative", "urls", "contact"), "consulter-type-refused");
    }

    @Test
    void withoutConsentOrGroundNothingLeaves() {
        refused(with("basis", null), "consent-missing");
        refused(with("basis", Map.of("kind", "consent")), "consent-missing");
        refused(
                with("basis", Map.of("kind", "consent", "textVersion", "2026-11", "givenAt", "2199-01-01T00:00:00Z")),
                "consent-incomplete");
        refused(
                with(
                        "basis",
                        Map.of(
                                "kind",
                                "consent",
                                "textVersion",
                                "2026-11",
                                "givenAt",
                                "2026-11-20T06:00:00Z",
                                "fields",
                                List.of("urls"))),
                "field-beyond-consent");
        refused(with("basis", Map.of("kind", "because")), "ground-unknown");
        refused(
                with("basis", Map.of("kind", "27-1-ii", "reason", "命の危険", "approvedBy", "sato")),
                "ground-own-approval");
        refused(with("summary", "はる香さんの件"), "summary-identifies");
        refused(with("summary", " "), "summary-missing");
    }

    @Test
    void anotherGroundIsRecordedSealedAndNamedInTheEvent() {
        String id = Intake.aFullConsultation().getString("id");
        Map<String, Object> request =
                with("basis", Map.of("kind", "27-1-ii", "reason", "canaryground", "approvedBy", "suzuki"));

        Intake.refer(id, "1", request).then().statusCode(202);

        JsonNode event = ConsultationApiTest.sent("tsunagi.handover", id, 0);
        assertEquals("27-1-ii", event.get("basis").get("kind").textValue());
        assertEquals("suzuki", event.get("basis").get("approvedBy").textValue());
        assertFalse(event.toString().contains("canaryground"));
        assertFalse(database.dump().contains("canaryground"));
    }

    @Test
    void aStaleOrMissingVersionAnUnknownFieldOrASecondOpenReferralIsRefused() {
        String id = Intake.aFullConsultation().getString("id");
        Map<String, Object> request = Intake.aHandover("SIA_HIBO", "narrative", "urls", "contact");
        Intake.sending(request)
                .auth()
                .oauth2(jp.tsunagi.testing.Tokens.staff("sato", "IHAHO", "counsellor"))
                .post("/v1/consultations/" + id + "/referrals")
                .then()
                .statusCode(428);
        Intake.refer(id, "1", Intake.aHandover("SIA_HIBO", "shoeSize"))
                .then()
                .statusCode(400)
                .body("code", equalTo("value-unknown"));
        String first = Intake.refer(id, "1", request)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("referralId");
        long rows = database.rows();

        Intake.refer(id, "1", request).then().statusCode(412);
        Intake.refer(id, "2", request)
                .then()
                .statusCode(409)
                .body("code", equalTo("referral-open"))
                .body("referralId", equalTo(first));

        assertEquals(rows, database.rows());
    }

    @Test
    void aRejectedCaseIsBackOnTopWithReasonAndBetterDesk() throws InterruptedException {
        String id = Intake.aFullConsultation().getString("id");
        String referral = referred(id);

        announce("rejected", referral, id, 4);
        Database.await("returned", () -> "returned".equals(Intake.aCase(id).getString("status")));

        assertEquals("not-in-remit", Intake.aCase(id).getString("returned.reason"));
        assertEquals("MOJ_JINKEN", Intake.aCase(id).getString("returned.suggestedDesk"));
        Intake.counsellor()
                .get("/v1/consultations?status=returned&limit=100")
                .then()
                .body("items.id", hasItem(id));
    }

    @Test
    void aReferralIsFollowedOnceAndOldNewsIsIgnored() throws InterruptedException {
        String id = Intake.aFullConsultation().getString("id");
        String referral = referred(id);

        String eventId = UUID.randomUUID().toString();
        announce("accepted", referral, id, 4, eventId);
        announce("accepted", referral, id, 4, eventId);
        announce("received", referral, id, 3);
        announce("completed", referral, id, 6);
        Database.await("completed", () -> "completed".equals(Intake.aCase(id).getString("referrals[0].status")));

        assertEquals("in-progress", Intake.aCase(id).getString("status"));
        assertEquals("content-removed", Intake.aCase(id).getString("referrals[0].outcomeCodes[0]"));
        assertEquals(1, database.count("inbox", "event_id", eventId));
        assertEquals(6, Intake.aCase(id).getInt("referrals[0].version"));
    }

    @Test
    void aReferralThatCouldNotBeDeliveredComesBackToo() throws InterruptedException {
        String id = Intake.aFullConsultation().getString("id");

        announce("not-delivered", referred(id), id, 1);

        Database.await("returned", () -> "returned".equals(Intake.aCase(id).getString("status")));
        assertEquals("not-delivered", Intake.aCase(id).getString("referrals[0].status"));
    }

    @Test
    void anotherAgencysReferralThatNamesOurCaseDoesNotMoveIt() throws InterruptedException {
        String id = Intake.aFullConsultation().getString("id");
        String ours = referred(id);
        String theirs = UUID.randomUUID().toString();

        announce("rejected", theirs, id, 2, UUID.randomUUID().toString(), "SIA");
        announce("requested", ours, id, 2);

        Database.await(
                "referral",
                () -> Intake.aCase(id).getString("referrals[0].status").equals("requested"));
        assertEquals(1, Intake.aCase(id).getList("referrals").size());
        assertEquals("referred", Intake.aCase(id).getString("status"));
    }

    @Test
    void anOlderDirectoryEntryDoesNotReplaceANewerOne() throws InterruptedException {
        Intake.aDesk("AGING", data -> data.put("version", 3).put("nameJa", "新しい名前"));
        Intake.aDesk("AGING", data -> data.put("version", 2).put("nameJa", "古い名前"));
        Intake.aDesk("AGING_LATER", data -> {});
        Database.await("desk", () -> desks.find("AGING").isPresent());

        assertEquals("新しい名前", desks.find("AGING").orElseThrow().nameJa());
    }

    private String referred(String id) {
        return Intake.refer(id, "1", Intake.aHandover("SIA_HIBO", "narrative", "urls", "contact"))
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("referralId");
    }

    private static Map<String, Object> with(String member, Object value) {
        Map<String, Object> request = new LinkedHashMap<>(Intake.aHandover("SIA_HIBO", "narrative", "urls", "contact"));
        request.put(member, value);
        return request;
    }

    private void refused(Map<String, Object> request, String code) {
        refused(Intake.aFullConsultation().getString("id"), request, code);
    }

    private void refused(String id, Map<String, Object> request, String code) {
        long rows = database.rows();
        Intake.refer(id, "1", request).then().statusCode(422).body("errors.code", hasItem(code));
        assertEquals(rows, database.rows());
    }

    private static void announce(String name, String referral, String consultation, long version) {
        announce(name, referral, consultation, version, UUID.randomUUID().toString());
    }

    private static void announce(String name, String referral, String consultation, long version, String eventId) {
        announce(name, referral, consultation, version, eventId, "IHAHO");
    }

    private static void announce(
            String name, String referral, String consultation, long version, String eventId, String origin) {
        EventExamples.Example example = EventExamples.read("jp.tsunagi.referral." + name + ".v1");
        ObjectNode data = example.data().deepCopy();
        data.put("referralId", referral);
        data.put("consultationId", consultation);
        data.put("version", version);
        data.put("originAgency", origin);
        TestKafka.send(
                new EventExamples.Example(
                        example.topic(), example.type(), example.source(), "referral/" + referral, version, data),
                eventId);
    }
}
