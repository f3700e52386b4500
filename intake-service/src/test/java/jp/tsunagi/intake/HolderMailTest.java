package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestMail;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who works on a case is told that there is news, by one mail until they look, and of nothing in it. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class HolderMailTest {

    private final Desks desks;
    private final DeskWords words;

    private final String holder = "holder-" + UUID.randomUUID();
    private final String address = holder + "@ihaho.example.jp";
    private final String token = Tokens.staffWithMail(holder, address, "IHAHO", "counsellor");

    HolderMailTest(Desks desks, Envelope envelope) {
        this.desks = desks;
        words = new DeskWords(envelope);
    }

    @BeforeEach
    void theHolderIsKnown() {
        KnownDesks.announce(desks);
        IntakeClient.atTheDesk(token);
    }

    @Test
    @Requirement("R14.6")
    void whatThePersonWritesMakesOneMailUntilTheHolderLooksAndTellsNothing() {
        JsonPath receipt = heldCase();
        String id = receipt.getString("id");

        IntakeClient.write(receipt, "zqcanary もう一つあります").then().statusCode(201);
        IntakeClient.write(receipt, "zqcanary それから").then().statusCode(201);
        settled(id);
        TestMail.Letter mail = only(1);
        String everything = mail.subject() + mail.text() + mail.source().replace(address, "");
        for (String secret : List.of(
                "zqcanary",
                "はる香",
                "haruka",
                id,
                receipt.getString("receiptNumber"),
                receipt.getString("confirmationCode"),
                holder.substring(7))) {
            assertFalse(everything.contains(secret), secret + " in " + everything);
        }
        assertEquals(true, mail.text().contains("http://127.0.0.1:8080/desk/queue?view=mine"), mail::text);

        look(id);
        IntakeClient.write(receipt, "また書きます").then().statusCode(201);
        settled(id);
        only(2);
        assertNotEquals(messageId(0), messageId(1));
    }

    @Test
    void aDesksQuestionAndItsRefusalAreToldAndItsProgressIsNot() {
        JsonPath receipt = heldCase();
        String id = receipt.getString("id");
        String referral = referred(id);

        words.say("accepted", referral, id, 4, DeskWords.entry("accept", null, "agency"));
        DeskWords.heard(id, referral, 4);
        assertEquals(0, pending(id));
        words.say("information-requested", referral, id, 5, DeskWords.entry("ask-information", "いつ", "agency"));
        DeskWords.heard(id, referral, 5);
        settled(id);
        only(1);

        look(id);
        words.say("rejected", referral, id, 6, DeskWords.entry("reject", null, "agency"));
        DeskWords.heard(id, referral, 6);
        settled(id);
        only(2);
    }

    @Test
    @DisplayName("an emergency rings at the holder and at each supervisor, once until they look")
    void anEmergencyRingsAtTheHolderAndAtEachSupervisorOnce() {
        String chief = "chief-" + UUID.randomUUID();
        String chiefAddress = chief + "@ihaho.example.jp";
        IntakeClient.atTheDesk(Tokens.staffWithMail(chief, chiefAddress, "IHAHO", "supervisor"));
        IntakeClient.atTheDesk(Tokens.staffWithMail("other-" + chief, "other-" + chiefAddress, "TOKYO", "supervisor"));
        JsonPath receipt = heldCase();
        String id = receipt.getString("id");
        IntakeClient.write(receipt, "それから").then().statusCode(201);
        settled(id);

        IntakeClient.write(receipt, "もう死にたいです").then().statusCode(201);
        rings(id, chief);
        IntakeClient.write(receipt, "いま屋上にいます").then().statusCode(201);
        settled(id);

        TestMail.Letter rung = TestMail.to(chiefAddress).getFirst();
        assertEquals(1, TestMail.to(chiefAddress).size());
        assertTrue(rung.subject().contains("至急"), rung.subject());
        assertTrue(rung.text().contains("/desk/queue?urgency=emergency"), rung.text());
        assertFalse((rung.subject() + rung.text()).contains(id));
        assertEquals(
                1,
                TestMail.to(address).stream()
                        .filter(mail -> mail.subject().contains("至急"))
                        .count());
        assertEquals(0, TestMail.to("other-" + chiefAddress).size());
    }

    @Test
    void aNewEmergencyRingsAtTheSupervisorThoughNobodyHoldsIt() {
        String chief = "chief-" + UUID.randomUUID();
        String chiefAddress = chief + "@ihaho.example.jp";
        IntakeClient.atTheDesk(Tokens.staffWithMail(chief, chiefAddress, "IHAHO", "supervisor"));

        String id = IntakeClient.received("もう死にたいです").getString("id");
        rings(id, chief);
        settled(id);

        assertEquals(1, TestMail.to(chiefAddress).size());
    }

    @Test
    @DisplayName("what a desk writes is read for danger, too")
    void whatADeskWritesOfDangerRings() {
        JsonPath receipt = heldCase();
        String id = receipt.getString("id");
        String referral = referred(id);

        words.say("accepted", referral, id, 4, DeskWords.entry("accept", "よろしくお願いします。", "agency"));
        DeskWords.heard(id, referral, 4);
        assertEquals("normal", IntakeClient.aCase(id).getString("urgency"));
        words.say("progressed", referral, id, 5, DeskWords.entry("report-progress", "電話で、もう死にたいと話しています。", "agency"));
        DeskWords.heard(id, referral, 5);

        assertEquals("emergency", IntakeClient.aCase(id).getString("urgency"));
        rings(id, holder);
        settled(id);
        assertEquals(
                1,
                TestMail.to(address).stream()
                        .filter(mail -> mail.subject().contains("至急"))
                        .count());
    }

    @Test
    void aNoteOfDangerOpensAClosedCaseAgain() {
        JsonPath receipt = heldCase();
        String id = receipt.getString("id");
        String referral = referred(id);
        IntakeClient.sending(Map.of("confirmed", true))
                .auth()
                .oauth2(token)
                .header("If-Match", "\"3\"")
                .post("/v1/consultations/" + id + "/close")
                .then()
                .statusCode(200);

        words.say("progressed", referral, id, 5, DeskWords.entry("report-progress", "もう死にたいと話しています。", "agency"));
        DeskWords.heard(id, referral, 5);

        assertEquals("in-progress", IntakeClient.aCase(id).getString("status"));
        assertEquals("emergency", IntakeClient.line(id, holder).get("urgency"));
    }

    /** Waits until somebody is to be told, or was told, of an emergency. */
    private static void rings(String id, String account) {
        await("rings")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> TestDatabase.count(
                                "select count(*) from notification where emergency and consultation_id::text = ? and account = '"
                                        + account + "'",
                                id)
                        == 1);
    }

    @Test
    void whoIsGivenACaseIsToldAndWhoHadItNoLonger() {
        String next = "next-" + UUID.randomUUID();
        String nextAddress = next + "@ihaho.example.jp";
        IntakeClient.atTheDesk(Tokens.staffWithMail(next, nextAddress, "IHAHO", "counsellor"));
        JsonPath receipt = heldCase();
        String id = receipt.getString("id");

        assign(id, next);
        settled(id);
        IntakeClient.write(receipt, "書きます").then().statusCode(201);
        settled(id);

        assertEquals(1, TestMail.to(nextAddress).size());
        assertEquals(0, TestMail.to(address).size());
    }

    @Test
    void anAccountWithoutAnAddressIsSentNothingAndThePageIsWhole() {
        String quiet = "quiet-" + UUID.randomUUID();
        IntakeClient.atTheDesk(quiet, "counsellor");
        JsonPath receipt = heldCase();
        String id = receipt.getString("id");
        assign(id, quiet);
        settled("%");
        int before = TestMail.count();

        IntakeClient.write(receipt, "書きます").then().statusCode(201);
        settled(id);

        assertEquals(before, TestMail.count());
        given().auth()
                .oauth2(Tokens.staff(quiet, "IHAHO", "counsellor"))
                .accept("text/html")
                .get("/desk/case/" + id)
                .then()
                .statusCode(200);
    }

    /** A case that the holder has taken. */
    private JsonPath heldCase() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        given().auth()
                .oauth2(token)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", UUID.randomUUID().toString())
                .formParam("version", "1")
                .post("/desk/case/" + receipt.getString("id") + "/take")
                .then()
                .statusCode(303);
        return receipt;
    }

    private String referred(String id) {
        return IntakeClient.sending(IntakeClient.aHandover("SIA_HIBO", "narrative", "urls", "contact"))
                .auth()
                .oauth2(token)
                .header("If-Match", "\"2\"")
                .post("/v1/consultations/" + id + "/referrals")
                .then()
                .statusCode(202)
                .extract()
                .path("referralId");
    }

    private void assign(String id, String to) {
        IntakeClient.sending(Map.of("to", to))
                .auth()
                .oauth2(token)
                .header("If-Match", "\"2\"")
                .post("/v1/consultations/" + id + "/assign")
                .then()
                .statusCode(200);
    }

    private void look(String id) {
        given().auth().oauth2(token).get("/v1/consultations/" + id).then().statusCode(200);
    }

    /** Waits until nothing is left to send about a case. */
    private static void settled(String id) {
        await("sent")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> TestDatabase.count(
                                "select count(*) from notification where sent_at is null and consultation_id::text like ?",
                                id)
                        == 0);
    }

    private static long pending(String id) {
        return TestDatabase.count("select count(*) from notification where consultation_id::text = ?", id);
    }

    private TestMail.Letter only(int expected) {
        List<TestMail.Letter> sent = TestMail.to(address);
        assertEquals(expected, sent.size());
        return sent.getLast();
    }

    private String messageId(int index) {
        return TestMail.to(address).get(index).messageId();
    }
}
