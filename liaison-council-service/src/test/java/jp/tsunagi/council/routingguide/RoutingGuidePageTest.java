package jp.tsunagi.council.routingguide;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class RoutingGuidePageTest {

    private static final String ALL = "/council/admin/routing-guides";

    @Test
    void theSecretariatProposesAndAdoptsByForms() {
        GuideClient.adopted("rules:\n- id: first\n- id: second\n");
        String topic = GuideClient.decidedTopic();
        as("ito").get("/council/admin").then().body(containsString("href=\"" + ALL + "\""));
        as("ito")
                .get(ALL + "/new")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("\nrules:\n- id: first\n- id: second\n</textarea>"),
                        containsString("<option value=\"" + topic + "\">窓口の分担</option>"),
                        containsString("監督者は、この文を過去の相談に当てはめて試せます"),
                        containsString("/desk/rules/dry-run")));

        String page = proposed(topic, "rules:\r\n- id: first\r\n- id: <third>\r\n");

        as("ito")
                .get(page)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("<pre>\nrules:\n- id: first\n- id: &lt;third&gt;\n</pre>"),
                        containsString("<del>-- id: second</del>"),
                        containsString("<ins>+- id: &lt;third&gt;</ins>"),
                        containsString("あなたが提案したので、採択はできません。"),
                        not(containsString("action=\"" + page + "/adopt\"")),
                        containsString("action=\"" + page + "/withdraw\"")));
        as("ito")
                .formParams("version", "1", "key", key())
                .post(page + "/adopt")
                .then()
                .statusCode(403)
                .body(containsString("別のアカウントの人が公開や採択をしてください。"));
        as("hayashi")
                .get(page)
                .then()
                .body(allOf(containsString("読んだうえで採択できます"), containsString("action=\"" + page + "/adopt\"")));
        as("hayashi")
                .redirects()
                .follow(false)
                .formParams("version", "1", "key", key())
                .post(page + "/adopt")
                .then()
                .statusCode(303)
                .header("Location", page);
        as("ito")
                .get(page)
                .then()
                .body(allOf(containsString("hayashi"), not(containsString("<form method=\"post\" nov"))));
        as("ito")
                .get(ALL)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("href=\"" + page + "\""),
                        containsString("href=\"/council/admin/topics/" + topic + "\""),
                        containsString("<td>hayashi</td>"),
                        containsString("採択")));
    }

    @Test
    @Requirement("R1.2")
    void aRefusedFormKeepsWhatWasTypedAndSaysLineAndReason() {
        GuideClient.withdrawWhatWaits();
        String topic = GuideClient.decidedTopic();

        as("ito")
                .formParams(
                        "topicId",
                        topic,
                        "effectiveFrom",
                        "2020-01-01",
                        "text",
                        "rules:\r\n- <b>: 1\r\n  <b>: 2\r\n",
                        "key",
                        key())
                .post(ALL + "/new")
                .then()
                .statusCode(422)
                .body(allOf(
                        containsString("<title>エラー:"),
                        containsString("3行目: 同じ名前が二度あります。"),
                        containsString("使いはじめる日は、今日より前にはできません。"),
                        containsString("value=\"2020-01-01\""),
                        containsString("<option value=\"" + topic + "\" selected>"),
                        containsString("- &lt;b&gt;: 1"),
                        not(containsString("<b>"))));
        as("ito")
                .formParams("topicId", "x", "effectiveFrom", "あした", "text", " ", "key", key())
                .post(ALL + "/new")
                .then()
                .statusCode(422)
                .body(allOf(
                        containsString("もとになった議題を選んでください。"),
                        containsString("「2026-12-01」のように"),
                        containsString("value=\"あした\""),
                        containsString("指針の本文を入れてください。")));
    }

    @Test
    void aProposalIsWithdrawnWithAReason() {
        GuideClient.withdrawWhatWaits();
        String page = proposed(GuideClient.decidedTopic(), GuideClient.RULES);

        as("ito")
                .formParams("version", "1", "reason", " ", "key", key())
                .post(page + "/withdraw")
                .then()
                .statusCode(422)
                .body(containsString("取り下げる理由を書いてください。"));
        as("ito")
                .redirects()
                .follow(false)
                .formParams("version", "1", "reason", "<書き直す>", "key", key())
                .post(page + "/withdraw")
                .then()
                .statusCode(303);
        as("ito").get(page).then().body(allOf(containsString("&lt;書き直す&gt;"), containsString("取り下げた人")));
        as("hayashi")
                .formParams("version", "1", "key", key())
                .post(page + "/adopt")
                .then()
                .statusCode(412);
        as("hayashi")
                .formParams("version", "2", "key", key())
                .post(page + "/adopt")
                .then()
                .statusCode(409)
                .body(containsString("いまの状態では、この操作はできません。"));
    }

    @Test
    void textsThatAreTooLongToCompareSaySo() {
        GuideClient.adopted(GuideClient.RULES);

        String id = GuideClient.proposed("rules: []\n" + "#\n".repeat(3_000), GuideClient.today());

        as("ito").get(ALL + "/" + id).then().statusCode(200).body(containsString("3,000行をこえるため"));
    }

    @Test
    void whatWasTypedComesBack() {
        String page = ALL + "/new";
        as("abe")
                .redirects()
                .follow(false)
                .formParams("text", "rules: []\r\n# 途中", "draft", page, "key", key())
                .post("/council/admin/drafts")
                .then()
                .statusCode(303)
                .header("Location", page);

        as("abe").get(page).then().body(allOf(containsString("# 途中</textarea>"), containsString("書きかけを戻しました")));
        as("hayashi").get(page).then().body(not(containsString("# 途中")));
    }

    @Test
    void thePagesAreInEnglishToo() {
        String id = GuideClient.proposed();

        as("ito")
                .cookie("lang", "en")
                .get(ALL + "/" + id)
                .then()
                .statusCode(200)
                .body(allOf(containsString("Routing guide, version "), containsString("You proposed it")));
        as("ito").cookie("lang", "en").get(ALL).then().body(containsString("First day"));
        as("ito").cookie("lang", "en").get(ALL + "/new").then().body(containsString("Propose a version"));
    }

    @Test
    void whoIsNotTheSecretariatSeesNothing() {
        given().accept("text/html").get(ALL).then().statusCode(401);
        given().accept("text/html")
                .header("Authorization", "Bearer " + Tokens.staff("kimura", "TOKYO", "council-member"))
                .get(ALL)
                .then()
                .statusCode(403);
        as("ito").get(ALL + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static String proposed(String topic, String text) {
        return as("ito")
                .redirects()
                .follow(false)
                .formParams(
                        "topicId", topic, "effectiveFrom", GuideClient.today().toString(), "text", text, "key", key())
                .post(ALL + "/new")
                .then()
                .statusCode(303)
                .header("Location", startsWith(ALL + "/"))
                .extract()
                .header("Location");
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
