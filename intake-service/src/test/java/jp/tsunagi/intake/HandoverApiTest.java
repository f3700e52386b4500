package jp.tsunagi.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.platform.sealing.SignedStatements;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handing a case over: what is sent, and what is refused. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement("F1")
class HandoverApiTest {

    private final Database database;
    private final Desks desks;
    private final Envelope envelope;
    private final SignedStatements statements;

    HandoverApiTest(Database database, Desks desks, Envelope envelope, SignedStatements statements) {
        this.statements = statements;
        this.database = database;
        this.desks = desks;
        this.envelope = envelope;
    }

    @BeforeEach
    void theDirectoryIsKnown() {
        KnownDesks.announce(desks);
    }

    @Test
    @Requirement({"R2.8", "R8.9", "R11.1"})
    void aHandoverIsSentSealedWithWhatWasAgreedAndNothingElse() throws IOException {
        String id = IntakeClient.aFullConsultation().getString("id");

        String referral = IntakeClient.refer(
                        id, "1", IntakeClient.aHandover("SIA_HIBO", "narrative", "urls", "contact"))
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("referralId");

        JsonNode event = ContractEvents.sent("tsunagi.handover", id, 0);
        assertFalse(event.toString().contains("実名"));
        byte[] sealed = Base64.getDecoder().decode(event.get("sealedPackage").textValue());
        JsonNode opened = new ObjectMapper().readTree(envelope.open(Envelope.Receiver.REFERRAL, sealed, referral));
        assertEquals(Set.of("summary", "narrative", "urls", "contact"), members(opened));
        assertEquals("haruka@example.com", opened.get("contact").textValue());
        assertEquals("https://bbs.example.com/1", opened.get("urls").get(0).textValue());
        assertEquals("referred", IntakeClient.aCase(id).getString("status"));
    }

    @Test
    void theEventIsTheOneOfTheContract() {
        String id = IntakeClient.aFullConsultation().getString("id");
        String referral = IntakeClient.refer(
                        id, "1", IntakeClient.aHandover("SIA_HIBO", "narrative", "urls", "callName", "contact"))
                .jsonPath()
                .getString("referralId");

        JsonNode event = ContractEvents.assertLikeTheExample(
                "jp.tsunagi.consultation.handed-over.v1", id, 0, "referralId", "statement", "sealedPackage");

        assertEquals(referral, event.get("referralId").textValue());
    }

