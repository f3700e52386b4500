package jp.tsunagi.intake.publicform;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.intake.Database;
import jp.tsunagi.intake.IntakeClient;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The public form, page by page, as a browser without scripts sends it. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class ConsultStepsTest {

    private static final Pattern HEADING = Pattern.compile("<h1>(.*?)</h1>", Pattern.DOTALL);

    /** What a browser would send of a page: hidden fields, answers that are chosen, and what stands in a textarea. */
    private static final Pattern FIELDS = Pattern.compile(
            "<input type=\"(?:hidden|radio|checkbox)\"(?: id=\"[^\"]*\")? name=\"(\\w+)\" value=\"([^\"]*)\"("
                    + " checked)?");

    private final Desks desks;
    private final Database database;

    ConsultStepsTest(Desks desks, Database database) {
        this.desks = desks;
        this.database = database;
    }

    @BeforeEach
    void announceThoseWhoHelpAtOnce() {
        Map<String, String> phones = Map.of(
                "POLICE_110", "110",
                "POLICE_9110", "#9110",
                "KODOMO_SOS", "0120-0-78310",
                "KOKORO", "#いのちSOS 0120-061-338 / よりそいホットライン 0120-279-338 / いのちの電話 0120-783-556");
        phones.forEach((desk, phone) -> {
            if (desks.find(desk).isEmpty()) {
                IntakeClient.announceDesk(desk, data -> data.put("phone", phone));
            }
        });
        await("desks")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> phones.keySet().stream()
                        .allMatch(desk -> desks.find(desk).isPresent()));
    }

    @Test
    @DisplayName("UX-02, UX-03: each question has a page, a heading and a progress of its own, and keeps all answers")
    void oneQuestionAPageAndEveryAnswerGoesAlong() {
        var headings = new HashSet<String>();
        String html = page().get("/consult").asString();
        for (ConsultStep step : ConsultStep.values()) {
            assertTrue(html.contains("data-step=\"" + step.code() + "\""), html);
            assertTrue(html.contains("max=\"8\" value=\"" + step.number() + "\""), html);
            Matcher heading = HEADING.matcher(html);
            assertTrue(heading.find() && headings.add(heading.group(1)) && !heading.find(), html);
            RequestSpecification next = resend(html, "next");
            html = switch (step) {
                case STORY ->
                    next.formParam("text", "相談\r\nです <b>").post("/consult").asString();
                case DANGER -> next.formParam("danger", "no").post("/consult").asString();
                case ANSWER -> next.formParam("callName", "みお").post("/consult").asString();
                default -> next.post("/consult").asString();
            };
        }

        assertTrue(html.contains("data-step=\"check\""), html);
        assertTrue(html.contains("相談\nです &lt;b&gt;") || html.contains("相談\r\nです &lt;b&gt;"), html);
        assertEquals("no", fields(html).get("danger"));
        String back = resend(html, "answer").post("/consult").asString();
        assertTrue(back.contains("value=\"みお\""), back);
        for (int number = 7; number > 0; number--) {
            back = resend(back, "back").post("/consult").asString();
            assertTrue(back.contains("max=\"8\" value=\"" + number + "\""), back);
        }
        assertTrue(back.contains("相談"), back);
        assertEquals("no", fields(back).get("danger"));
    }

    @Test
    @DisplayName("UX-04: a step is refused for its own mistakes, with everything that was typed")
    void aStepIsRefusedForItsOwnMistakes() {
        page().formParam("at", "story")
                .formParam("go", "next")
                .formParam("text", "　")
                .formParam("urls", "どこか")
                .post("/consult")
                .then()
                .statusCode(422)
                .body(containsString("<title>エラー:"))
                .body(containsString("href=\"#f-text\""))
                .body(not(containsString("href=\"#f-urls\"")))
                .body(containsString("value=\"どこか\""));
        page().formParam("at", "place")
                .formParam("go", "next")
                .formParam("urls", "どこか")
                .post("/consult")
                .then()
                .statusCode(422)
                .body(containsString("href=\"#f-urls\""))
                .body(not(containsString("href=\"#f-text\"")));
        page().formParam("at", "harm")
                .formParam("go", "next")
                .formParam("urls", "どこか")
                .post("/consult")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("UX-06: every answer of the check page can be changed, and the way leads straight back")
    void aChangeReturnsToTheCheckPage(ConsultStep step) {
        String key = fields(page().get("/consult").asString()).get("key");
        String check = page().formParam("key", key)
                .formParam("text", "相談です")
                .formParam("categories", "bullying")
                .post("/consult/check")
                .asString();
        assertTrue(check.contains("name=\"go\" value=\"" + step.code() + "\" formaction=\"/consult\""), check);

        String question = resend(check, step.code()).post("/consult").asString();

        assertTrue(question.contains("data-step=\"" + step.code() + "\""), question);
        assertTrue(question.contains("action=\"/consult/check\""), question);
        RequestSpecification again = resend(question, "check");
        String changed = (step == ConsultStep.STORY ? again.formParam("text", "相談です") : again)
                .post("/consult/check")
                .asString();
        assertTrue(changed.contains("data-step=\"check\""), changed);
        assertEquals(key, fields(changed).get("key"));
        assertEquals("bullying", fields(changed).get("categories"));
    }

    @Test
    @DisplayName("UX-06: the buttons of the check page have names of their own")
    void theChangeButtonsAreToldApart() {
        String check = page().formParam("text", "相談です").post("/consult/check").asString();
        List<String> names = new ArrayList<>();
        Matcher button = Pattern.compile("formaction=\"/consult\" aria-label=\"変える: (.*?)\">変える<")
                .matcher(check);
        while (button.find()) {
            names.add(button.group(1));
        }
        assertEquals(10, names.size());
        assertEquals(names.size(), new HashSet<>(names).size(), names::toString);
    }

    @Test
    @DisplayName("UX-02: what nobody answered is not answered, for people and for machines")
    @Requirement({"R14.3", "R14.3b"})
    void theStoryAloneIsEnoughAndNothingIsMadeUp() {
        String receipt = IntakeClient.received("だれとも言わない相談").getString("id");

        IntakeClient.counsellor()
                .get("/v1/consultations/" + receipt)
                .then()
                .body("wish", equalTo("unanswered"))
                .body("danger", equalTo("unanswered"))
                .body("consulter.type", equalTo("unanswered"))
                .body("consulter.ageBand", equalTo("unanswered"));
        page().auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .get("/desk/case/" + receipt)
                .then()
                .statusCode(200)
                .body(containsString("答えなし"))
                .body(not(containsString("被害にあっている本人")));
        page().get("/consult").then().body(not(containsString("unanswered")));
    }

    @Test
    void anAnswerCanBeTakenBack() {
        String html = page().formParam("at", "danger")
                .formParam("go", "skip")
                .formParam("text", "相談です")
                .formParam("danger", "yes")
                .post("/consult")
                .asString();

        assertTrue(html.contains("data-step=\"wish\""), html);
        assertFalse(html.contains("value=\"yes\""), html);
    }

    @ParameterizedTest
    @CsvSource({
        "harm, categories, suicide_risk, 0120-279-338",
        "harm, categories, suicide_risk, 0120-0-78310",
        "harm, categories, sextortion, %239110",
        "danger, danger, yes, 110",
        "wish, wish, safety, 110",
        "harm, categories, ncii, %239110"
    })
    @DisplayName(
            "UX-13: a dangerous answer has its telephone numbers under it, on the next page, before and after sending")
    void aDangerousAnswerShowsWhomToCall(String step, String field, String answer, String number) {
        String call = "href=\"tel:" + number + "\"";
        turn(step, "", field, "")
                .body(containsString("<section class=\"help\""))
                .body(containsString(call));

        turn(step, "next", field, answer)
                .body(containsString("<section class=\"help shown\""))
                .body(containsString(call));
        String check = page().formParam("text", "相談です")
                .formParam(field, answer)
                .post("/consult/check")
                .then()
                .body(containsString("<section class=\"help shown\""))
                .body(containsString(call))
                .extract()
                .asString();
        String receipt = resend(check, "").post("/consult/receipt").asString();
        assertTrue(receipt.contains("受付票") && receipt.contains(call), receipt);
        String inEnglish = resend(receipt, "")
                .cookie("lang", "en")
                .post("/consult/receipt")
                .asString();
        assertTrue(inEnglish.contains("Receipt") && inEnglish.contains(call), inEnglish);
    }

    @Test
    @DisplayName("UX-13: words of somebody who wants to die are answered on the next page")
    void wordsAreASignToo() {
        turn("story", "next", "text", "もう消えたい").body(containsString("href=\"tel:0120-279-338\""));
        turn("story", "next", "text", "悪口を書かれた").body(not(containsString("class=\"help shown\"")));
    }

    @Test
    @DisplayName("UX-13: a child's age opens the help for sexual pictures, which asks for no picture")
    void aChildWithSexualPicturesIsAskedForNone() {
        String age = page().formParam("go", "age")
                .formParam("text", "相談です")
                .formParam("categories", "ncii")
                .post("/consult")
                .asString();
        assertTrue(age.contains("href=\"https://takeitdown.ncmec.org/ja/\""), age);
        assertTrue(age.contains("href=\"https://www.safe-line.jp/\""), age);
        turn("age", "", "categories", "bullying").body(not(containsString("takeitdown")));

        page().formParam("text", "相談です")
                .formParam("categories", "ncii")
                .formParam("ageBand", "30-39")
                .post("/consult/check")
                .then()
                .body(not(containsString("takeitdown")));
        page().formParam("text", "相談です")
                .formParam("categories", "ncii")
                .formParam("ageBand", "13-15")
                .post("/consult/check")
                .then()
                .body(containsString("takeitdown"))
                .body(not(containsString("type=\"file\"")));
    }

    @Test
    void turningPagesKeepsNothingHere() {
        long rows = database.rows();
        turn("story", "next", "text", "書きかけの相談");
        turn("place", "back", "urls", "https://example.com/1");
        assertEquals(rows, database.rows());
    }

    private static ValidatableResponse turn(String at, String go, String field, String value) {
        return page().formParam("key", UUID.randomUUID().toString())
                .formParam("at", at)
                .formParam("go", go)
                .formParam(field, value)
                .post("/consult")
                .then()
                .statusCode(200);
    }

    /** The page sent again as it is, by the button that goes there. */
    private static RequestSpecification resend(String html, String go) {
        RequestSpecification request = page().formParam("go", go);
        fields(html).forEach(request::formParam);
        return request;
    }

    private static Map<String, String> fields(String html) {
        var fields = new LinkedHashMap<String, String>();
        Matcher field = FIELDS.matcher(html);
        while (field.find()) {
            boolean isChosen = field.group().startsWith("<input type=\"hidden\"") || field.group(3) != null;
            if (isChosen) {
                fields.put(field.group(1), field.group(2).replace("&lt;", "<").replace("&gt;", ">"));
            }
        }
        return fields;
    }

    private static RequestSpecification page() {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .header("Accept-Language", "ja");
    }
}
