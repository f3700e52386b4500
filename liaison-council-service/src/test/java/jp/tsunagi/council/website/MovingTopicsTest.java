package jp.tsunagi.council.website;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.UUID;
import jp.tsunagi.council.routingguide.GuideClient;
import jp.tsunagi.council.topic.TopicCommand;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class MovingTopicsTest {

    private static final String NEW_GUIDE = "/council/admin/routing-guides/new";

    @Test
    @Requirement("R2.2")
    void aTopicIsDecidedInTheBrowserAndAGuideCarriesTheDecisionOut() {
        GuideClient.withdrawWhatWaits();
        String page = proposed();
        String id = page.substring(page.lastIndexOf('/') + 1);
        read(page)
                .body(allOf(
                        containsString("議題を進める"),
                        containsString("value=\"adopt\""),
                        containsString("<label for=\"f-declineReason\">不採択にする理由"),
                        containsString("<label for=\"f-withdrawReason\">議題を取下げにする理由"),
                        not(containsString("value=\"decide\"")),
                        not(containsString("この決定の指針を提案する"))));

        moved(page, "1", "adopt");
        read(page)
                .body(allOf(
                        containsString("採択"),
                        containsString("<label for=\"f-meetingOn\">会合の日"),
                        not(containsString("f-declineReason"))));
        moved(page, "2", "schedule", "meetingOn", " 2026-12-04 ");
        read(page).body(allOf(containsString("<time datetime=\"2026-12-04\">"), containsString("協議済にする")));
        moved(page, "3", "discuss");
        moved(page, "4", "decide", "decision", "一行目\r\n<二行目>");

        read(page)
                .body(allOf(
                        containsString("一行目\n&lt;二行目&gt;"),
                        containsString("value=\"close\""),
                        containsString("この決定を実行する指針はまだありません。"),
                        containsString("href=\"" + NEW_GUIDE + "?topic=" + id + "\"")));
        as("ito")
                .get(NEW_GUIDE + "?topic=" + id)
                .then()
                .statusCode(200)
                .body(containsString("<option value=\"" + id + "\" selected>進める話</option>"));
        as("ito").get(NEW_GUIDE + "?topic=<b>").then().statusCode(200).body(not(containsString("<b>")));
        String guide = as("ito")
                .redirects()
                .follow(false)
                .formParams("topicId", id, "effectiveFrom", GuideClient.today().toString(), "text", GuideClient.RULES)
                .formParam("key", key())
                .post(NEW_GUIDE)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        moved(page, "5", "close");
        read(page)
                .body(allOf(
                        containsString("<li><a href=\"" + guide + "\">振り分け指針 第"),
                        containsString("この決定の指針を提案する"),
                        not(containsString("議題を進める"))));
    }

    @Test
    void whatWasDoneIsSaidOnceAndOnlyWhileItIsTrue() {
        String page = proposed();

        var adopted = move(page, "1", "adopt")
                .statusCode(303)
                .header("Location", page)
                .extract();

        assertEquals("adopted", adopted.cookie("done"));
        as("ito")
                .cookie("done", "adopted")
                .get(page)
                .then()
                .body(containsString("議題の状態を「採択」にしました。"))
                .cookie("done", "");
        as("ito").cookie("done", "decided").get(page).then().body(not(containsString("class=\"flash\"")));
        read(page).body(not(containsString("class=\"flash\"")));
    }

    @Test
    void aFormThatIsSentTwiceMovesTheTopicOnce() {
        String page = proposed();
        String key = key();

        for (int time = 0; time < 2; time++) {
            as("ito")
                    .redirects()
                    .follow(false)
                    .formParams("version", "1", "key", key, "command", "adopt")
                    .post(page + "/move")
                    .then()
                    .statusCode(303);
        }

        read(page).body(containsString("name=\"version\" value=\"2\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            proposed  | decline    | declineReason   | -                  | 入力してください。
            proposed  | withdraw   | withdrawReason  | '  '               | 入力してください。
            adopted   | schedule   | meetingOn       | -                  | 入力してください。
            adopted   | schedule   | meetingOn       | <あした>           | 形を確かめてください。
            adopted   | schedule   | meetingOn       | +999999999-12-01   | 形を確かめてください。
            adopted   | schedule   | meetingOn       | 2026-02-30         | 形を確かめてください。
            discussed | decide     | decision        | ' '                | 入力してください。
            discussed | decide     | decision        | LONG               | 長さ、または個数が範囲の外です。
            discussed | carry-over | carryOverReason | -                  | 入力してください。
            """)
    @Requirement("R1.2")
    void aFieldThatIsMissingOrMalformedKeepsWhatWasTypedAndSaysWhatToDo(
            String state, String command, String field, String typed, String sentence) {
        String page = in(state);
        String text = "LONG".equals(typed) ? "<決>" + "あ".repeat(2_000) : typed == null ? "" : typed;

        move(page, version(state), command, field, text)
                .statusCode(422)
                .body(allOf(
                        containsString("<a href=\"#f-" + field + "\">" + sentence + "</a>"),
                        containsString("id=\"e-" + field + "\">" + sentence),
                        containsString(escaped(text)),
                        not(containsString(">保存されていません"))));

        read(page).body(containsString("name=\"version\" value=\"" + version(state) + "\""));
    }

    @Test
    @Requirement("R2.2")
    void aMoveThatTheStateDoesNotAllowIsRefusedAndTheTextIsNotLost() {
        String page = proposed();

        move(page, "1", "decide", "decision", "早すぎる<決定>")
                .statusCode(409)
                .body(allOf(
                        containsString("いまの状態では、この操作はできません。"),
                        containsString("書いた文は保存されていません"),
                        containsString("早すぎる&lt;決定&gt;</blockquote>"),
                        containsString("value=\"adopt\"")));
        move(page, "1", "revise").statusCode(404);
        move(page, "1", "sing").statusCode(404);
        move("/council/admin/topics/" + UUID.randomUUID(), "1", "adopt").statusCode(404);
        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from audit where actor = ? and action = ? and object = ? and result = 'refused'"
                                + " and reason = 'illegal-transition'",
                        "ito",
                        "topic.decide",
                        "topic/" + page.substring(page.lastIndexOf('/') + 1)));
    }

    @Test
    void whoComesTooLateReadsWhoWasFirstAndKeepsTheText() {
        String page = in("discussed");
        String version = version("discussed");
        moved(page, version, "carry-over", "carryOverReason", "数がそろわない");

        move(page, version, "decide", "decision", "あとの人の決定")
                .statusCode(412)
                .body(allOf(
                        containsString("ほかの人が先に変更しました。"),
                        containsString("IHAHOが"),
                        containsString("に変更しました。</li>"),
                        containsString("あとの人の決定</blockquote>"),
                        containsString("value=\"schedule\"")));
        move(page, version, "schedule", "meetingOn", "2027-01-15")
                .statusCode(412)
                .body(allOf(containsString("value=\"2027-01-15\""), containsString("name=\"version\" value=\"5\"")));
        move(page, "", "schedule", "meetingOn", "2027-01-15")
                .statusCode(428)
                .body(containsString("value=\"2027-01-15\""));
    }

    @Test
    void whoIsNotTheSecretariatMovesNothing() {
        String page = proposed();

        for (String role : new String[] {"council-member", "agency-staff", "counsellor"}) {
            given().accept("text/html")
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .header("Authorization", "Bearer " + Tokens.staff("kimura", "SIA", role))
                    .formParams("version", "1", "command", "withdraw", "withdrawReason", "理由", "key", key())
                    .post(page + "/move")
                    .then()
                    .statusCode(403);
        }
        given().accept("text/html").post(page + "/move").then().statusCode(401);
        read(page).body(containsString("value=\"adopt\""));
    }

    @Test
    void thePageIsInEnglishToo() {
        as("ito")
                .cookie("lang", "en")
                .get(in("discussed"))
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("Move the topic on"),
                        containsString("Record the decision"),
                        containsString("Carry it over: reason")));
    }

    @Test
    void everyTransitionHasItsForm() {
        var transitions = Arrays.stream(TopicCommand.Transition.class.getPermittedSubclasses())
                .map(type -> type.getSimpleName().toLowerCase())
                .sorted()
                .toList();

        var forms = Coded.codes(MoveForm.class).stream()
                .map(code -> code.replace("-", ""))
                .sorted()
                .toList();

        assertEquals(transitions, forms);
    }

    private static String proposed() {
        return as("ito")
                .redirects()
                .follow(false)
                .formParams("title", "進める話", "body", "論点", "key", key())
                .post("/council/admin/topics/new")
                .then()
                .statusCode(303)
                .header("Location", startsWith("/council/admin/topics/"))
                .extract()
                .header("Location");
    }

    private static String in(String state) {
        String page = proposed();
        if (!state.equals("proposed")) {
            moved(page, "1", "adopt");
        }
        if (state.equals("discussed")) {
            moved(page, "2", "schedule", "meetingOn", "2026-12-04");
            moved(page, "3", "discuss");
        }
        return page;
    }

    private static String version(String state) {
        return switch (state) {
            case "proposed" -> "1";
            case "adopted" -> "2";
            default -> "4";
        };
    }

    private static void moved(String page, String version, String command, String... field) {
        move(page, version, command, field).statusCode(303).header("Location", page);
    }

    private static ValidatableResponse move(String page, String version, String command, String... field) {
        var request = as("ito").redirects().follow(false).formParams("version", version, "command", command);
        if (field.length == 2) {
            request.formParam(field[0], field[1]);
        }
        return request.formParam("key", key()).post(page + "/move").then();
    }

    private static ValidatableResponse read(String page) {
        return as("ito").get(page).then().statusCode(200);
    }

    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static RequestSpecification as(String account) {
        return given().accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("Authorization", "Bearer " + Tokens.staff(account, "IHAHO", "secretariat"));
    }
}
