package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody in danger finds whom to call; the visitor's look adds axe and the width of every page. */
@ExtendWith(World.Shared.class)
class HelpJourney {

    private static final int THUMB = 44;

    @ParameterizedTest(name = "{0} px, scripts: {1}")
    @CsvSource({"360, true", "360, false", "1280, true", "1280, false"})
    @DisplayName("UX-13, UX-38, UX-39: from the start page it is one press to numbers that the thumb can call")
    void aPersonInDangerFindsANumberToPress(int width, boolean scripts, World world) {
        try (var person = world.window(width, scripts)) {
            assertEquals(200, person.open("/"));
            assertTrue(firstScreenHas(person, "a[href='tel:110']"), "the police");
            assertTrue(firstScreenHas(person, "a[href='tel:119']"), "the ambulance");
            assertTrue(firstScreenHas(person, "h1"));
            everyNumberCanBePressed(person, width);
            Pictures.compare(person.page(), "landing");

            assertEquals(200, person.follow("いま話したい・死にたい気持ち"));

            assertEquals("/help/talk", person.path());
            assertTrue(firstScreenHas(person, "a[href='tel:110']"));
            person.sees("よりそいホットライン");
            assertTrue(person.has("main a[href='tel:0120-279-338']"), person::html);
            everyNumberCanBePressed(person, width);
            assertEquals("いま受付中", person.textOf("main .badge"), "who answers comes first, at any hour");

            assertEquals(200, person.follow("お金をとられた・だまされた"));
            assertTrue(person.has("main a[href='tel:188']"), person::html);
            assertEquals(200, person.follow("文章で相談する"));
            assertEquals("/consult", person.path());
        }
    }

    @ParameterizedTest(name = "{0} px, scripts: {1}")
    @CsvSource({"360, true", "360, false", "1280, true", "1280, false"})
    @DisplayName("UX-13: all needs are on one page, who wants to talk first, every number within the screen")
    void allNeedsAreOnOnePage(int width, boolean scripts, World world) {
        try (var person = world.window(width, scripts)) {
            assertEquals(200, person.open("/help"));

            assertEquals("talk", person.page().locator("main h2").first().getAttribute("id"));
            assertTrue(person.page().locator("main a[href^='tel:']").count() > 20, person::html);
            everyNumberCanBePressed(person, width);
            for (String note : new String[] {"domain.md", "確からしさ", "推定", "未確認"}) {
                person.doesNotSee(note);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"/", "/help", "/consult", "/box", "/directory"})
    @DisplayName("the header of a phone is small, and the exit stands in the row of the name")
    void theHeaderOfAPhoneIsSmall(String path, World world) {
        try (var phone = world.window(360, true)) {
            assertEquals(200, phone.open(path));

            assertTrue(box(phone, "header.top").height <= 105, path);
            BoundingBox exit = box(phone, ".exit .button");
            BoundingBox name = box(phone, ".mark");
            assertTrue(exit.y + exit.height <= name.y + name.height + 8, path);
            assertTrue(exit.x >= box(phone, ".tools").x + box(phone, ".tools").width, path);
        }
    }

    @ParameterizedTest
    @CsvSource({"360", "1280"})
    @DisplayName("UX-38: who works for two agencies is asked for which by name, on a page of its own")
    void whoWorksForTwoAgenciesIsAskedByName(int width, World world) {
        try (var watanabe = world.window(width, true)) {
            watanabe.openAs("watanabe", "/partner");

            assertEquals("/agency/choose", watanabe.path());
            assertEquals("どの機関として使いますか", watanabe.textOf("h1"));
            watanabe.doesNotSee("問い合わせ番号");
            Pictures.compare(watanabe.page(), "agency-choice");
            assertEquals(200, watanabe.follow("東京都"));
            assertEquals("/partner", watanabe.path());

            assertEquals(200, watanabe.follow("機関を変える"));
            assertEquals("/agency/choose", watanabe.path());
        }
    }

    @ParameterizedTest
    @CsvSource({"360", "1280"})
    @DisplayName("the page to sign in is in our own look")
    void thePageToSignInIsInOurLook(int width, World world) {
        try (var sato = world.window(width, true)) {
            sato.page().navigate(world.stack().url() + "/desk/queue");

            assertFalse(world.stack().isSite(sato.page().url()));
            assertEquals("つなぎ", sato.textOf("#kc-header"));
            assertEquals("サインイン", sato.textOf("h1"));
            assertEquals(0, (int) box(sato, "#kc-header").y, "the name is where it is on every page");
            assertEquals("rgb(255, 255, 255)", style(sato, "body", "backgroundColor"));
            assertEquals("none", style(sato, "body", "backgroundImage"));
            assertEquals("rgb(0, 23, 193)", style(sato, "#kc-login", "backgroundColor"), "the colour of our buttons");
            assertTrue(box(sato, "#kc-login").height >= THUMB);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/help/talk"})
    @DisplayName("what a slow phone has to fetch before it shows whom to call is at most 15 KB, without the headers")
    void theFirstPageIsLight(String path, World world) {
        try (var phone = world.window(360, true)) {
            List<Request> requests = new ArrayList<>();
            phone.page().onRequest(requests::add);

            assertEquals(200, phone.open(path));

            int bytes = requests.stream()
                    .mapToInt(request -> request.sizes().responseBodySize)
                    .sum();
            assertTrue(requests.size() >= 3 && bytes <= 15 * 1024, path + " weighs " + bytes);
        }
    }

    private static void everyNumberCanBePressed(Visitor person, int width) {
        for (Locator number : person.page().locator("a.call").all()) {
            BoundingBox box = number.boundingBox();
            assertTrue(box.x >= 0 && box.x + box.width <= width, () -> number.innerText() + " is beside the screen");
            assertTrue(box.height >= THUMB && box.width >= THUMB, () -> number.innerText() + " is too small");
        }
        for (Locator number : person.page().locator("main a[href^='tel:']").all()) {
            assertTrue(number.isVisible());
            assertEquals("call", number.getAttribute("class"));
        }
    }

    private static Object style(Visitor visitor, String selector, String property) {
        return visitor.page()
                .locator(selector)
                .evaluate("(one, property) => getComputedStyle(one)[property]", property);
    }

    private static boolean firstScreenHas(Visitor person, String selector) {
        BoundingBox box = box(person, selector);
        return box.y + box.height <= person.page().viewportSize().height;
    }

    private static BoundingBox box(Visitor person, String selector) {
        return person.page().locator(selector).first().boundingBox();
    }
}
