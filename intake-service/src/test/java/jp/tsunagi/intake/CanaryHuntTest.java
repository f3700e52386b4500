package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.SeenLogs;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.testing.TestMail;
import org.junit.jupiter.api.Test;

/** A word that stands in every field of a case is looked for in everything that the service writes down. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class CanaryHuntTest {

    private final String word = "zq" + UUID.randomUUID().toString().replace("-", "");
    private final String contact = word + "@example.com";

    private final Desks desks;

    CanaryHuntTest(Desks desks) {
        this.desks = desks;
    }

    @Test
    @Requirement({"R14.1", "R14.6", "R16.6"})
    void whatIsToldIsInNoLogTopicFileOrMail() {
        KnownDesks.announce(desks);
        String request = "request-" + UUID.randomUUID();
        try (SeenLogs logs = SeenLogs.open()) {
            JsonPath receipt = IntakeClient.received(consultation());
            String id = receipt.getString("id");
            String code = receipt.getString("confirmationCode");
            IntakeClient.counsellor()
                    .header("X-Request-Id", request)
                    .get("/v1/consultations/" + id)
                    .then()
                    .statusCode(200);
            IntakeClient.answer(id, "1", "answer " + word).then().statusCode(201);
            IntakeClient.sending(Map.of("text", "reply " + word))
                    .header("Confirmation-Code", code)
                    .post("/v1/mailbox/messages")
                    .then()
                    .statusCode(201);
            handOverByConsent(id);
            handOverInDanger();
            IntakeClient.counsellor()
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParam("find", "https://" + word + ".example.com/1")
                    .post("/desk/queue")
                    .then()
                    .statusCode(200);
            sendWhatIsRefused(id);
            TestKafka.await("tsunagi.consultation", id, 2);
            await("mail").until(() -> !TestMail.to(contact).isEmpty());

            for (String secret : List.of(word, code, code.replace("-", ""))) {
                assertEquals(List.of(), logs.places(secret, List.of()));
                assertEquals(List.of(), SeenLogs.files(secret));
            }
            for (TestMail.Letter mail : TestMail.to(contact)) {
                String beside = mail.source().replace(contact, "");
                assertFalse((mail.subject() + mail.text() + beside).contains(word), mail::source);
            }
            // The hunt finds what is there.
            assertFalse(SeenLogs.files(request).isEmpty(), "the id of a request is in the audit");
        }
    }

    private Map<String, Object> consultation() {
        return Map.of(
                "wish",
                "delete_by_other",
                "text",
                "story " + word,
                "categories",
                List.of("defamation"),
                "urls",
                List.of("https://" + word + ".example.com/1"),
                "consulter",
                Map.of("type", "victim_self", "ageBand", "30-39", "callName", "name " + word, "prefecture", word),
                "contact",
                contact);
    }

    private void handOverByConsent(String id) {
        String version = IntakeClient.aCase(id).getString("version");
        IntakeClient.refer(
                        id,
                        version,
                        Map.of(
                                "targetDesk",
                                "SIA_HIBO",
                                "fields",
                                List.of("narrative", "urls", "callName", "contact"),
                                "summary",
                                "summary " + word,
                                "basis",
                                IntakeClient.consentToldNow()))
                .then()
                .statusCode(202);
    }

    private void handOverInDanger() {
        String id = IntakeClient.received(consultation()).getString("id");
        String approval = IntakeClient.refer(
                        id,
                        "1",
                        Map.of(
                                "targetDesk",
                                "SIA_HIBO",
                                "fields",
                                List.of("narrative", "urls", "contact"),
                                "summary",
                                "summary " + word,
                                "basis",
                                Map.of("kind", "27-1-ii", "reason", "reason " + word)))
                .then()
                .statusCode(202)
                .extract()
                .path("approvalId");
        IntakeClient.sending(Map.of("reason", "approval " + word))
                .auth()
                .oauth2(jp.tsunagi.testing.Tokens.staff("suzuki", "IHAHO", "supervisor"))
                .header("If-Match", "\"2\"")
                .post("/v1/consultations/" + id + "/approvals/" + approval + "/approve")
                .then()
                .statusCode(202);
    }

    /** What cannot be taken is the likeliest to be quoted. */
    private void sendWhatIsRefused(String id) {
        IntakeClient.post(Map.of("text", "story " + word, word, word)).then().statusCode(400);
        IntakeClient.post("{\"text\":\"" + word).then().statusCode(400);
        IntakeClient.post(Map.of("text", "a", "contact", word)).then().statusCode(400);
        given().header("Confirmation-Code", word).get("/v1/mailbox").then().statusCode(404);
        IntakeClient.counsellor().get("/v1/consultations/" + word).then().statusCode(404);
        IntakeClient.counsellor().get("/v1/consultations?status=" + word).then().statusCode(400);
        IntakeClient.answer(id, "1", "answer " + word).then().statusCode(412);
    }
}
