package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class ConsultationApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    ConsultationApiTest(Database database) {
        this.database = database;
    }

    static Stream<Cases> cases() {
        return Cases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theThirteenCasesAreTakenIn(Cases one) {
        Intake.post(one.request().toString())
                .then()
                .statusCode(201)
                .body("receiptNumber", matchesPattern("20\\d\\d-[2-9A-Z]{4}-[2-9A-Z]{2}"))
                .body("confirmationCode", matchesPattern("\\d{16}"))
                .body("urgency", equalTo(one.text("urgency")))
                .body("status", equalTo("received"));
    }

    @Test
    void aConsultationIsReadBackExactlyAsWritten() {
        String text = "𠮷野家の葛\uDB40\uDD00城さん <script>alert(1)</script> {7*7} 👨‍👩‍👧\n2行目";
        String id = Intake.received(text).getString("id");

        assertEquals(text, Intake.aCase(id).getString("text"));
    }

    @Test
    void theEventIsTheOneOfTheContract() {
        String id = Intake.aFullConsultation().getString("id");

        JsonNode sent = sent("tsunagi.consultation", id, 0);

        assertEquals(
                members(EventExamples.read("jp.tsunagi.consultation.received.v1")
                        .data()),
                members(sent));
        assertEquals("received", sent.get("status").textValue());
        assertFalse(sent.toString().contains("実名"), sent.toString());
    }

    @Test
    void theSameKeyIsOneConsultationAndOneAnswer() {
        String key = UUID.randomUUID().toString();
        String body = "{\"text\":\"二度押し\"}";

        String first = withKey(key, body).then().statusCode(201).extract().asString();
        long rows = database.rows();

        String second = withKey(key, body)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .extract()
                .asString();
        assertEquals(JsonPath.from(first).getString("id"), JsonPath.from(second).getString("id"));
        assertEquals(rows, database.rows());
        withKey(key, "{\"text\":\"別の相談\"}").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void nothingPersonalIsReadableInTheDatabase() {
        String canary = "かなりあ9482";
        String code = Intake.received(Map.of(
                        "text", canary + "本文 https://" + "canary9482.example.com/x",
                        "callName", canary + "名",
                        "contactMail", "canary9482@example.com",
                        "prefecture", canary + "県"))
                .getString("confirmationCode");

        String dump = database.dump();

        assertFalse(dump.contains(canary));
        assertFalse(dump.contains("canary9482"));
        assertFalse(dump.contains(HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8))));
        assertFalse(dump.contains(HexFormat.of().formatHex("canary9482".getBytes(StandardCharsets.UTF_8))));
        assertFalse(dump.contains(code));
    }

    static Stream<Map.Entry<String, String>> badBodies() {
        return Map.ofEntries(
                Map.entry("{}", "text-missing"),
                Map.entry("{\"text\":\" 　 \"}", "text-missing"),
                Map.entry("{\"text\":\"" + "あ".repeat(17_000) + "\"}", "text-too-long"),
                Map.entry("{\"text\":\"a\\u0000b\"}", "text-not-storable"),
                Map.entry("{\"text\":\"a\\ud800b\"}", "text-not-storable"),
                Map.entry("{\"text\":\"a\",\"text\":\"b\"}", "json-unreadable"),
                Map.entry("{\"text\":\"a\",\"nickname\":\"b\"}", "field-unknown"),
                Map.entry("{\"text\":\"a\",\"wish\":\"revenge\"}", "value-unknown"),
                Map.entry("{\"text\":\"a\",\"categories\":[\"nonsense\"]}", "value-unknown"),
                Map.entry("{\"text\":\"a\",\"urls\":[\"javascript:alert(1)\"]}", "url-format"),
                Map.entry("{\"text\":\"a\",\"contactMail\":\"nobody\"}", "mail-format"),
                Map.entry("{\"text\":\"a\",\"confirmationCode\":\"12\"}", "confirmation-code-malformed"),
                Map.entry("{\"text\":", "json-unreadable"),
                Map.entry("null", "input-invalid"))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void badInputGetsItsOwnCodeAndChangesNothing(Map.Entry<String, String> bad) {
        long rows = database.rows();

        Intake.post(bad.getKey())
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo(bad.getValue()))
                .body("blame", equalTo("sender"));

        assertEquals(rows, database.rows());
    }

    @Test
    void anotherContentTypeOrAMissingKeyIsRefused() {
        long rows = database.rows();

        given().contentType(ContentType.TEXT)
                .body("text")
                .post("/v1/consultations")
                .then()
                .statusCode(415);
        given().contentType(ContentType.JSON)
                .body("{\"text\":\"a\"}")
                .post("/v1/consultations")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));

        assertEquals(rows, database.rows());
    }

    @Test
    void aCodeThatExistsCannotBeBrought() {
        String code = Intake.received("一件目").getString("confirmationCode");

        Intake.post(Map.of("text", "二件目", "confirmationCode", code))
                .then()
                .statusCode(409)
                .body("code", equalTo("confirmation-code-unusable"));
    }

    @Test
    void aCodeShownBeforeSendingOpensTheMailbox() {
        Intake.received(Map.of("text", "先に控えた", "confirmationCode", "９１２３ 4567-8901 2345"));

        given().header("Confirmation-Code", "9123456789012345")
                .get("/v1/mailbox")
                .then()
                .statusCode(200);
    }

    @Test
    void anAnswerNeedsTheVersionSeenAndTheLoserLearnsWhoWon() {
        String id = Intake.received("回答").getString("id");
        long rows = database.rows();
        Intake.sending(Map.of("text", "a"))
                .auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .post("/v1/consultations/" + id + "/answers")
                .then()
                .statusCode(428)
                .body("code", equalTo("version-missing"));
        assertEquals(rows, database.rows());

        Intake.answer(id, "1", "証拠を残しましょう")
                .then()
                .statusCode(201)
                .body("status", equalTo("advised"))
                .body("version", equalTo(2));

        Intake.answer(id, "1", "遅れた回答")
                .then()
                .statusCode(412)
                .body("code", equalTo("stale"))
                .body("changedBy", equalTo("sato"))
                .body("currentVersion", equalTo(2));
        Intake.answer(id, "2", " ").then().statusCode(400).body("code", equalTo("text-missing"));
        JsonNode advised = sent("tsunagi.consultation", id, 1);
        assertEquals(
                members(EventExamples.read("jp.tsunagi.consultation.advised.v1").data()), members(advised));
        assertEquals(2, advised.get("version").intValue());
    }

    @Test
    void itIsReadyAndDescribesItself() {
        given().get("/q/health/ready").then().statusCode(200);
        assertTrue(given().get("/q/openapi").asString().contains("/v1/consultations"));
    }

    private static io.restassured.response.Response withKey(String key, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/consultations");
    }

    static JsonNode sent(String topic, String key, int position) {
        try {
            return JSON.readTree(
                    TestKafka.await(topic, key, position + 1).get(position).value());
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    static TreeSet<String> members(JsonNode data) {
        TreeSet<String> names = new TreeSet<>();
        ((ObjectNode) data).fieldNames().forEachRemaining(names::add);
        return names;
    }
}
