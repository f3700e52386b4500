package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static jp.tsunagi.intake.IntakeClient.counsellor;
import static jp.tsunagi.intake.IntakeClient.received;
import static jp.tsunagi.intake.IntakeClient.sending;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters to providers: begun from the case, written in the mailbox or at the desk, signed and sent by the consulter. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class LetterTest {

    private JsonPath receipt;
    private String code;
    private String id;
    private String target;

    @BeforeEach
    void aCaseAboutAPost() {
        receipt = received(Map.of(
                "text",
                "名前をさらされています https://bbs.example.com/letter",
                "categories",
                List.of("defamation", "privacy"),
                "consulter",
                Map.of("type", "victim_self", "ageBand", "30-39")));
        code = receipt.getString("confirmationCode");
        id = receipt.getString("id");
        target = IntakeClient.mailbox(code).getString("targets[0].id");
    }

    private String inMailbox(String form) {
        return "/v1/mailbox/targets/" + target + "/letters/" + form;
    }

    private String atTheDesk(String form) {
        return "/v1/consultations/" + id + "/targets/" + target + "/letters/" + form;
    }

    private RequestSpecification consulter() {
        return given().header("Confirmation-Code", code);
    }

    private Response write(String path, Object body) {
        return consulter().contentType("application/json").body(body).post(path);
    }

    private static Map<String, Object> letter(Object... fieldsAndValues) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            fields.add(Map.of("field", fieldsAndValues[i], "values", List.of(fieldsAndValues[i + 1])));
        }
        return Map.of("fields", fields);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked(), "tagged");
            assertEquals("ja", document.getDocumentCatalog().getLanguage());
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void aLetterBeginsWithWhatTheCaseTells() {
        consulter()
                .get(inMailbox("removal"))
                .then()
                .statusCode(200)
                .body("fields.find { it.field == 'place' }.values", equalTo(List.of("https://bbs.example.com/letter")))
                .body("fields.find { it.field == 'right' }.values", equalTo(List.of("名誉権、プライバシー権")))
                .body("fields.find { it.field == 'applicant' }.values", equalTo(List.of("self")))
                .body("fields.find { it.field == 'provider' }.values", equalTo(List.of("bbs.example.com の管理者")))
                .body("fields.field", not(hasItem("reason")))
                .body("forSender", hasItems("place", "content", "right", "reason"))
                .body("empty", hasItems("name", "address", "reason"))
                .body("text", containsString("権利侵害等への対処に関する法律の定めるところにより"));
        consulter()
                .get(inMailbox("disclosure"))
                .then()
                .body("fields.find { it.field == 'information' }.values.size()", equalTo(8))
                .body("fields.find { it.field == 'withheld' }.values", equalTo(List.of("withhold-name")));
        consulter()
                .get(inMailbox("sexual-image-removal"))
                .then()
                .body("fields.field", not(hasItem("name-to-sender")))
                .body("text", containsString("私事性的画像記録の提供等による被害の防止に関する法律"));
        consulter().get(inMailbox("letter")).then().statusCode(404);
    }

    @Test
    void whoTheConsulterIsStandsInTheLetterAndNowhereElse() throws IOException {
        Map<String, Object> body = letter(
                "name",
                "𠮷田 髙子 canaryletter",
                "address",
                "架空市1-2",
                "phone",
                "000-0000-0000",
                "reason",
                "葛\uDB40\uDD00城で😀と書かれた");

        write(inMailbox("removal"), body).then().statusCode(200).body("text", containsString("𠮷田 髙子 canaryletter"));
        byte[] pdf = write(inMailbox("removal") + "/pdf", body)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .asByteArray();
        String printed = text(pdf);
        assertTrue(printed.contains("𠮷田 髙子 canaryletter"), printed);
        assertTrue(printed.contains("葛\uDB40\uDD00城で😀と書かれた"), printed);
        assertTrue(printed.contains("侵害情報の通知書"), printed);

        consulter()
                .get(inMailbox("removal"))
                .then()
                .body("fields.field", not(hasItem("name")))
                .body("fields.find { it.field == 'reason' }.values", equalTo(List.of("葛\uDB40\uDD00城で😀と書かれた")));
        assertFalse(TestDatabase.dump().contains("canaryletter"));
    }

    @Test
    void theConsulterGoesOnWithWhatACounsellorHasPrepared() {
        counsellor()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(letter("reason", "相談員の文", "name", "書いてはいけない"))
                .put(atTheDesk("removal"))
                .then()
                .statusCode(200)
                .body("savedBy", equalTo("sato"))
                .body("version", equalTo(1))
                .body("fields.field", equalTo(List.of("reason")));
        counsellor()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(letter("reason", "あとから"))
                .put(atTheDesk("removal"))
                .then()
                .statusCode(412)
                .body("changedBy", equalTo("sato"));
        consulter()
                .get(inMailbox("removal"))
                .then()
                .body("fields.find { it.field == 'reason' }.values", equalTo(List.of("相談員の文")));

        write(inMailbox("removal"), letter("reason", "自分の文")).then().statusCode(200);
        consulter()
                .get(inMailbox("removal"))
                .then()
                .body("fields.find { it.field == 'reason' }.values", equalTo(List.of("自分の文")));
        counsellor()
                .get(atTheDesk("removal"))
                .then()
                .body("fields.find { it.field == 'reason' }.values", equalTo(List.of("相談員の文")));
        counsellor()
                .accept("text/html")
                .header("Accept-Language", "ja")
                .get("/desk/case/" + id + "/targets/" + target + "/letters/removal")
                .then()
                .statusCode(200)
                .body(allOf(containsString("相談員の文"), containsString("自分の文"), containsString("相談者の下書き")));
    }

    @Test
    void whatCannotBeIsRefusedAtItsField() {
        write(inMailbox("removal"), letter("reason", "あ".repeat(2_001)))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"))
                .body("errors[0].code", equalTo("too-long"));
        write(inMailbox("removal"), letter("reason", "a\n".repeat(81)))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("too-long"));
        for (String unprintable : List.of("\u0001", "\f", "\uFFFE", "\uFFFF")) {
            write(inMailbox("removal") + "/pdf", letter("reason", "写した文" + unprintable))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/reason"));
        }
        write(inMailbox("removal") + "/pdf", letter("reason", "\"".repeat(2_000), "content", "'".repeat(2_000)))
                .then()
                .statusCode(200);
        write(inMailbox("removal"), letter("name", "二行\nの名前"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/name"));
        write(inMailbox("removal"), letter("work", "別の文書の欄")).then().statusCode(400);
        write(inMailbox("removal"), letter("applicant", "friend")).then().statusCode(400);
        write(inMailbox("removal"), letter("reason", "</td><script>alert(1)</script>&nbsp;"))
                .then()
                .statusCode(200);
        write(inMailbox("removal") + "/pdf", letter("reason", "</td><script>alert(1)</script>&nbsp;"))
                .then()
                .statusCode(200);
        given().header("Confirmation-Code", received("別の相談").getString("confirmationCode"))
                .get(inMailbox("removal"))
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.staff("tanaka", "SIA", "counsellor"))
                .get(atTheDesk("removal"))
                .then()
                .statusCode(404);
    }

    @Test
    void aLetterIsWrittenWithoutScripts() throws IOException {
        String session = form().formParam("code", code).post("/box").getCookie("box");
        String page = "/box/targets/" + target + "/letters/removal";

        form().cookie("box", session)
                .get(page)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("書いた人も読む"),
                        containsString("「つなぎ」には残りません"),
                        containsString("https://bbs.example.com/letter")));
        form().cookie("box", session)
                .formParam("name", "二行\nの名前")
                .formParam("reason", "消えては困る文")
                .post(page)
                .then()
                .statusCode(422)
                .body(allOf(containsString("消えては困る文"), containsString("href=\"#f-name\"")));
        form().cookie("box", session)
                .formParam("name", "架空 花子")
                .formParam("reason", "していないこと")
                .post(page)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("できあがりの文書"),
                        containsString("name=\"name\" value=\"架空 花子\""),
                        containsString("for-sender\"><bdi>していないこと"),
                        containsString("空いている欄")));
        byte[] pdf = form().cookie("box", session)
                .formParam("name", "架空 花子")
                .post(page + "/pdf")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertTrue(text(pdf).contains("架空 花子"));
        form().formParam("content", "期限切れでも残る")
                .formParam("name", "残らない名前")
                .post(page)
                .then()
                .statusCode(401)
                .body(containsString("期限切れでも残る"));
    }

    @Test
    void aCounsellorPreparesItOnAPage() {
        IntakeClient.send(
                        counsellor(),
                        id,
                        "targets/" + target + "/letters/disclosure",
                        Map.of("version", "0", "reason", "理由", "purposes", List.of("damages", "apology")))
                .then()
                .statusCode(303);
        consulter()
                .get(inMailbox("disclosure"))
                .then()
                .body("fields.find { it.field == 'purposes' }.values", equalTo(List.of("damages", "apology")));
        IntakeClient.send(
                        counsellor(),
                        id,
                        "targets/" + target + "/letters/disclosure",
                        Map.of("version", "0", "reason", "同僚の文"))
                .then()
                .statusCode(412)
                .body(containsString("同僚の文"));
    }

    private static RequestSpecification form() {
        return given().redirects()
                .follow(false)
                .accept("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
                .header("Accept-Language", "ja")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    /** The example of the API's description, as everybody may send it. */
    @Test
    void theExampleIsTaken() {
        write(inMailbox("removal"), IntakeClient.example("letter")).then().statusCode(200);
        write(inMailbox("removal") + "/pdf", IntakeClient.example("letter"))
                .then()
                .statusCode(200);
        sending(IntakeClient.example("letter"))
                .auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .header("If-Match", "\"0\"")
                .put(atTheDesk("removal"))
                .then()
                .statusCode(200);
        sending(IntakeClient.example("letter"))
                .auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .post(atTheDesk("removal") + "/pdf")
                .then()
                .statusCode(200);
    }
}
