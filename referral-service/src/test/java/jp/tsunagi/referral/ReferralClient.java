package jp.tsunagi.referral;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.testing.Tokens;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The agencies that call this service, and the directory they find each other in. */
public final class ReferralClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReferralClient() {}

    public static String sia() {
        return Tokens.machine("agency-sia", "SIA", "referral:read", "referral:decide", "referral:create");
    }

    public static String tokyo() {
        return Tokens.machine("agency-tokyo", "TOKYO", "referral:read", "referral:decide", "referral:create");
    }

    /** A person of an agency that keeps its own records and sends. */
    public static String origin() {
        return Tokens.staff("sato", "ZENSOKYO", "agency-staff");
    }

    /** A person of the agency whose cases live in intake. */
    public static String counsellor() {
        return Tokens.staff("sato", "IHAHO", "counsellor");
    }

    /** A person of an agency, for its pages. */
    public static String staffOf(String agency) {
        return Tokens.staff("kimura", agency, "agency-staff");
    }

    /** Somebody of the origin who may approve what a colleague asks for. */
    public static String leader() {
        return Tokens.staff("suzuki", "ZENSOKYO", "agency-admin");
    }

    public static String directory() {
        try {
            return Files.readString(Path.of(System.getProperty("tsunagi.root"), "deploy", "directory", "desks.json"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static void importDirectory() {
        as(Tokens.machine("directory-loader", "IHAHO", "directory:write"))
                .body(directory())
                .post("/v1/directory:import")
                .then()
                .statusCode(200);
    }

    public static RequestSpecification as(String token) {
        // A colon in a path is sent as it is, as curl and every HTTP client of an agency does.
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + token)
                .contentType("application/json");
    }

    public static String fresh() {
        return UUID.randomUUID().toString();
    }

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(text, notJson);
        }
    }

    /** The data of an event that left, which keeps the schema of its type. */
    public static JsonNode announced(ConsumerRecord<String, byte[]> event) {
        JsonNode data = json(new String(event.value(), StandardCharsets.UTF_8));
        EventExamples.check(TestKafka.header(event, "ce_type"), data);
        return data;
    }

    /** A body that the description of the API shows as an example. */
    public static ObjectNode example(String name) {
        try (var file = ReferralClient.class.getResourceAsStream("/examples/" + name + ".json")) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The API's example of a referral, as an agency sends it to a desk. */
    public static ObjectNode body(String consultationRef, String desk) {
        return example("new-referral").put("consultationRef", consultationRef).put("targetDesk", desk);
    }

    /** A good referral in which one value of the classification is another one. */
    public static ObjectNode classified(String desk, String member, String value) {
        ObjectNode body = body(fresh(), desk);
        body.withObject("/classification").put(member, value);
        return body;
    }

    /** A good referral with another basis. */
    public static ObjectNode basedOn(String basis) {
        ObjectNode body = body(fresh(), "SIA_HIBO");
        body.set("basis", json(basis));
        return body;
    }

    /** Sends a good referral and returns its id. */
    public static String send(String desk) {
        return create(origin(), body(fresh(), desk)).statusCode(201).extract().path("id");
    }

    public static ValidatableResponse decide(String token, String id, String command, long version, String body) {
        return as(token)
                .header("Idempotency-Key", fresh())
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post("/v1/referrals/" + id + "/" + command)
                .then();
    }

    /** Tries to send what the body says. */
    public static ValidatableResponse create(String token, Object body) {
        return create(token, fresh(), body);
    }

    public static ValidatableResponse create(String token, String key, Object body) {
        return as(token)
                .header("Idempotency-Key", key)
                .body(body.toString())
                .post("/v1/referrals")
                .then();
    }

    /** Looks through a list of the portal, page by page, as somebody does who presses "next". */
    public static boolean isListed(String token, String path, String words) {
        Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher("");
        String at = path;
        while (at != null) {
            String html = as(token)
                    .accept("text/html")
                    .get(at)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            if (html.contains(words)) {
                return true;
            }
            // The address of the next page is relative to this one.
            at = next.reset(html).find()
                    ? path.replaceFirst("\\?.*", "") + next.group(1).replace("&amp;", "&")
                    : null;
        }
        return false;
    }

    public static void accepting(String desk, boolean accepting) {
        String admin = Tokens.staff("admin-demo", "IHAHO", "platform-admin");
        var entry = as(admin).get("/v1/desks/" + desk).then().extract();
        as(admin)
                .header("If-Match", entry.header("ETag"))
                .body(json(entry.asString()).put("accepting", accepting).toString())
                .put("/v1/desks/" + desk)
                .then()
                .statusCode(200);
    }
}
