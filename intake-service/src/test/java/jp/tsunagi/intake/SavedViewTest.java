package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.intake.consultation.Queue;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists that a counsellor keeps. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class SavedViewTest {

    private static final Pattern REMOVE = Pattern.compile("formaction=\"(/desk/queue/views/[0-9a-f-]+/remove)\"");

    private final String counsellor = "views-" + UUID.randomUUID();
    private final String colleague = "views-" + UUID.randomUUID();

    @ParameterizedTest
    @EnumSource
    @DisplayName("UX-23: a list is asked for by its address alone, and a saved view is that address under a name")
    void aViewIsAnAddressUnderAName(Queue.View view) {
        for (String filter : List.of("", "&urgency=high", "&status=in-progress&urgency=low&respondents=true")) {
            String address = "/desk/queue?view=" + view.code() + filter;
            String name = "わたしの" + view.code() + filter.length();
            assertTrue(page(counsellor, address).contains("<a href=\"" + html(address) + "\">一覧を更新</a>"), address);

            save(counsellor, name, address)
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith(address))
                    .cookie("done", "save");

            desk(counsellor)
                    .cookie("done", "save")
                    .get(address)
                    .then()
                    .body(containsString("表示を保存しました"))
                    .cookie("done", "");
            assertFalse(page(counsellor, address + "&done=save").contains("表示を保存しました"));
            assertTrue(isShown(page(counsellor, address), name, address), name);
            assertFalse(isShown(page(counsellor, "/desk/queue?view=all&status=closed"), name, address));
        }
    }

    @Test
    void onlyTheOwnerSeesAndRemovesIt() {
        save(counsellor, "夜の当番", "/desk/queue?view=due").then().statusCode(303);
        save(counsellor, "朝の当番", "/desk/queue?view=due").then().statusCode(303);
        String remove = removeButton(page(counsellor, "/desk/queue"));
        assertFalse(page(colleague, "/desk/queue").contains("夜の当番"));

        sending(colleague, "/desk/queue?view=all").post(remove).then().statusCode(404);
        given().auth()
                .oauth2(Tokens.staff(counsellor, "SIA", "counsellor"))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", UUID.randomUUID().toString())
                .post(remove)
                .then()
                .statusCode(404);
        assertTrue(page(counsellor, "/desk/queue").contains("夜の当番"));

        sending(counsellor, "/desk/queue?view=mine")
                .post(remove)
                .then()
                .statusCode(303)
                .header("Location", containsString("/desk/queue?view=mine"))
                .cookie("done", "remove");
        assertFalse(page(counsellor, "/desk/queue").contains("夜の当番"));
        assertTrue(page(counsellor, "/desk/queue").contains("朝の当番"));
    }

    @Test
    void theDatabaseHoldsNoNameThatCanBeRead() {
        String name = "w" + UUID.randomUUID().toString().substring(0, 8) + "さんの件";

        save(counsellor, name, "/desk/queue?view=mine").then().statusCode(303);

        assertTrue(page(counsellor, "/desk/queue").contains(name));
        assertFalse(TestDatabase.dump().contains(name));
        assertEquals(1, TestDatabase.count("select count(*) from saved_view where owner = ?", counsellor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "二\n行"})
    void aNameIsOneLineOfAFewLetters(String typed) {
        save(counsellor, typed, "/desk/queue?view=mine&urgency=high")
                .then()
                .statusCode(422)
                .body(containsString("class=\"error\" id=\"e-name\""))
                .body(containsString("<title>エラー"))
                .body(containsString("name=\"name\" type=\"text\" value=\"" + typed + "\""))
                .body(containsString("name=\"urgency\" value=\"high\""));
        assertEquals(0, TestDatabase.count("select count(*) from saved_view where owner = ?", counsellor));

        save(counsellor, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", "/desk/queue?view=mine")
                .then()
                .statusCode(303);
    }

    @Test
    void aNameIsGivenOnceAndTenAreEnough() {
        for (int i = 1; i <= 10; i++) {
            save(counsellor, "表示" + i, "/desk/queue?view=mine").then().statusCode(303);
        }
        save(counsellor, "表示1", "/desk/queue?view=all").then().statusCode(409).body(containsString("もうあります"));
        save(counsellor, "表示11", "/desk/queue?view=all")
                .then()
                .statusCode(409)
                .body(containsString("10個まで"))
                .body(containsString("value=\"表示11\""));
        save(colleague, "表示1", "/desk/queue?view=all").then().statusCode(303);
    }

    @Test
    void whatIsPressedTwiceIsSavedOnce() {
        RequestSpecification twice =
                sending(counsellor, "/desk/queue?view=mine").formParam("name", "二度");

        twice.post("/desk/queue/views").then().statusCode(303);
        twice.post("/desk/queue/views").then().statusCode(303);

        assertEquals(1, TestDatabase.count("select count(*) from saved_view where owner = ?", counsellor));
    }

    @Test
    void whatSomebodySearchedForCannotBeSaved() {
        given().auth()
                .oauth2(Tokens.staff(counsellor, "IHAHO", "counsellor"))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("Accept-Language", "ja")
                .formParam("find", "山田はなこ")
                .post("/desk/queue")
                .then()
                .statusCode(200)
                .body(not(containsString("/desk/queue/views")));
    }

    private static Response save(String who, String name, String address) {
        return sending(who, address).formParam("name", name).post("/desk/queue/views");
    }

    /** What a form on a list brings along. */
    private static RequestSpecification sending(String who, String address) {
        RequestSpecification form = given().auth()
                .oauth2(Tokens.staff(who, "IHAHO", "counsellor"))
                .redirects()
                .follow(false)
                .accept("text/html")
                .header("Accept-Language", "ja")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", UUID.randomUUID().toString());
        for (String part : address.substring(address.indexOf('?') + 1).split("&")) {
            form.formParam(part.split("=")[0], part.split("=")[1]);
        }
        return form;
    }

    private static String page(String who, String address) {
        return desk(who).get(address).then().statusCode(200).extract().asString();
    }

    private static RequestSpecification desk(String who) {
        return given().auth()
                .oauth2(Tokens.staff(who, "IHAHO", "counsellor"))
                .accept("text/html")
                .header("Accept-Language", "ja");
    }

    private static boolean isShown(String page, String name, String address) {
        assertTrue(page.contains("<bdi>" + name + "</bdi>"), name);
        return page.contains("<a href=\"" + html(address) + "\" aria-current=\"true\"><bdi>" + name + "</bdi></a>");
    }

    private static String html(String address) {
        return address.replace("&", "&amp;");
    }

    private static String removeButton(String page) {
        Matcher button = REMOVE.matcher(page);
        assertTrue(button.find());
        return button.group(1);
    }
}
