package jp.tsunagi.referral.portal;

import static io.restassured.RestAssured.given;
import static jp.tsunagi.referral.ReferralClient.create;
import static jp.tsunagi.referral.ReferralClient.decide;
import static jp.tsunagi.referral.ReferralClient.isListed;
import static jp.tsunagi.referral.ReferralClient.origin;
import static jp.tsunagi.referral.ReferralClient.send;
import static jp.tsunagi.referral.ReferralClient.sia;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.referral.decision.CommandShape;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal as a browser without scripts uses it. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement("R3.7")
class ReferralPageTest {

    private static final String KIMURA = "kimura";

    @BeforeEach
    void directory() {
        ReferralClient.importDirectory();
    }

    @Test
    void theInboxShowsWhatArrivedWithoutNamesAndCanBeFiltered() {
        String id = send("SIA_HIBO");

        assertTrue(isListed(staff(), "/partner", id));
        assertTrue(isListed(staff(), "/partner?state=new", id));
        assertFalse(isListed(staff(), "/partner?state=closed", id));
        assertTrue(isListed(origin(), "/partner/outbox", id));
        page("/partner").statusCode(200).body(not(containsString("yamano@example.com")));
        browser(ReferralClient.tokyo()).get("/partner").then().statusCode(403);
    }

    @Test
    void peopleReadNumbersNamesAndDaysAndNoCodes() {
        String id = send("SIA_HIBO");
        String number = number(id);

        for (String html : List.of(
                page(at(id)).extract().asString(),
                page(at(id) + "/reject").extract().asString())) {
            String text = text(html);
            assertTrue(text.contains(number), text);
            assertFalse(text.contains(id), text);
            assertFalse(text.contains("ZENSOKYO"), text);
            assertFalse(text.contains("SIA_HIBO"), text);
        }
        String inbox = text(page("/partner").extract().asString());
        assertFalse(inbox.contains("ZENSOKYO"), inbox);
        assertFalse(inbox.contains("SIA_HIBO"), inbox);
        assertTrue(inbox.contains("週末電話相談室"), inbox);
        page(at(id)).body(containsString("ほかの機関に渡すには、差出元の承諾が要ります"));
    }

