package jp.tsunagi.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.testing.OpenApiRules;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples in the description of the API are bodies that are taken. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class RequestExamplesTest {

    private final Desks desks;

    RequestExamplesTest(Desks desks) {
        this.desks = desks;
    }

    @Test
    void aConsultationAnAnswerAndAMessageAreTaken() {
        JsonPath receipt = received();

        IntakeClient.sendAnswer(receipt.getString("id"), "1", IntakeClient.example("answer"))
                .then()
                .statusCode(201);
        IntakeClient.sending(IntakeClient.example("mailbox-message"))
                .header("Confirmation-Code", receipt.getString("confirmationCode"))
                .post("/v1/mailbox/messages")
                .then()
                .statusCode(201);
    }

    @Test
    void anAnswerOfTriageIsDecided() {
        IntakeClient.sending(IntakeClient.example("triage-decision"))
                .auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .header("If-Match", "\"1\"")
                .post("/v1/consultations/" + received().getString("id") + "/triage-decisions")
                .then()
                .statusCode(201);
    }

    @Test
    void theEntryOfAProviderIsCorrected() {
        String etag = ProviderTest.anExample();

        IntakeClient.sending(IntakeClient.example("provider"))
                .auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .header("If-Match", etag)
                .put("/v1/providers/example-board")
                .then()
                .statusCode(200);
    }

    @Test
    void placesAreNamedAndWhatProvidersWereAskedAndAnsweredIsNoted() {
        String targets = "/v1/consultations/" + received().getString("id") + "/targets";

        asCounsellor("targets").post(targets).then().statusCode(201);
        String target = IntakeClient.counsellor().get(targets).path("items[0].id");
        String request = asCounsellor("request-to-provider")
                .post(targets + "/" + target + "/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("requestId");
        asCounsellor("answer-of-provider")
                .post(targets + "/" + target + "/requests/" + request + "/answers")
                .then()
                .statusCode(201);
    }

    @Test
    void aDayFromWhichAPeriodRunsIsNoted() {
        JsonPath receipt = received();

        asCounsellor("starting-day")
                .post("/v1/consultations/" + receipt.getString("id") + "/deadlines")
                .then()
                .statusCode(201);
        IntakeClient.sending(IntakeClient.example("starting-day"))
                .header("Confirmation-Code", receipt.getString("confirmationCode"))
                .post("/v1/mailbox/deadlines")
                .then()
                .statusCode(201);
    }

    private static RequestSpecification asCounsellor(String example) {
        return IntakeClient.sending(IntakeClient.example(example))
                .auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"));
    }

    @Test
    void rulesAreTried() {
        IntakeClient.sending(IntakeClient.example("dry-run"))
                .auth()
                .oauth2(Tokens.staff("suzuki", "IHAHO", "supervisor"))
                .post("/v1/consultations/rules/dry-runs")
                .then()
                .statusCode(200);
    }

    @Test
    void aCaseIsGivenToAColleague() {
        IntakeClient.atTheDesk("suzuki", "supervisor");

        IntakeClient.sending(IntakeClient.example("assign"))
                .auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .header("If-Match", "\"1\"")
                .post("/v1/consultations/" + received().getString("id") + "/assign")
                .then()
                .statusCode(200);
    }

    @Test
    void aHandoverByConsentIsTaken() throws JsonProcessingException {
        KnownDesks.announce(desks);
        // The time in the example is before this consultation, and is therefore brought up to date.
        ObjectNode example = (ObjectNode) json(IntakeClient.example("referral-by-consent"));
        example.withObject("basis").put("givenAt", Instant.now().toString());

        IntakeClient.refer(received().getString("id"), "1", example.toString())
                .then()
                .statusCode(202);
    }

    @ParameterizedTest
    @CsvSource({"approval, approve", "approval-declined, decline"})
    void aHandoverWithoutConsentAndTheDecisionOnItAreTaken(String decision, String verdict) {
        KnownDesks.announce(desks);
        String id = received().getString("id");
        String approval = IntakeClient.refer(id, "1", IntakeClient.example("referral-in-danger-to-life"))
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("approvalId");

        IntakeClient.sending(IntakeClient.example(decision))
                .auth()
                .oauth2(Tokens.staff("suzuki", "IHAHO", "supervisor"))
                .header("If-Match", "\"2\"")
                .post("/v1/consultations/" + id + "/approvals/" + approval + "/" + verdict)
                .then()
                .statusCode(202);
    }

    @Test
    void aCaseIsReadBackInTheShapeItWasSent() throws JsonProcessingException {
        JsonNode read = json(IntakeClient.counsellor()
                .get("/v1/consultations/" + received().getString("id"))
                .asString());

        json(IntakeClient.example("consultation"))
                .properties()
                .forEach(sent -> assertEquals(sent.getValue(), read.get(sent.getKey()), sent.getKey()));
    }

    @Test
    void everyPostWithABodyShowsItsExamples() throws JsonProcessingException {
        JsonNode paths = OpenApiRules.document().path("paths");
        Set<String> posts = new TreeSet<>();
        paths.properties().forEach(path -> {
            if (path.getValue()
                    .at("/post/requestBody/content/application~1json")
                    .isObject()) {
                posts.add(path.getKey());
            }
        });

        assertEquals(posts, new TreeSet<>(RequestBodiesFilter.FILES.keySet()));
        for (String path : posts) {
            JsonNode shown = paths.path(path).at("/post/requestBody/content/application~1json/examples");
            for (String name : RequestBodiesFilter.FILES.get(path)) {
                assertEquals(json(IntakeClient.example(name)), shown.path(name).path("value"), name);
            }
        }
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    private static JsonPath received() {
        return IntakeClient.post(IntakeClient.example("consultation"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
