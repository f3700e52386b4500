package jp.tsunagi.council.routingguide;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.testing.Tokens;

/** Two accounts of the secretariat that work with the routing guide over the API. */
public final class GuideClient {

    static final String PROPOSER = "ito";
    static final String SECOND = "hayashi";

    public static final String RULES = """
            desks: [SIA_SAFELINE]
            rules:
            - id: desk-safeline-ncii
              desk: SIA_SAFELINE
            """;

    private GuideClient() {}

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }

    /** A topic of which the council has decided something. */
    public static String decidedTopic() {
        String id = write(PROPOSER)
                .body(Map.of("title", "窓口の分担", "body", "画像の削除を求める窓口を決める。"))
                .post("/v1/topics")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        topic(id, 1, "adopt", Map.of());
        topic(id, 2, "schedule", Map.of("meetingOn", "2026-12-04"));
        topic(id, 3, "discuss", Map.of());
        topic(id, 4, "decide", Map.of("note", "画像の削除は専門の窓口へつなぐ"));
        return id;
    }

    private static void topic(String id, long version, String command, Map<String, String> body) {
        write(PROPOSER)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post("/v1/topics/" + id + "/" + command)
                .then()
                .statusCode(200);
    }

    /** A proposal of the first account; what waited before is withdrawn. */
    static String proposed() {
        return proposed(RULES, today());
    }

    static String proposed(String text, LocalDate effectiveFrom) {
        withdrawWhatWaits();
        return propose(decidedTopic(), text, effectiveFrom.toString())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String adopted(String text) {
        String id = proposed(text, today());
        adopt(SECOND, id, 1).then().statusCode(200);
        return id;
    }

    public static Response propose(String topicId, String text, String effectiveFrom) {
        return write(PROPOSER)
                .body(Map.of("topicId", topicId, "text", text, "effectiveFrom", effectiveFrom))
                .post("/v1/routing-guides");
    }

    static Response adopt(String account, String id, long version) {
        return write(account).header("If-Match", "\"" + version + "\"").post("/v1/routing-guides/" + id + "/adopt");
    }

    static Response withdraw(String id, long version, String reason) {
        return write(SECOND)
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("reason", reason))
                .post("/v1/routing-guides/" + id + "/withdraw");
    }

    public static String newest() {
        return as(PROPOSER).get("/v1/routing-guides").path("items[0].id");
    }

    public static void withdrawWhatWaits() {
        String waiting = as(PROPOSER).get("/v1/routing-guides").path("items.find { it.status == 'proposed' }?.id");
        if (waiting != null) {
            withdraw(waiting, 1, "次の提案のため").then().statusCode(200);
        }
    }

    static RequestSpecification as(String account) {
        return given().header("Authorization", "Bearer " + Tokens.staff(account, "IHAHO", "secretariat"));
    }

    static RequestSpecification read(String role, String agency) {
        return given().header("Authorization", "Bearer " + Tokens.staff("somebody-" + agency, agency, role));
    }

    static RequestSpecification write(String account) {
        return write(account, UUID.randomUUID().toString());
    }

    static RequestSpecification write(String account, String key) {
        return as(account).contentType(ContentType.JSON).header("Idempotency-Key", key);
    }
}
