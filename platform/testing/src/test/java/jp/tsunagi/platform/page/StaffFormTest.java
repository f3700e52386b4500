package jp.tsunagi.platform.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.platform.draft.ForgettingDrafts;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class StaffFormTest {

    private static final String PAGE = StaffFormPage.PAGE;
    private static final String DRAFTS = StaffFormPage.DRAFTS;

    @Inject
    ForgettingDrafts forgetting;

    @BeforeEach
    void nothingIsKept() {
        TestDatabase.execute("delete from draft");
        StaffFormPage.text = "before";
        StaffFormPage.version = 1;
    }

    @Test
    @DisplayName("UX-25: what was typed is there again after the tab and the session have ended, with its time")
    void aDraftComesBackWithItsTime() {
        keep("sato", "half a \"sentence\"", "1").statusCode(303).header("Location", equalTo(PAGE));

        page("sato")
                .body(allOf(
                        containsString("half a &quot;sentence&quot;</textarea>"),
                        containsString("書きかけを戻しました"),
                        containsString("<time datetime=")));
    }

    @Test
    void aDraftIsForItsAccountAlone() {
        keep("sato", "for my eyes", "1").statusCode(303);

        page("suzuki").body(not(containsString("for my eyes")));
        as("sato", "TOKYO").get(PAGE).then().statusCode(200).body(not(containsString("for my eyes")));
    }

    @Test
    void theDatabaseHoldsNoWordOfIt() {
        keep("sato", "for my eyes", "1").statusCode(303);

        assertEquals(
                List.of("0"),
                TestDatabase.texts("select count(*)::text from draft where position('eyes'::bytea in sealed) > 0"));
        assertEquals(List.of(PAGE), TestDatabase.texts("select name from draft where sealed is not null"));
    }

    @Test
    void aFormThatWasSentLeavesNoDraftAlsoWhenTheDraftArrivesAfterIt() {
        String key = UUID.randomUUID().toString();
        keep("sato", "sent", "1", key).statusCode(303);
        send("sato", "sent", "1", key, "").statusCode(303);
        keep("sato", "sent", "1", key).statusCode(303);

        page("sato").body(not(containsString("書きかけを戻しました")));
        keep("sato", "the next one", "2").statusCode(303);
        page("sato").body(containsString("the next one</textarea>"));
    }

    @Test
    void aRefusedFormKeepsItsDraft() {
        keep("sato", "typed", "1").statusCode(303);
        send("sato", "", "1", UUID.randomUUID().toString(), "").statusCode(422);

        page("sato").body(containsString("typed</textarea>"));
    }

    @Test
    void whoThrowsADraftAwayStartsAfresh() {
        keep("sato", "not this", "1").statusCode(303);
        sato().formParams("draft", PAGE, "discard", "yes").post(DRAFTS).then().statusCode(303);

        page("sato").body(allOf(not(containsString("not this")), containsString("before</textarea>")));
    }

    @Test
    void aDraftIsForgottenAfterSevenDays() {
        keep("sato", "old", "1").statusCode(303);
        TestDatabase.execute("update draft set kept_at = now() - interval '169 h'");

        page("sato").body(not(containsString("old</textarea>")));
        forgetting.forgetOld();
        assertEquals(List.of("0"), TestDatabase.texts("select count(*)::text from draft"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "https://evil.example",
                "/partner/x",
                "/desk/sample/../x",
                "/desk/sample/\n"
            })
    void aDraftLeadsNowhereElse(String name) {
        sato().formParams("draft", name, "text", "x").post(DRAFTS).then().statusCode(400);
    }

    @Test
    void aDraftHasAnEnd() {
        keep("sato", "x".repeat(100_000), "1").statusCode(413);
    }

    @Test
    @DisplayName("UX-24: who comes second sees both texts and three choices, and nothing is overwritten")
    void theSecondOneChooses() {
        send("suzuki", "theirs <b>", "1", key(), "").statusCode(303);

        send("sato", "mine <i>", "1", key(), "")
                .statusCode(412)
                .body(allOf(
                        containsString("<title>エラー:"),
                        containsString("theirs &lt;b&gt;"),
                        containsString("mine &lt;i&gt;"),
                        containsString("name=\"conflict\" value=\"theirs\""),
                        containsString("name=\"conflict\" value=\"mine\""),
                        containsString("name=\"conflict\" value=\"both\""),
                        containsString("name=\"version\" value=\"2\"")));
        assertEquals("theirs <b>", StaffFormPage.text);
    }

    @Test
    @DisplayName("UX-24: mine replaces what was on the page, and asks again when that has changed too")
    void mineReplacesOnlyWhatWasSeen() {
        send("suzuki", "theirs", "1", key(), "").statusCode(303);
        send("sato", "mine", "1", key(), "").statusCode(412);
        send("suzuki", "theirs again", "2", key(), "").statusCode(303);

        send("sato", "mine", "2", key(), "mine").statusCode(412).body(containsString("theirs again"));
        assertEquals("theirs again", StaffFormPage.text);
        send("sato", "mine", "3", key(), "mine").statusCode(303);
        assertEquals("mine", StaffFormPage.text);
    }

    @Test
    @DisplayName("UX-24: theirs leaves what is stored; both puts the texts one after the other and stores nothing")
    void theirsAndBoth() {
        send("suzuki", "theirs\nsecond line", "1", key(), "").statusCode(303);
        send("sato", "mine", "1", key(), "both")
                .statusCode(200)
                .body(allOf(
                        containsString("theirs\nsecond line\n\nmine</textarea>"),
                        containsString("name=\"version\" value=\"2\""),
                        containsString("二つの文を続けて入れました")));
        send("sato", "mine", "1", key(), "theirs").statusCode(303).header("Location", equalTo(PAGE));
        assertEquals("theirs\nsecond line", StaffFormPage.text);
    }

    @Test
    @DisplayName("UX-24: a draft that began on an older version is no way around the choice")
    void aDraftKeepsTheVersionThatItBeganOn() {
        keep("sato", "mine", "1").statusCode(303);
        send("suzuki", "theirs", "1", key(), "").statusCode(303);

        page("sato").body(containsString("name=\"version\" value=\"1\""));
    }

    private static ValidatableResponse page(String account) {
        return as(account, "SIA").get(PAGE).then().statusCode(200);
    }

    private static ValidatableResponse keep(String account, String text, String version) {
        return keep(account, text, version, key());
    }

    private static ValidatableResponse keep(String account, String text, String version, String key) {
        return as(account, "SIA")
                .formParams("draft", PAGE, "key", key, "version", version, "text", text)
                .post(DRAFTS)
                .then();
    }

    private static ValidatableResponse send(String account, String text, String version, String key, String choice) {
        return as(account, "SIA")
                .formParams("draft", PAGE, "key", key, "version", version, "text", text, "conflict", choice)
                .post(PAGE)
                .then();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static RequestSpecification sato() {
        return as("sato", "SIA");
    }

    private static RequestSpecification as(String account, String agency) {
        return given().accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("Authorization", "Bearer " + Tokens.staff(account, agency, "counsellor"))
                .redirects()
                .follow(false);
    }
}
