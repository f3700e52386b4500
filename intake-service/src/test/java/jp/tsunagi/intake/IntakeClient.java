package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.testing.Tokens;

/** What the tests do by the public API: consult, open a case, hand it over. */
public final class IntakeClient {

    private IntakeClient() {}

    public static RequestSpecification counsellor() {
        return given().auth().oauth2(Tokens.staff("sato", "IHAHO", "counsellor"));
    }

    public static RequestSpecification sending(Object body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body);
    }

    public static Response post(Object body) {
        return sending(body).post("/v1/consultations");
    }

    /** A body that the description of the API shows as an example. */
    public static String example(String name) {
        try (var file = IntakeClient.class.getResourceAsStream("/examples/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static JsonPath received(String text) {
        return received(Map.of("text", text));
    }

    public static JsonPath received(Map<String, ?> request) {
        return post(request).then().statusCode(201).extract().jsonPath();
    }

    /** A consultation of somebody who gave everything a desk may ask for. */
    public static JsonPath aFullConsultation() {
        return received(aFullRequest("delete_by_other"));
    }

    public static Map<String, Object> aFullRequest(String wish) {
        return Map.of(
                "wish",
                wish,
                "text",
                "掲示板に実名で悪口を書かれています。https://bbs.example.com/1",
                "categories",
                List.of("defamation", "privacy"),
                "consulter",
                Map.of("type", "victim_self", "ageBand", "30-39", "callName", "はる香"),
                "contact",
                "haruka@example.com");
    }

    public static JsonPath aCase(String id) {
        return counsellor()
                .get("/v1/consultations/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static Response close(String id, String version) {
        return press(id, version, "close");
    }

    public static Response take(String id, String version) {
        return press(id, version, "take");
    }

    /** A button of the case page that asks for nothing else. */
    private static Response press(String id, String version, String button) {
        return send(counsellor(), id, button, Map.of("version", version));
    }

    /** Sends a form of the case page, in Japanese, and stays where the answer is. */
    public static Response send(RequestSpecification sender, String id, String action, Map<String, ?> fields) {
        return sender.accept("text/html")
                .header("Accept-Language", "ja")
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", UUID.randomUUID().toString())
                .formParams(fields)
                .post("/desk/case/" + id + "/" + action);
    }

    /** The page of a case in Japanese. */
    public static ValidatableResponse page(RequestSpecification reader, String id) {
        return reader.accept("text/html")
                .header("Accept-Language", "ja")
                .get("/desk/case/" + id)
                .then()
                .statusCode(200);
    }

    /** Somebody opens the list, and so becomes known to the colleagues. */
    public static void atTheDesk(String who, String role) {
        atTheDesk(Tokens.staff(who, "IHAHO", role));
    }

    public static void atTheDesk(String token) {
        given().auth()
                .oauth2(token)
                .accept("text/html")
                .get("/desk/queue")
                .then()
                .statusCode(200);
    }

    public static Response refer(String id, String version, Object body) {
        return sending(body)
                .auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .header("If-Match", "\"" + version + "\"")
                .post("/v1/consultations/" + id + "/referrals");
    }

    public static Response answer(String id, String version, String text) {
        return sendAnswer(id, version, Map.of("text", text));
    }

    public static Response sendAnswer(String id, String version, Object body) {
        return sending(body)
                .auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .header("If-Match", "\"" + version + "\"")
                .post("/v1/consultations/" + id + "/answers");
    }

    /** A hand-over to a desk with consent told to the counsellor. */
    public static Map<String, Object> aHandover(String desk, String... fields) {
        return Map.of(
                "targetDesk",
                desk,
                "fields",
                List.of(fields),
                "summary",
                "実名で中傷されている30代。本人が削除を望む。",
                "basis",
                consentToldNow());
    }

    public static Map<String, Object> consentToldNow() {
        return Map.of(
                "kind",
                "consent",
                "textVersion",
                "2026-11",
                "givenAt",
                Instant.now().toString());
    }

    /** A supervisor's decision on a hand-over that waits. */
    public static Response decide(String who, String id, String version, String approvalAndVerdict) {
        return sending(Map.of("reason", "canaryapproval 確かめた"))
                .auth()
                .oauth2(Tokens.staff(who, "IHAHO", "supervisor"))
                .header("If-Match", "\"" + version + "\"")
                .post("/v1/consultations/" + id + "/approvals/" + approvalAndVerdict);
    }

    public static JsonPath mailbox(String code) {
        return given().header("Confirmation-Code", code)
                .get("/v1/mailbox")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The consulter writes by the mailbox API. */
    public static Response write(JsonPath receipt, String text) {
        return sending(Map.of("text", text))
                .header("Confirmation-Code", receipt.getString("confirmationCode"))
                .post("/v1/mailbox/messages");
    }

    /** The consulter takes a consent back by the mailbox API. */
    public static Response withdraw(String code, String consent) {
        return given().header("Confirmation-Code", code)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/mailbox/consents/" + consent + "/withdraw");
    }

    private static RequestSpecification page() {
        return given().redirects().follow(false).contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    /** The counsellor asks in the mailbox, and the consulter answers there. */
    public static void consentAnswered(JsonPath receipt, String desk, String answer, String... fields) {
        askConsent(receipt.getString("id"), desk, fields);
        String code = receipt.getString("confirmationCode");
        String session = page().formParam("code", code).post("/box").getCookie("box");
        page().cookie("box", session)
                .formParam("answer", answer)
                .formParam("fields", (Object[]) fields)
                .post("/box/consents/" + mailbox(code).getString("questions[0].id"))
                .then()
                .statusCode(303);
    }

    public static void askConsent(String id, String desk, String... fields) {
        counsellor()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", UUID.randomUUID().toString())
                .formParam("targetDesk", desk)
                .formParam("fields", (Object[]) fields)
                .post("/desk/case/" + id + "/consent")
                .then()
                .statusCode(303);
    }

    /**
     * Announces a desk as referral-service does. Intake hears of it a moment later: wait before you rely on it.
     *
     * @return the event's id
     */
    public static String announceDesk(String code, Consumer<ObjectNode> change) {
        EventExamples.Example example = EventExamples.read("jp.tsunagi.desk.changed.v1");
        ObjectNode data = example.data().put("desk", code);
        change.accept(data);
        return TestKafka.send(example.withKey(code, data.get("version").longValue()));
    }

    /** A case nobody has looked at, handed over; returns the referral. */
    public static String referred(String id) {
        return refer(id, "1", aHandover("SIA_HIBO", "narrative", "urls", "contact"))
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("referralId");
    }

    /** The case as this counsellor sees it in the queue, wherever it stands. */
    public static Map<String, Object> line(String id, String who) {
        return line(id, who, "");
    }

    /** The same in a part of the queue. */
    public static Map<String, Object> line(String id, String who, String filter) {
        String next = "";
        while (next != null) {
            JsonPath page = given().auth()
                    .oauth2(Tokens.staff(who, "IHAHO", "counsellor"))
                    .get("/v1/consultations?limit=100" + filter + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            Map<String, Object> found = page.getMap("items.find { it.id == '" + id + "' }");
            if (found != null) {
                return found;
            }
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        throw new AssertionError(id + " is not in the queue");
    }
}
