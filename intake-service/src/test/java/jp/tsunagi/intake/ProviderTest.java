package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The directory of services that carry posts: imported, confirmed, corrected, and shown beside each URL of a case. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class ProviderTest {

    // Made anew each time: a token lives for five minutes, and all tests together take longer.
    private static String loaderToken() {
        return Tokens.machine("directory-loader", "", "directory:write");
    }

    private static String counsellorToken() {
        return Tokens.staff("sato", "IHAHO", "counsellor");
    }

    private static final String HEADER = "code,name_ja,name_en,operator,country,kind,places,designated_large,"
            + "designated_since,removal_channel,removal_channel_url,terms_categories,languages,what_they_demand,notes,"
            + "source,as_of,confidence,unverified_fields\r\n";

    private static String file() throws IOException {
        return Files.readString(Path.of(System.getProperty("tsunagi.root"), "deploy/directory/providers.csv"));
    }

    /** A row that nothing is wrong with. */
    private static String row(String code, String operator) {
        return code + ",掲示板,Board," + operator + ",JP,bbs," + code + ".example.com,unknown,,mail|web-form,,"
                + "harassment;privacy,ja,URL,\"注意、\"\"引用\"\"\",出典,2026-11-01,found,operator\r\n";
    }

    private static ValidatableResponse load(String csv) {
        return given().auth()
                .oauth2(loaderToken())
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .post("/v1/provider-directory")
                .then();
    }

    /** Imports the service of the examples, and answers its entity tag. */
    static String anExample() {
        return anExample("example-board");
    }

    /** The same by another code. */
    static String anExample(String code) {
        load(HEADER + row(code, "運営")).statusCode(200);
        return counsellor().get("/v1/providers/" + code).header("ETag");
    }

    private static RequestSpecification counsellor() {
        return given().auth().oauth2(counsellorToken());
    }

    private static ValidatableResponse entry(String code) {
        return counsellor().get("/v1/providers/" + code).then().statusCode(200);
    }

    private static ValidatableResponse post(String path, Map<String, ?> fields) {
        return counsellor()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", UUID.randomUUID().toString())
                .formParams(fields)
                .post(path)
                .then();
    }

    private static String aCode() {
        return "board-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @BeforeEach
    void theRealDirectoryIsThere() throws IOException {
        load(file()).statusCode(200);
    }

    @Test
    void theRealDirectoryIsTakenOnceAndComesOutAsItWentIn() throws IOException {
        load(file()).statusCode(200).body("changed", empty());

        counsellor()
                .get("/v1/providers")
                .then()
                .statusCode(200)
                .body("items.size()", greaterThanOrEqualTo(63))
                .body("items.find { it.code == 'threads' }.verification", equalTo("unverified"))
                .body("items.find { it.code == 'youtube' }.verification", equalTo("stale"))
                .body("items.find { it.code == 'youtube' }.designatedSince", equalTo("2025-04-30"))
                .body("items.find { it.code == 'google-search' }.designation", equalTo("unknown"));
        String exported = counsellor()
                .get("/v1/provider-directory")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        List<String> rows = exported.lines().toList();
        assertTrue(rows.containsAll(file().lines().toList()), "each row as it was");
        load(exported).statusCode(200).body("changed", empty()).body("kept", empty());
    }

    @Test
    void whoLooksTodayConfirmsAndAnImportDoesNotUndoIt() {
        String code = aCode();
        load(HEADER + row(code, "運営A")).body("changed", equalTo(List.of(code)));
        entry(code).body("verification", equalTo("from-source")).body("confirmedBy", nullValue());

        counsellor()
                .header("If-Match", "\"1\"")
                .post("/v1/providers/" + code + "/confirm")
                .then()
                .statusCode(200)
                .body("verification", equalTo("confirmed"))
                .body("confirmedBy", equalTo("sato"))
                .body("version", equalTo(2));

        load(HEADER + row(code, "運営B")).statusCode(200).body("changed", empty()).body("kept", equalTo(List.of(code)));
        entry(code).body("operator", equalTo("運営A"));
        counsellor()
                .get("/v1/providers/" + code + "/history")
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("confirmed", "imported")));
    }

    @Test
    void aCorrectionEndsTheConfirmationAndNeedsTheVersionSeen() {
        String code = aCode();
        load(HEADER + row(code, "運営A"));
        counsellor().header("If-Match", "\"1\"").post("/v1/providers/" + code + "/confirm");
        Map<String, Object> entry =
                new HashMap<>(entry(code).extract().jsonPath().getMap(""));
        List.of("version", "verification", "confirmedBy", "confirmedOn").forEach(entry::remove);
        entry.put("operator", "運営C");

        IntakeClient.sending(entry)
                .auth()
                .oauth2(counsellorToken())
                .header("If-Match", "\"1\"")
                .put("/v1/providers/" + code)
                .then()
                .statusCode(412)
                .body("changedBy", equalTo("sato"));
        IntakeClient.sending(entry)
                .auth()
                .oauth2(counsellorToken())
                .header("If-Match", "\"2\"")
                .put("/v1/providers/" + code)
                .then()
                .statusCode(200)
                .body("operator", equalTo("運営C"))
                .body("verification", equalTo("from-source"));
        entry.put("code", "another");
        IntakeClient.sending(entry)
                .auth()
                .oauth2(counsellorToken())
                .header("If-Match", "\"3\"")
                .put("/v1/providers/" + code)
                .then()
                .statusCode(400)
                .body("code", equalTo("provider-code-fixed"));
    }

    @Test
    void aWrongTableIsRefusedAsAWholeAndSaysWhere() {
        String good = aCode();
        String bad = aCode();

        load(HEADER + row(good, "運営") + row(bad, "運営").replace(",bbs,", ",board,"))
                .statusCode(400)
                .body("code", equalTo("value-unknown"))
                .body("errors[0].pointer", equalTo("/providers/1/kind"))
                .body("errors[0].allowed", hasItem("bbs"));
        load(HEADER + row(bad, "運営").replace("2026-11-01", "yesterday"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/providers/0/asOf"));
        load(HEADER + row(bad, "運営").replace(".example.com", ".example.com|https://x"))
                .statusCode(400)
                .body("errors[0].pointer", containsString("/providers/0/places"));
        load(HEADER + bad + ",too,few\r\n")
                .statusCode(400)
                .body("code", equalTo("provider-file-unreadable"))
                .body("line", equalTo(2));
        load(HEADER + "\"never closed").statusCode(400).body("code", equalTo("provider-file-unreadable"));
        load("code,name_ja\r\nx,y\r\n")
                .statusCode(400)
                .body("code", equalTo("provider-columns-missing"))
                .body("columns", hasItem("kind"));
        counsellor().get("/v1/providers/" + good).then().statusCode(404).body("code", equalTo("provider-not-found"));
    }

    @Test
    void eachPlaceOfACaseSaysWhoseItIs() {
        String id = IntakeClient.received(Map.of(
                        "text",
                        "ここに書かれました",
                        "urls",
                        List.of("ｈｔｔｐｓ://ｘ.ｃｏｍ/someone/status/1", "https://nobody-knows.example/1", "ameblo.jp/a")))
                .getString("id");

        JsonPath read = IntakeClient.aCase(id);

        assertEquals("x", read.getString("targets[0].provider"));
        assertEquals(false, read.getBoolean("targets[0].domestic"));
        assertEquals(true, read.getBoolean("targets[0].designated"));
        assertEquals(null, read.getString("targets[1].provider"));
        assertEquals("ameblo", read.getString("targets[2].provider"));
        assertEquals(true, read.getBoolean("targets[2].domestic"));
        counsellor()
                .get("/desk/case/" + id)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("<a href=\"/desk/providers/x\">"),
                        containsString("X Corp."),
                        containsString("名簿にないサービス"),
                        not(containsString("<a href=\"https://nobody"))));
    }

    @Test
    void thePagesListShowConfirmAndCorrect() {
        String code = aCode();
        load(HEADER + row(code, "運営A").replace(",found,", ",well-known-unverified,"));
        counsellor()
                .get("/desk/providers?view=due")
                .then()
                .statusCode(200)
                .body(containsString("/desk/providers/" + code));
        counsellor()
                .get("/desk/providers/" + code)
                .then()
                .statusCode(200)
                .body(allOf(containsString("出典を読んでいません"), containsString("注意、&quot;引用&quot;")));

        post("/desk/providers/" + code + "/confirm", Map.of("version", "1")).statusCode(303);
        counsellor().get("/desk/providers?view=due").then().body(not(containsString("/desk/providers/" + code)));
        Map<String, String> form = new HashMap<>(
                Map.of("version", "2", "operator", "運営B", "country", "US", "kind", "bbs", "designation", "unknown"));
        form.putAll(Map.of(
                "places",
                "b.example.com\r\nc.example.com/x",
                "removalUrl",
                "javascript:alert(1)",
                "source",
                "",
                "languages",
                "ja en",
                "demandsJa",
                "消してほしい投稿のURL"));
        post("/desk/providers/" + code + "/edit", form)
                .statusCode(422)
                .body(allOf(
                        containsString("e-removalUrl"),
                        containsString("e-source"),
                        containsString("javascript:alert(1)"),
                        containsString("消してほしい投稿のURL")));
        form.put("removalUrl", "https://example.com/form");
        form.put("source", "案内のページ");
        post("/desk/providers/" + code + "/edit", form).statusCode(303);
        entry(code)
                .body("places", equalTo(List.of("b.example.com", "c.example.com/x")))
                .body("removalUrl", equalTo("https://example.com/form"))
                .body("verification", equalTo("stale"));
        form.put("notesJa", "わたしの注意");
        post("/desk/providers/" + code + "/edit", form).statusCode(412).body(containsString("わたしの注意"));
    }

    @Test
    void nobodyElseReadsTheDirectory() {
        given().get("/v1/providers").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.staff("nakano", "SIA", "agency-staff"))
                .get("/v1/providers")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(counsellorToken())
                .contentType("text/csv")
                .body(HEADER)
                .post("/v1/provider-directory")
                .then()
                .statusCode(403);
    }
}
