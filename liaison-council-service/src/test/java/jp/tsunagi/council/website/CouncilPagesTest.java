package jp.tsunagi.council.website;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class CouncilPagesTest {

    /** The text of the topic on every page that shows it, also before anybody has published it. */
    private static final String AS_READ = "<h2>論点</h2>\n<p>一行目<br>\n二行目 &lt;b&gt;</p>";

    @Test
    void theCouncilsPageShowsItsSeatsToEverybodyInBothLanguages() {
        browser()
                .get("/council")
                .then()
                .statusCode(200)
                .body(allOf(containsString("<html lang=\"ja\">"), containsString("警察庁"), containsString("オブザーバ")));
        browser()
                .cookie("lang", "en")
                .get("/council")
                .then()
                .statusCode(200)
                .body(allOf(containsString("<html lang=\"en\">"), containsString("National Police Agency")));
    }

    @Test
    void theSecretariatWritesChecksAndPublishesByForms() {
        String page =
                send("/council/admin/topics/new", "title", "フォームから出す話", "body", "# 論点\r\n一行目\r\n二行目 <b>", "key", key());

        // A topic is checked before it is published; the check alone shows nothing to anybody.
        var check = signedIn()
                .formParams("version", "1", "visibility", "public", "key", key())
                .post(page + "/check")
                .then()
                .statusCode(200)
                .body(allOf(containsString("フォームから出す話"), containsString("だれでも"), containsString(AS_READ)))
                .extract()
                .asString();
        String id = page.substring(page.lastIndexOf('/') + 1);
        browser().get("/council/topics/" + id).then().statusCode(404);

        send(
                page + "/request",
                "version",
                "1",
                "visibility",
                "public",
                "embargoUntil",
                "",
                "key",
                hidden(check, "key"));
        browser().get("/council/topics/" + id).then().statusCode(404);
        signedIn().get(page).then().body(containsString("公開はできません。事務局の別のアカウントの人が"));
        signedIn().get(page + "/publish").then().statusCode(200).body(not(containsString("<form method=\"post\"")));

        var reading = as("hayashi")
                .get(page + "/publish")
                .then()
                .statusCode(200)
                .body(allOf(containsString("フォームから出す話"), containsString("読んだうえで公開できます")))
                .extract()
                .asString();
        as("hayashi")
                .redirects()
                .follow(false)
                .formParams("version", hidden(reading, "version"), "key", hidden(reading, "key"))
                .post(page + "/publish")
                .then()
                .statusCode(303);
        browser()
                .get("/council/topics/" + id)
                .then()
                .statusCode(200)
                .body(allOf(containsString("フォームから出す話"), containsString(AS_READ)));
        browser().get("/council").then().body(containsString("フォームから出す話"));
    }

    @Test
    @Requirement("R1.2")
    void aRefusedFormSaysWhatToCorrectAndKeepsWhatWasTyped() {
        signedIn()
                .formParams("title", "", "body", "<b>太字</b>の話", "key", key())
                .post("/council/admin/topics/new")
                .then()
                .statusCode(422)
                .body(allOf(
                        containsString("<title>エラー:"),
                        containsString("議題の名前を入れてください。"),
                        containsString("&lt;b&gt;太字&lt;/b&gt;の話"),
                        not(containsString("<b>太字"))));
    }

    @Test
    void whatTheScanFindsIsShownAndTheSecondPersonMarksEach() {
        String page = send("/council/admin/topics/new", "title", "危ない話", "body", "一行目\r\n090-1234-5678", "key", key());

        signedIn()
                .formParams("version", "1", "visibility", "public", "embargoUntil", "あした", "key", key())
                .post(page + "/check")
                .then()
                .statusCode(422)
                .body(allOf(containsString("日時は「2026-12-01 10:00」のように"), containsString("value=\"あした\"")));
        signedIn()
                .formParams(
                        "version", "1", "visibility", "public", "embargoUntil", "+999999999-12-01 10:00", "key", key())
                .post(page + "/check")
                .then()
                .statusCode(422);
        signedIn()
                .formParams("version", "1", "visibility", "public", "key", key())
                .post(page + "/check")
                .then()
                .statusCode(200)
                .body(containsString("2行目に電話番号らしいものがあります。「090-1234-5678」"));
        send(page + "/request", "version", "1", "visibility", "public", "key", key());
        signedIn()
                .formParams("version", "2", "acknowledged", "/body:2:phone-number", "key", key())
                .post(page + "/publish")
                .then()
                .statusCode(403)
                .body(containsString("別のアカウントの人が公開や採択をしてください。"));
        as("hayashi")
                .formParams("version", "2", "key", key())
                .post(page + "/publish")
                .then()
                .statusCode(422)
                .body(containsString("2行目に電話番号らしいものがあります。"));
        as("hayashi")
                .redirects()
                .follow(false)
                .formParams("version", "2", "acknowledged", "/body:2:phone-number", "key", key())
                .post(page + "/publish")
                .then()
                .statusCode(303);
    }

    @Test
    @DisplayName("UX-25: a topic that was typed and not saved is there again, with its time, until it is saved")
    void whatWasTypedComesBack() {
        String page = "/council/admin/topics/new";
        String key = key();
        as("abe")
                .formParams("title", "途中の話", "body", "三行書いたところ", "draft", page, "key", key)
                .redirects()
                .follow(false)
                .post("/council/admin/drafts")
                .then()
                .statusCode(303)
                .header("Location", page);

        as("abe")
                .get(page)
                .then()
                .body(allOf(
                        containsString("value=\"途中の話\""),
                        containsString("三行書いたところ</textarea>"),
                        containsString("書きかけを戻しました")));
        as("hayashi").get(page).then().body(not(containsString("途中の話")));
        as("abe")
                .formParams("title", "途中の話", "body", "三行書いたところ", "draft", page, "key", key)
                .redirects()
                .follow(false)
                .post(page)
                .then()
                .statusCode(303);
        as("abe").get(page).then().body(not(containsString("途中の話")));
    }

    @Test
    @DisplayName("UX-24: who saves a topic second sees both texts and chooses")
    void whoSavesSecondChooses() {
        String page = send("/council/admin/topics/new", "title", "二人で直す話", "body", "はじめ", "key", key());
        send(page, "title", "二人で直す話", "body", "先の人の文", "version", "1", "key", key());

        signedIn()
                .formParams("title", "二人で直す話", "body", "あとの人の文", "version", "1", "key", key())
                .post(page)
                .then()
                .statusCode(412)
                .body(allOf(
                        containsString("<blockquote lang=\"ja\">先の人の文</blockquote>"),
                        containsString("<blockquote lang=\"ja\">あとの人の文</blockquote>"),
                        containsString("value=\"both\""),
                        not(containsString("<textarea"))));
        signedIn()
                .formParams("title", "二人で直す話", "body", "あとの人の文", "version", "2", "conflict", "both", "key", key())
                .post(page)
                .then()
                .statusCode(200)
                .body(containsString("先の人の文 / あとの人の文</textarea>"));
        signedIn().get(page).then().body(containsString("先の人の文</textarea>"));
        send(page, "title", "二人で直す話", "body", "あとの人の文", "version", "2", "conflict", "mine", "key", key());
        signedIn().get(page).then().body(containsString("あとの人の文</textarea>"));
    }

    @Test
    void whoIsNotTheSecretariatDoesNotSeeTheDrafts() {
        browser().get("/council/admin").then().statusCode(401);
        given().accept("text/html")
                .header("Authorization", "Bearer " + Tokens.staff("kimura", "SIA", "agency-staff"))
                .get("/council/admin")
                .then()
                .statusCode(403);
        signedIn().get("/council/admin").then().statusCode(200);
    }

    @Test
    @Requirement("F14")
    void somebodyOfSeveralAgenciesReadsThePublicPageWithoutChoosing() {
        given().accept("text/html")
                .header(
                        "Authorization",
                        "Bearer " + Tokens.staffOf("watanabe", List.of("SIA", "TOKYO"), "agency-staff"))
                .get("/council")
                .then()
                .statusCode(200);
    }

    private static String send(String path, String first, String value, Object... more) {
        String location = signedIn()
                .redirects()
                .follow(false)
                .formParams(first, value, more)
                .post(path)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertEquals(0, location.indexOf("/council/admin/topics/"), location);
        return location;
    }

    private static String hidden(String page, String name) {
        var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        field.find();
        return field.group(1);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static RequestSpecification browser() {
        return given().accept("text/html");
    }

    private static RequestSpecification signedIn() {
        return as("ito");
    }

    private static RequestSpecification as(String account) {
        return browser()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("Authorization", "Bearer " + Tokens.staff(account, "IHAHO", "secretariat"));
    }
}