    @Test
    void aReferralIsFoundByItsNumberHoweverItIsTyped() {
        String id = send("SIA_HIBO");
        String number = number(id);

        for (String typed : List.of(number, number.toLowerCase(Locale.ROOT), number.replace("-", ""), "  " + number)) {
            browser(staff())
                    .queryParam("number", typed)
                    .get("/partner")
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith(at(id)));
            browser(origin())
                    .queryParam("number", typed)
                    .get("/partner/outbox")
                    .then()
                    .statusCode(303);
        }
        browser(Tokens.staff("tanaka", "TOKYO", "agency-staff"))
                .queryParam("number", number)
                .get("/partner")
                .then()
                .statusCode(200)
                .body(containsString("「" + number + "」の取次は見つかりません"));
        browser(staff())
                .queryParam("number", "<b>\"x")
                .get("/partner")
                .then()
                .statusCode(200)
                .body(containsString("「&lt;b&gt;&quot;x」の取次は見つかりません"))
                .body(not(containsString("<b>")));
    }

    @Test
    void theNextDeadlineComesFirstAndPagesGoOnWhereTheyStopped() {
        String accepted = send("SIA_HIBO");
        decide(sia(), accepted, "accept", 2, "{}").statusCode(200);
        String waiting = send("SIA_HIBO");

        List<String> seen = new ArrayList<>();
        for (String next = "?state=all"; next != null; ) {
            String html = page("/partner" + next).statusCode(200).extract().asString();
            Pattern.compile("/partner/referrals/([0-9a-f-]{36})\"")
                    .matcher(html)
                    .results()
                    .forEach(found -> seen.add(found.group(1)));
            Matcher link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(html);
            next = link.find() ? link.group(1).replace("&amp;", "&") : null;
        }

        assertEquals(Set.copyOf(seen).size(), seen.size(), "each once");
        assertTrue(seen.indexOf(waiting) >= 0);
        assertTrue(seen.indexOf(waiting) < seen.indexOf(accepted), "no clock runs for what is accepted");
    }

    @Test
    void theListsSayHowManyThereAreAndWhichPartIsShown() {
        send("SIA_HIBO");
        int before = count(page("/partner?state=new").extract().asString());

        send("SIA_HIBO");

        String html = page("/partner?state=new").extract().asString();
        assertEquals(before + 1, count(html));
        assertTrue(html.contains("?state=new\" aria-current=\"page\""), html);
    }

    private static int count(String html) {
        Matcher tab = Pattern.compile("state=new\"[^>]*>[^<]*<span class=\"count[^\"]*\">(\\d+)")
                .matcher(html);
        assertTrue(tab.find(), html);
        return Integer.parseInt(tab.group(1));
    }

    @Test
    void whatWasDoneIsSaidOnceAndOnlyWhenItIsTrue() {
        String id = send("SIA_HIBO");
        pageAfter(id, "accept").body(not(containsString("受理しました。")));
        pageAfter(id, "<b>").body(not(containsString("class=\"flash\"")));

        var accepted = press(id, "accept", Map.of()).statusCode(303).extract();

        assertEquals("accept", accepted.cookie("done"));
        assertEquals(at(id), accepted.detailedCookie("done").getPath());
        pageAfter(id, "accept")
                .body(containsString("受理しました。"))
                .body(containsString("role=\"status\" tabindex=\"-1\" autofocus"))
                .cookie("done", "");
        pageAfter(id, "reject").body(not(containsString("受理できないと伝えました")));
        page(at(id) + "?done=accept").body(not(containsString("class=\"flash\"")));
    }

    private static ValidatableResponse pageAfter(String id, String done) {
        return browser(staff()).cookie("done", done).get(at(id)).then().statusCode(200);
    }

    @Test
    void beforeAcceptanceThePageSaysWhatWillBeSeenAndWhatWasNotGiven() {
        ObjectNode body = ReferralClient.body(ReferralClient.fresh(), "SIA_HIBO");
        body.withObject("/disclosedData").remove("callName");
        String id = create(origin(), body).statusCode(201).extract().path("id");

        String html = page(at(id)).extract().asString();

        assertTrue(text(html).contains("受理すると見えるもの"), html);
        assertTrue(html.contains("<li class=\"for\">本文</li>"), html);
        assertTrue(html.contains("<li class=\"no\">呼び名: 渡されていません</li>"), html);
    }

    @Test
    @Requirement("R8.9")
    void aReferralIsAcceptedWorkedOnAndCompletedByForms() {
        String id = send("SIA_HIBO");
        page(at(id))
                .statusCode(200)
                .body(containsString("実名での中傷投稿が続いている"))
                .body(containsString("受理すると見えるもの"))
                .body(not(containsString("yamano@example.com")));

        press(id, "accept", Map.of()).statusCode(303).header("Location", endsWith(at(id)));
        page(at(id)).body(containsString("yamano@example.com")).body(containsString("𠮷野と書かれています"));
        page(at(id)).body(not(containsString("href=\"https://sns.example.com")));
        press(id, "start", Map.of()).statusCode(303);
        page(at(id) + "/report-progress").statusCode(200).body(containsString("name=\"audience\""));
        press(id, "report-progress", Map.of("note", "事業者に連絡", "audience", "agency"))
                .statusCode(303);
        press(id, "complete", Map.of("outcomes", "content-removed", "note", "削除されました", "visibleToConsulter", "yes"))
                .statusCode(303);
        page(at(id))
                .body(containsString("対応完了"))
                .body(containsString("投稿が削除されました"))
                .body(not(containsString("yamano@example.com")));
    }

    @Test
    @Requirement("R1.2")
    void aFormThatLacksSomethingComesBackWithEverythingTyped() {
        String id = send("SIA_HIBO");

        press(id, "reject", Map.of("note", "所管外 <b>です</b>", "suggestedDesk", "MOJ_JINKEN"))
                .statusCode(422)
                .body(containsString("エラー:"))
                .body(containsString("理由を選んでください。"))
                .body(containsString("所管外 &lt;b&gt;です&lt;/b&gt;"))
                .body(containsString("value=\"MOJ_JINKEN\" selected"));
        ReferralClient.as(sia()).get("/v1/referrals/" + id).then().body("status", equalTo("requested"));
        press(id, "reject", Map.of("reasonCode", "not-in-remit", "note", "所管外です", "suggestedDesk", "MOJ_JINKEN"))
                .statusCode(303);
        page(at(id)).body(containsString("受理不可")).body(containsString("渡された内容は消去されました"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{7*7}", "{form}", "{#if true}yes{/if}", "${7*7}", "#{7*7}"})
    @Requirement("R1.3")
    void whatLooksLikeAnExpressionStaysText(String typed) {
        String id = send("SIA_HIBO");

        press(id, "reject", Map.of("note", "note " + typed + "."))
                .statusCode(422)
                .body(containsString("note " + typed + "."));
        press(id, "accept", Map.of()).statusCode(303);
        press(id, "report-progress", Map.of("note", "note " + typed + ".")).statusCode(303);
        page(at(id)).body(containsString("note " + typed + "."));
    }

    @Test
    void aDayThatCannotBeReadComesBackWithWhatWasTyped() {
        String id = send("SIA_HIBO");
        press(id, "accept", Map.of()).statusCode(303);

        press(id, "hold", Map.of("reasonCode", "awaiting-court", "note", "決定待ち", "resumeBy", "来週"))
                .statusCode(422)
                .body(containsString("日付は 2026-12-01 のように入れてください。"))
                .body(containsString("value=\"来週\""));

        ReferralClient.as(sia()).get("/v1/referrals/" + id).then().body("status", equalTo("accepted"));
    }

    @Test
    void whoComesTooLateReadsWhoWasFirstAndKeepsWhatWasTyped() {
        String id = send("SIA_HIBO");
        Map<String, String> seen = hidden(page(at(id) + "/reject").extract().asString());
        decide(Tokens.staff("mori", "SIA", "agency-staff"), id, "accept", 2, "{}")
                .statusCode(200);

        Map<String, String> late = new LinkedHashMap<>(seen);
        late.putAll(Map.of("reasonCode", "not-in-remit", "note", "長い説明"));
        browser(staff())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(late)
                .post(at(id) + "/reject")
                .then()
                .statusCode(412)
                .body(containsString("moriが"))
                .body(containsString("「受理する」を行いました"))
                .body(containsString("長い説明"));
    }

    @Test
    @DisplayName("UX-25: what was typed into a decision is there again for its author, until it is sent")
    void aDecisionIsKeptUntilItIsSent() {
        String id = send("SIA_HIBO");
        String form = at(id) + "/reject";
        Map<String, String> typed =
                new LinkedHashMap<>(hidden(page(form).extract().asString()));
        assertEquals(form, typed.get("draft"));
        typed.putAll(Map.of("reasonCode", "not-in-remit", "note", "書きかけの説明", "confirm", "x"));
        browser(staff())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(typed)
                .post("/partner/drafts")
                .then()
                .statusCode(303)
                .header("Location", endsWith(form));

        page(form)
                .body(containsString("書きかけを戻しました"))
                .body(containsString("書きかけの説明</textarea>"))
                .body(containsString("value=\"not-in-remit\" selected"));
        browser(Tokens.staff("mori", "SIA", "agency-staff"))
                .get(form)
                .then()
                .statusCode(200)
                .body(not(containsString("書きかけの説明")));
        press(id, "reject", Map.of("reasonCode", "not-in-remit", "note", "送った説明"))
                .statusCode(303);
        assertEquals(
                List.of("0"),
                TestDatabase.texts(
                        "select count(*)::text from draft where sealed is not null and name = '" + form + "'"));
    }

    @Test
    void pressingTwiceDecidesOnce() {
        String id = send("SIA_HIBO");
        Map<String, String> fields = hidden(page(at(id)).extract().asString());

        for (int i = 0; i < 2; i++) {
            browser(staff()).formParams(fields).post(at(id) + "/accept").then().statusCode(303);
        }
        ReferralClient.as(sia()).get("/v1/referrals/" + id).then().body("version", equalTo(3));
    }

    @Test
    void theOriginWithdrawsOnItsPageAndOthersFindNothing() {
        String id = send("SIA_HIBO");
        browser(Tokens.staff("tanaka", "TOKYO", "agency-staff"))
                .get(at(id))
                .then()
                .statusCode(404);
        String form = browser(origin())
                .get(at(id) + "/withdraw")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Map<String, String> fields = new LinkedHashMap<>(hidden(form));
        fields.putAll(Map.of("reasonCode", "sent-in-error", "note", "誤送信でした"));

        browser(origin()).formParams(fields).post(at(id) + "/withdraw").then().statusCode(303);

        page(at(id)).body(containsString("取下げ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"escalate", "expire", "forward", "befriend"})
    void whatIsNoDecisionOfAPageIsNotFound(String command) {
        String id = send("SIA_HIBO");
        Map<String, String> fields = hidden(page(at(id)).extract().asString());

        page(at(id) + "/" + command).statusCode(404);
        browser(staff()).formParams(fields).post(at(id) + "/" + command).then().statusCode(404);
    }

    @Test
    void thePagesSpeakEnglishToo() {
        send("SIA_HIBO");
        browser(staff()).cookie("lang", "en").get("/partner").then().body(containsString("Referrals received"));
    }

    private static String number(String id) {
        return ReferralClient.as(sia())
                .get("/v1/referrals/" + id)
                .then()
                .extract()
                .path("referenceNumber");
    }

    /** What somebody reads of the main part: no attributes, no addresses. */
    private static String text(String html) {
        return html.substring(html.indexOf("<main"), html.indexOf("</main>")).replaceAll("<[^>]*>", " ");
    }

    private static String at(String id) {
        return "/partner/referrals/" + id;
    }

    private static String staff() {
        return Tokens.staff(KIMURA, "SIA", "agency-staff");
    }

    private static ValidatableResponse page(String path) {
        return browser(staff()).get(path).then();
    }

    private static RequestSpecification browser(String token) {
        return given().redirects().follow(false).accept("text/html").header("Authorization", "Bearer " + token);
    }

    /** Opens the page, fills in the form and sends it with the hidden fields it brought. */
    private static ValidatableResponse press(String id, String command, Map<String, String> typed) {
        CommandShape shape = Coded.find(CommandShape.class, command).orElseThrow();
        boolean onePress = DecisionForm.fields(shape, false).isEmpty();
        String html = page(onePress ? at(id) : at(id) + "/" + command).extract().asString();
        Map<String, String> fields = new LinkedHashMap<>(hidden(html));
        fields.putAll(typed);
        return browser(staff())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(at(id) + "/" + command)
                .then();
    }

    private static Map<String, String> hidden(String html) {
        Matcher field = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"")
                .matcher(html);
        Map<String, String> fields = new LinkedHashMap<>();
        while (field.find()) {
            fields.putIfAbsent(field.group(1), field.group(2));
        }
        return fields;
    }
}