    @Test
    @Requirement("R4.5")
    void theStatementIsSignedAndSaysWhoGivesWhatToWhomAndWhy() throws IOException, NoSuchAlgorithmException {
        String id = IntakeClient.aFullConsultation().getString("id");
        String referral = IntakeClient.refer(
                        id, "1", IntakeClient.aHandover("SIA_HIBO", "narrative", "urls", "callName", "contact"))
                .jsonPath()
                .getString("referralId");

        JsonNode event = ContractEvents.sent("tsunagi.handover", id, 0);
        JsonNode said = statement(event);
        byte[] plain = envelope.open(
                Envelope.Receiver.REFERRAL,
                Base64.getDecoder().decode(event.get("sealedPackage").textValue()),
                referral);

        assertEquals(
                Set.of(
                        "at",
                        "basis",
                        "contentHash",
                        "requestedBy",
                        "consultationId",
                        "kind",
                        "originAgency",
                        "originDesk",
                        "targetDesk",
                        "categories",
                        "wish",
                        "consulterType",
                        "ageBand",
                        "urgency",
                        "label",
                        "disclosedFields"),
                members(said));
        assertEquals(id, said.get("consultationId").textValue());
        assertEquals("IHAHO", said.get("originAgency").textValue());
        assertEquals("SIA_HIBO", said.get("targetDesk").textValue());
        assertEquals("sato", said.get("requestedBy").textValue());
        assertEquals(event.get("at"), said.get("at"));
        assertEquals(event.get("disclosedFields"), said.get("disclosedFields"));
        assertEquals(4, said.get("disclosedFields").size());
        assertEquals(
                Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(plain)),
                said.get("contentHash").textValue());
        JsonNode basis = said.get("basis");
        assertEquals(Set.of("givenAt", "how", "kind", "recordId", "textVersion"), members(basis));
        assertEquals("consent", basis.get("kind").textValue());
        assertEquals("counsellor", basis.get("how").textValue());
        assertEquals("2026-11", basis.get("textVersion").textValue());
        assertEquals(1, database.count("consent", "id", basis.get("recordId").textValue()));
    }

    @Test
    void aStatementAboutAnotherReferralOrAChangedOneIsNotBelieved() {
        String id = IntakeClient.aFullConsultation().getString("id");
        IntakeClient.refer(id, "1", IntakeClient.aHandover("SIA_HIBO", "narrative", "urls", "contact"));
        String token =
                ContractEvents.sent("tsunagi.handover", id, 0).get("statement").textValue();
        String subject = "referral/"
                + ContractEvents.sent("tsunagi.handover", id, 0)
                        .get("referralId")
                        .textValue();

        assertThrows(IllegalArgumentException.class, () -> statements.verify("handover+jwt", "referral/other", token));
        assertThrows(IllegalArgumentException.class, () -> statements.verify("consent-withdrawal+jwt", subject, token));
        assertThrows(
                IllegalArgumentException.class,
                () -> statements.verify("handover+jwt", subject, token.replaceFirst("\\.e", ".f")));
    }

    @Test
    @Requirement("R2.8")
    void aDeskThatWouldRefuseIsNotSentTo() {
        refused(IntakeClient.aHandover("NOWHERE", "narrative"), "desk-unknown");
        refused(IntakeClient.aHandover("IHAHO", "narrative", "urls", "contact"), "desk-is-own");
        refused(IntakeClient.aHandover("CLOSED", "narrative", "urls", "contact"), "desk-not-accepting");
        refused(IntakeClient.aHandover("SIA_HIBO", "narrative", "urls"), "field-missing");
        refused(IntakeClient.aHandover("IHC", "urls", "contact"), "field-refused");
    }

    @Test
    void aKindOfConsulterTheDeskDoesNotTakeIsNotSentTo() {
        String id = IntakeClient.received(Map.of(
                        "text", "友人のこと https://bbs.example.com/2",
                        "consulter", Map.of("type", "third_party"),
                        "contact", "t@example.com"))
                .getString("id");

        refused(id, IntakeClient.aHandover("SIA_HIBO", "narrative", "urls", "contact"), "consulter-type-refused");
    }

    @Test
    @Requirement({"R2.5", "R2.8", "P14"})
    void withoutConsentOrGroundNothingLeaves() {
        refused(with("basis", null), "consent-missing");
        refused(with("basis", Map.of("kind", "consent")), "consent-missing");
        refused(told("2026-11", "2199-01-01T00:00:00Z"), "basis-time-in-future");
        refused(told("2026-11", "1900-01-01T00:00:00Z"), "basis-time-before-receipt");
        refused(told("2026-11", Instant.now().minus(Duration.ofMinutes(2)).toString()), "basis-time-before-receipt");
        refused(told("no-such-text", Instant.now().toString()), "basis-text-version-unknown");
        refused(told(" ", Instant.now().toString()), "basis-text-version-missing");
        refused(with("basis", Map.of("kind", "consent", "textVersion", "2026-11")), "basis-time-missing");
        refused(
                with(
                        "basis",
                        Map.of(
                                "kind",
                                "consent",
                                "textVersion",
                                "2026-11",
                                "givenAt",
                                Instant.now().toString(),
                                "fields",
                                List.of("urls"))),
                "field-beyond-consent");
        refused(with("basis", Map.of("kind", "69-2-iv", "reason", "公的機関の根拠")), "ground-unknown");
        refused(with("basis", Map.of("kind", "27-1-ii", "reason", " ")), "basis-reason-missing");
        refused(with("summary", "はる香さんの件"), "summary-identifies");
        refused(with("summary", " "), "summary-missing");
    }

    @Test
    void aGroundThatNoLawListsIsAnUnknownValue() {
        String id = IntakeClient.aFullConsultation().getString("id");
        long rows = database.rows();

        IntakeClient.refer(id, "1", with("basis", Map.of("kind", "because")))
                .then()
                .statusCode(400)
                .body("code", equalTo("value-unknown"))
                .body("errors[0].pointer", equalTo("/basis/kind"))
                .body("errors[0].allowed", hasItem("27-1-ii"));

        assertEquals(rows, database.rows());
    }

    @Test
    @Requirement({"R2.2", "R2.9"})
    void aStaleOrMissingVersionAnUnknownFieldOrASecondOpenReferralIsRefused() {
        String id = IntakeClient.aFullConsultation().getString("id");
        Map<String, Object> request = IntakeClient.aHandover("SIA_HIBO", "narrative", "urls", "contact");
        IntakeClient.sending(request)
                .auth()
                .oauth2(jp.tsunagi.testing.Tokens.staff("sato", "IHAHO", "counsellor"))
                .post("/v1/consultations/" + id + "/referrals")
                .then()
                .statusCode(428);
        IntakeClient.refer(id, "1", IntakeClient.aHandover("SIA_HIBO", "shoeSize"))
                .then()
                .statusCode(400)
                .body("code", equalTo("value-unknown"));
        String first = IntakeClient.refer(id, "1", request)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("referralId");
        long rows = database.rows();

        IntakeClient.refer(id, "1", request).then().statusCode(412);
        IntakeClient.refer(id, "2", request)
                .then()
                .statusCode(409)
                .body("code", equalTo("open-referral-exists"))
                .body("openReferral", equalTo(first));

        assertEquals(rows, database.rows());
    }

    private JsonNode statement(JsonNode event) throws IOException {
        String subject = "referral/" + event.get("referralId").textValue();
        return new ObjectMapper()
                .readTree(statements.verify(
                        "handover+jwt", subject, event.get("statement").textValue()));
    }

    private static Map<String, Object> told(String textVersion, String givenAt) {
        return with("basis", Map.of("kind", "consent", "textVersion", textVersion, "givenAt", givenAt));
    }

    private static Map<String, Object> with(String member, Object value) {
        Map<String, Object> request =
                new LinkedHashMap<>(IntakeClient.aHandover("SIA_HIBO", "narrative", "urls", "contact"));
        request.put(member, value);
        return request;
    }

    private void refused(Map<String, Object> request, String code) {
        refused(IntakeClient.aFullConsultation().getString("id"), request, code);
    }

    private void refused(String id, Map<String, Object> request, String code) {
        long rows = database.rows();
        IntakeClient.refer(id, "1", request).then().statusCode(422).body("errors.code", hasItem(code));
        assertEquals(rows, database.rows());
    }

    private static Set<String> members(JsonNode data) {
        Set<String> names = new TreeSet<>();
        data.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
