package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.platform.draft.ForgettingDrafts;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a counsellor has typed into a form of a case and not sent is kept; who comes second chooses. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class CaseDraftsTest {

    private static final String RESTORED = "書きかけを戻しました";

    private final Desks desks;
    private final DeskWords words;
    private final ForgettingDrafts forgetting;

    CaseDraftsTest(Desks desks, Envelope envelope, ForgettingDrafts forgetting) {
        this.desks = desks;
        this.words = new DeskWords(envelope);
        this.forgetting = forgetting;
    }

    @BeforeEach
    void nothingIsKept() {
        KnownDesks.announce(desks);
        TestDatabase.execute("delete from draft");
    }

    @ParameterizedTest
    @DisplayName("UX-25: an answer and a note come back with the time they were kept, for their author alone")
    @CsvSource({"answer,text", "note,note"})
    void aDraftComesBackToItsAuthorAlone(String part, String field) {
        String page = aCase();
        keep("sato", page + "#" + part, field, "書きかけです").header("Location", endsWith(page + "#" + part));

        see("sato", page, allOf(containsString(RESTORED), containsString("書きかけです</textarea>")));
        see("yamada", page, allOf(not(containsString(RESTORED)), not(containsString("書きかけです"))));
        assertEquals(0, TestDatabase.count("select count(*) from draft where position('書きかけ'::bytea in sealed) > 0"));
    }

    @ParameterizedTest
    @CsvSource({"answer,answer,text", "note,notes,note"})
    void whatWasSentLeavesNoDraft(String part, String operation, String field) {
        String page = aCase();
        keep("sato", page + "#" + part, field, "書きかけです").statusCode(303);

        form("sato")
                .formParams("version", "1", "draft", page + "#" + part, field, "これを送る")
                .post(page + "/" + operation)
                .then()
                .statusCode(303);

        see("sato", page, not(containsString(RESTORED)));
    }

    @Test
    void whoThrowsADraftAwayStartsAfreshAndAnOldOneIsForgotten() {
        String page = aCase();
        keep("sato", page + "#note", "note", "これは捨てる").statusCode(303);
        form("sato")
                .formParams("draft", page + "#note", "discard", "yes")
                .post("/desk/drafts")
                .then()
                .statusCode(303);
        see("sato", page, not(containsString("これは捨てる")));

        keep("sato", page + "#note", "note", "古い").statusCode(303);
        TestDatabase.execute("update draft set kept_at = now() - interval '169 h'");
        see("sato", page, not(containsString("古い</textarea>")));
        forgetting.forgetOld();
        assertEquals(List.of("0"), TestDatabase.texts("select count(*)::text from draft"));
    }

    @Test
    void aRefusedAnswerStaysAndSoDoesTheNoteBesideIt() {
        String page = aCase();
        keep("sato", page + "#note", "note", "となりのメモ").statusCode(303);

        answer("sato", page, "1", "字".repeat(20_001), "")
                .statusCode(422)
                .body(allOf(containsString("字".repeat(20_001)), containsString("となりのメモ</textarea>")));
    }

    @Test
    @DisplayName("UX-24: who answers second reads the answer that was sent and chooses; nothing was sent twice")
    void theSecondAnswerIsAChoice() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String page = "/desk/case/" + receipt.getString("id");
        answer("yamada", page, "1", "先の <b> 回答", "").statusCode(303);

        answer("sato", page, "1", "あとの <i> 回答", "")
                .statusCode(412)
                .body(allOf(
                        containsString("yamada"),
                        containsString("先の &lt;b&gt; 回答"),
                        containsString("あとの &lt;i&gt; 回答</textarea>"),
                        containsString("name=\"conflict\" value=\"both\""),
                        containsString("name=\"conflict\" value=\"theirs\""),
                        containsString("name=\"version\" value=\"2\""),
                        containsString("name=\"since\" value=\"1\"")));
        assertEquals(List.of("先の <b> 回答"), messages(receipt));

        again("sato", page, "あとの回答", "both")
                .statusCode(200)
                .body(containsString("先の &lt;b&gt; 回答 / あとの回答</textarea>"))
                .body(containsString("まだ送っていません"));
        keep("sato", page + "#answer", "text", "あとの回答").statusCode(303);
        again("sato", page, "あとの回答", "theirs").statusCode(303).header("Location", endsWith(page));
        assertEquals(List.of("先の <b> 回答"), messages(receipt));
        see("sato", page, not(containsString(RESTORED)));

        again("sato", page, "あとの回答", "").statusCode(303);
        assertEquals(List.of("先の <b> 回答", "あとの回答"), messages(receipt));
    }

    @Test
    @DisplayName("UX-24: a case that a colleague took tells who did what; the typed answer goes with one more press")
    void whatAColleagueDidIsSaid() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String page = "/desk/case/" + receipt.getString("id");
        form("yamada").formParam("version", "1").post(page + "/take").then().statusCode(303);
        IntakeClient.write(receipt, "もう一つあります").then().statusCode(201);

        answer("sato", page, "1", "書いた回答", "")
                .statusCode(412)
                .body(allOf(
                        containsString("yamada 担当になりました"),
                        containsString("もう一つあります</bdi></blockquote>"),
                        containsString("書いた回答</textarea>"),
                        not(containsString("name=\"conflict\"")),
                        containsString("name=\"version\" value=\"3\"")));
        form("sato")
                .formParams("version", "3", "since", "1", "text", "書いた回答")
                .post(page + "/answer")
                .then()
                .statusCode(303);
    }

    @Test
    @DisplayName("UX-24: an answer to a case that was closed meanwhile is not sent and not lost")
    void aClosedCaseKeepsTheAnswer() {
        String page = aCase();
        IntakeClient.close(page.substring(page.lastIndexOf('/') + 1), "1")
                .then()
                .statusCode(303);

        answer("yamada", page, "1", "書いた回答", "")
                .statusCode(412)
                .body(allOf(
                        containsString("書いた回答</textarea>"),
                        containsString("いまは送れません"),
                        not(containsString("action=\"" + page + "/answer\""))));
        keep("yamada", page + "#answer", "text", "書いた回答").statusCode(303);
        see("yamada", page, containsString("書いた回答</textarea>"));
    }

    @Test
    void aDraftThatAColleagueOvertookSaysSo() {
        String page = aCase();
        keep("sato", page + "#answer", "text", "書きかけです").statusCode(303);
        answer("yamada", page, "1", "先の回答", "").statusCode(303);

        see(
                "sato",
                page,
                allOf(
                        containsString("入力しているあいだに変わりました"),
                        containsString("先の回答</bdi></blockquote>"),
                        containsString("name=\"since\" value=\"1\"")));
    }

    @Test
    @DisplayName("UX-25: a hand-over that was begun is there again, also after the consent was asked for it")
    void aHandoverIsKept() {
        String id = IntakeClient.aFullConsultation().getString("id");
        String page = "/desk/case/" + id + "/refer/SIA_HIBO";
        keep("sato", page, "summary", "要約の書きかけ").header("Location", endsWith(page));
        see("sato", page, allOf(containsString(RESTORED), containsString("要約の書きかけ</textarea>")));
        see("yamada", page, not(containsString("要約の書きかけ")));

        handover("sato", page, "要約を直した", "1")
                .post("/desk/case/" + id + "/consent")
                .then()
                .statusCode(303);
        see("sato", page, containsString("要約を直した</textarea>"));

        handover("sato", page, "要約を確かめる", "1")
                .post("/desk/case/" + id + "/preview")
                .then()
                .statusCode(200)
                .body(containsString("name=\"draft\" value=\"" + page + "\""));
        see("sato", page, containsString("要約を確かめる</textarea>"));

        handover("sato", page, "要約を確かめた", "1")
                .post("/desk/case/" + id + "/refer")
                .then()
                .statusCode(303);
        see("sato", page, not(containsString(RESTORED)));
    }

    @Test
    @DisplayName("UX-24: a hand-over of a case that a colleague took is not sent and not lost")
    void anOvertakenHandoverStays() {
        String id = IntakeClient.aFullConsultation().getString("id");
        form("yamada")
                .formParam("version", "1")
                .post("/desk/case/" + id + "/take")
                .then()
                .statusCode(303);

        handover("sato", "/desk/case/" + id + "/refer/SIA_HIBO", "書いた要約", "1")
                .post("/desk/case/" + id + "/refer")
                .then()
                .statusCode(412)
                .body(allOf(
                        containsString("yamada 担当になりました"),
                        containsString("書いた要約</textarea>"),
                        containsString("name=\"version\" value=\"2\""),
                        containsString("name=\"since\" value=\"1\"")));
    }

    @Test
    @DisplayName("UX-25: an answer to a desk's question is kept until its author has sent one")
    void anAnswerToADeskIsKept() {
        String id = IntakeClient.aFullConsultation().getString("id");
        String page = "/desk/case/" + id;
        String referral = IntakeClient.referred(id);
        words.say("information-requested", referral, id, 4, DeskWords.entry("ask-information", "いつですか", "agency"));
        DeskWords.heard(id, referral, 4);
        String name = page + "#question-" + referral;
        for (String account : List.of("sato", "yamada")) {
            form(account)
                    .formParams("version", "4", "draft", name, "answer", account + " の答え")
                    .post("/desk/drafts")
                    .then()
                    .statusCode(303);
        }
        see("sato", page, containsString("sato の答え</textarea>"));

        words.say(
                "information-supplied",
                referral,
                id,
                5,
                DeskWords.ofCounsellor("sato", "supply-information", "sato の答えです"));
        DeskWords.heard(id, referral, 5);

        see("sato", page, not(containsString(RESTORED)));
        assertEquals(List.of("IHAHO/yamada"), TestDatabase.texts("select client from draft where sealed is not null"));
        see("yamada", page, allOf(containsString("yamada の答え</blockquote>"), containsString("まだ送っていません")));
    }

    @Test
    void noTwoFormsOfAPageOrOfTwoPagesShareTheirKey() {
        IntakeClient.atTheDesk("suzuki", "supervisor");
        String page = aCase();
        List<String> keys = new ArrayList<>(keys(page));
        keys.addAll(keys(page));

        assertEquals(2 * forms(page), keys.size(), "each form of both pages has one");
        assertEquals(Set.copyOf(keys).size(), keys.size());
    }

    private static long forms(String page) {
        return Pattern.compile("<form method=\"post\" action=\"/desk/case/")
                .matcher(form("sato").get(page).asString())
                .results()
                .count();
    }

    private static List<String> keys(String page) {
        String html = form("sato").get(page).asString();
        return Pattern.compile("name=\"key\" value=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void aDraftIsForTheWorkbenchAndForThoseWhoWorkThere() {
        keep("sato", "/partner/referrals/x", "text", "x").statusCode(400);
        given().auth()
                .oauth2(Tokens.staff("ono", "IHAHO", "legal-adviser"))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams("draft", "/desk/case/x#note", "note", "x")
                .post("/desk/drafts")
                .then()
                .statusCode(403);
    }

    private static String aCase() {
        return "/desk/case/" + IntakeClient.aFullConsultation().getString("id");
    }

    private static List<String> messages(JsonPath receipt) {
        return IntakeClient.mailbox(receipt.getString("confirmationCode")).getList("messages.text");
    }

    private static ValidatableResponse keep(String account, String name, String field, String text) {
        return form(account)
                .formParams("version", "1", "draft", name, field, text)
                .post("/desk/drafts")
                .then();
    }

    private static ValidatableResponse answer(String account, String page, String version, String text, String choice) {
        return form(account)
                .formParams("version", version, "draft", page + "#answer", "text", text, "conflict", choice)
                .post(page + "/answer")
                .then();
    }

    /** From the page that said what happened. */
    private static ValidatableResponse again(String account, String page, String text, String choice) {
        return form(account)
                .formParams("version", "2", "since", "1", "draft", page + "#answer", "text", text, "conflict", choice)
                .post(page + "/answer")
                .then();
    }

    private static RequestSpecification handover(String account, String name, String summary, String version) {
        return form(account)
                .formParams("version", version, "draft", name, "targetDesk", "SIA_HIBO", "summary", summary)
                .formParam("fields", "narrative", "urls", "contact")
                .formParams(
                        "kind",
                        "told",
                        "givenAt",
                        LocalDateTime.now(JapanTime.ZONE).toString());
    }

    private static void see(String account, String page, Matcher<String> what) {
        form(account).get(page).then().statusCode(200).body(what);
    }

    private static RequestSpecification form(String account) {
        return given().accept("text/html")
                .header("Accept-Language", "ja")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .auth()
                .oauth2(Tokens.staff(account, "IHAHO", "counsellor"))
                .formParam("key", UUID.randomUUID().toString())
                .redirects()
                .follow(false);
    }
}
