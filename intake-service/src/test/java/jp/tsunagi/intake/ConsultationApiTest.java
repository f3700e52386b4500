package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jp.tsunagi.testing.OpenApiRules;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class ConsultationApiTest {

    private final Database database;

    ConsultationApiTest(Database database) {
        this.database = database;
    }

    static Stream<SampleCase> cases() {
        return SampleCase.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theThirteenCasesAreTakenIn(SampleCase one) {
        IntakeClient.post(one.request().toString())
                .then()
                .statusCode(201)
                .body("receiptNumber", matchesPattern("20\\d\\d-[2-9A-Z]{4}-[2-9A-Z]{2}"))
                .body("confirmationCode", matchesPattern("\\d{16}"))
                .body("urgency", equalTo(one.text("urgency")))
                .body("status", equalTo("received"));
    }

    @Test
    @Requirement({"R1.1", "R1.3"})
    void aConsultationIsReadBackExactlyAsWritten() {
        String text = "𠮷野家の葛\uDB40\uDD00城さん <script>alert(1)</script> {7*7} 👨‍👩‍👧\n2行目";
        String id = IntakeClient.received(text).getString("id");

        assertEquals(text, IntakeClient.aCase(id).getString("text"));
    }

    @Test
    void theEventIsTheOneOfTheContract() {
        String id =
                IntakeClient.received(IntakeClient.aFullRequest("delete_self")).getString("id");

        JsonNode sent = ContractEvents.assertLikeTheExample("jp.tsunagi.consultation.received.v1", id, 0);

        assertFalse(sent.toString().contains("実名"), sent.toString());
    }

    @Test
    void anAnswerTheEndAndWhatIsWrittenAfterItAreTheEventsOfTheContract() {
        JsonPath receipt = IntakeClient.received("回答して終わる");
        String id = receipt.getString("id");
        IntakeClient.answer(id, "1", "証拠を残しましょう").then().statusCode(201);
        IntakeClient.close(id, "2").then().statusCode(303);
        IntakeClient.write(receipt, "また書かれました").then().statusCode(201);

        ContractEvents.assertLikeTheExample("jp.tsunagi.consultation.advised.v1", id, 1);
        ContractEvents.assertLikeTheExample("jp.tsunagi.consultation.closed.v1", id, 2);
        ContractEvents.assertLikeTheExample("jp.tsunagi.consultation.reopened.v1", id, 3);
    }

    @Test
    @Requirement("R2.6")
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
    @Requirement({"R6.1", "R11.1", "R16.6"})
    void nothingPersonalIsReadableInTheDatabase() {
        String canary = "かなりあ9482";
        String code = IntakeClient.received(Map.of(
                        "text",
                        canary + "本文 https://" + "canary9482.example.com/x",
                        "consulter",
                        Map.of("callName", canary + "名", "prefecture", canary + "県"),
                        "contact",
                        "canary9482@example.com"))
                .getString("confirmationCode");

        String dump = TestDatabase.dump();

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
                Map.entry("{\"text\":\"a\",\"categories\":[null]}", "input-invalid"),
                Map.entry("{\"text\":\"a\",\"urls\":[" + "\"a.example.com\",".repeat(50) + "\"\"]}", "input-invalid"),
                Map.entry("{\"text\":\"a\",\"urls\":[\"javascript:alert(1)\"]}", "url-format"),
                Map.entry("{\"text\":\"a\",\"consulter\":{\"type\":\"ghost\"}}", "value-unknown"),
                Map.entry("{\"text\":\"a\",\"consulter\":{\"name\":\"b\"}}", "field-unknown"),
                Map.entry("{\"text\":\"a\",\"consulter\":{\"prefecture\":\"a\\u0000\"}}", "text-not-storable"),
                Map.entry("{\"text\":\"a\",\"contact\":\"nobody\"}", "mail-format"),
                Map.entry("{\"text\":\"a\",\"confirmationCode\":\"0000000000000000\"}", "field-unknown"),
                Map.entry("{\"text\":", "json-unreadable"),
                Map.entry("null", "input-invalid"))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    @Requirement("R1.9")
    void badInputGetsItsOwnCodeAndChangesNothing(Map.Entry<String, String> bad) {
        long rows = database.rows();

        IntakeClient.post(bad.getKey())
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo(bad.getValue()))
                .body("blame", equalTo("sender"));

        assertEquals(rows, database.rows());
    }

    @Test
    @Requirement({"R1.10", "R2.6", "R4.1"})
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
    void whatACallerSendsIsNotInTheLog() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler log = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage() + " " + Arrays.toString(line.getParameters()) + " " + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(log);
        try {
            IntakeClient.post("{\"text\":\"a\",\"canary5512name\":\"b\"}")
                    .then()
                    .statusCode(400);
            IntakeClient.post("{\"text\":\"a\",\"wish\":\"canary5512value\"}")
                    .then()
                    .statusCode(400);
        } finally {
            Logger.getLogger("").removeHandler(log);
        }

        assertEquals(
                List.of(),
                lines.stream().filter(line -> line.contains("canary5512")).toList());
    }

    @Test
    void aKeyThatAStrangerCouldUseAsWellIsRefused() {
        long rows = database.rows();

        for (String key :
                List.of("12345678", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa", "demo-1-demo-1-demo-1-demo-1", "x".repeat(129))) {
            withKey(key, "{\"text\":\"相談\"}").then().statusCode(400).body("code", equalTo("idempotency-key-guessable"));
        }

        assertEquals(rows, database.rows());
    }

    @Test
    void aRepeatGetsTheCodeAgainAlthoughNobodyKeepsItOrTheKey() {
        String key = UUID.randomUUID().toString();
        String code = withKey(key, "{\"text\":\"返事が届かない\"}").jsonPath().getString("confirmationCode");

        String again = withKey(key, "{\"text\":\"返事が届かない\"}")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .extract()
                .jsonPath()
                .getString("confirmationCode");

        assertEquals(code, again);
        given().header("Confirmation-Code", code).get("/v1/mailbox").then().statusCode(200);
        assertFalse(TestDatabase.dump().contains(key));
        withKey(key, "{\"text\":\"ほかの人の相談\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"))
                .body(not(containsString(code)));
        String other = withKey(UUID.randomUUID().toString(), "{\"text\":\"返事が届かない\"}")
                .jsonPath()
                .getString("confirmationCode");
        assertNotEquals(code, other, "the same text under another key is another consultation");
    }

    @Test
    @Requirement("R2.9")
    void anAnswerNeedsTheVersionSeenAndTheLoserLearnsWhoWon() {
        String id = IntakeClient.received("回答").getString("id");
        long rows = database.rows();
        IntakeClient.sending(Map.of("text", "a"))
                .auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .post("/v1/consultations/" + id + "/answers")
                .then()
                .statusCode(428)
                .body("code", equalTo("version-missing"));
        assertEquals(rows, database.rows());

        IntakeClient.answer(id, "1", "証拠を残しましょう")
                .then()
                .statusCode(201)
                .body("status", equalTo("advised"))
                .body("version", equalTo(2));

        IntakeClient.answer(id, "1", "遅れた回答")
                .then()
                .statusCode(412)
                .body("code", equalTo("stale"))
                .body("changedBy", equalTo("sato"))
                .body("currentVersion", equalTo(2));
        IntakeClient.answer(id, "2", " ").then().statusCode(400).body("code", equalTo("text-missing"));
    }

    @Test
    @Requirement("R2.2")
    void aClosedCaseTakesNoAnswer() {
        String id = IntakeClient.received("終わった相談").getString("id");
        IntakeClient.close(id, "1").then().statusCode(303);

        IntakeClient.answer(id, "2", "もう一言")
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"))
                .body("consultationStatus", equalTo("closed"))
                .body("command", equalTo("answer"));
    }

    @Test
    @Requirement("R2.1")
    void itIsReadyAndDescribesItself() {
        given().get("/q/health/ready").then().statusCode(200);
        OpenApiRules.check();
    }

    private static io.restassured.response.Response withKey(String key, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/consultations");
    }
}
