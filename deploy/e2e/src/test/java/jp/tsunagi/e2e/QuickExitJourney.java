package jp.tsunagi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody comes in: the page goes away, and neither Back nor the browser's files give it back. */
@ExtendWith(World.Shared.class)
@Tag("F7")
@Tag("R3.8")
class QuickExitJourney {

    private static final String LEAVE = "このページをすぐ閉じる";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void backAfterLeavingShowsNeitherTextNorCode(boolean scripts, World world, @TempDir Path profile) {
        try (var home = world.computerAtHome(profile, scripts)) {
            var receipt = new Consulter(home).consult();
            leave(home);
            assertEquals("/calendar", home.path());

            for (int step = 0; step < 4; step++) {
                back(home);
                home.doesNotSee(Consulter.TEXT);
                home.doesNotSee(receipt.number());
                home.doesNotSee(
                        receipt.code().substring(0, 4) + " " + receipt.code().substring(4, 8));
            }
        }
    }

    /** A page that answered a form is not kept; the browser shows a page of its own that asks before it sends again. */
    private static void back(Visitor home) {
        try {
            home.page().goBack();
        } catch (PlaywrightException asksFirst) {
            assertTrue(asksFirst.getMessage().contains("ERR_CACHE_MISS"), asksFirst::getMessage);
        }
        home.page().waitForTimeout(500);
        Eventually.isTrue("the page after Back stands still", () -> standsStill(home));
    }

    private static boolean standsStill(Visitor home) {
        try {
            return !home.page().content().isEmpty();
        } catch (PlaywrightException navigating) {
            return false;
        }
    }

    @Test
    void theProfileHoldsNothingThatWasTypedOrTold(World world, @TempDir Path profile) throws IOException {
        Consulter.Receipt receipt;
        try (var home = world.computerAtHome(profile, true)) {
            receipt = new Consulter(home).consult();
            leave(home);
        }

        for (String told : told(receipt)) {
            assertEquals(List.of(), filesWith(profile, told), told);
        }
    }

    /** Without scripts the browser keeps the forms it sent in its history, as the page says, and nowhere else. */
    @Test
    void withoutScriptsOnlyTheHistoryOfTheBrowserHoldsWhatWasTyped(World world, @TempDir Path profile)
            throws IOException {
        Consulter.Receipt receipt;
        try (var home = world.computerAtHome(profile, false)) {
            receipt = new Consulter(home).consult();
            leave(home);
        }

        for (String told : told(receipt)) {
            assertEquals(
                    List.of(),
                    filesWith(profile, told).stream()
                            .filter(file -> !file.getParent().endsWith("Sessions"))
                            .toList(),
                    told);
        }
    }

    enum Way {
        BUTTON(true),
        SHIFT_THREE_TIMES(true),
        LINK_WITHOUT_SCRIPTS(false);

        private final boolean scripts;

        Way(boolean scripts) {
            this.scripts = scripts;
        }

        void leave(Page page) {
            if (this == SHIFT_THREE_TIMES) {
                tapShift(page, 3);
            } else {
                page.locator("a[data-exit]").click(new Locator.ClickOptions().setForce(true));
            }
        }
    }

    static Stream<Arguments> waysAtEachWidth() {
        return Stream.of(360, 1280).flatMap(width -> Stream.of(Way.values()).map(way -> Arguments.of(width, way)));
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @MethodSource("waysAtEachWidth")
    @DisplayName("UX-09: leaving goes to the calendar and ends the session; neither Back nor the tab keeps anything")
    void leavingEndsTheVisit(int width, Way way, World world) throws Exception {
        try (var visitor = world.window(width, way.scripts)) {
            var page = visitor.page();
            var consulter = new Consulter(visitor);
            var receipt = consulter.consult();
            consulter.openBox(receipt);
            String session = sessionOf(page);
            assertTrue(mailbox(world, session).contains(receipt.number()), "the session is open");
            visitor.open("/consult");
            visitor.fill("text", Consulter.TEXT);
            if (way.scripts) {
                assertThat(page.locator("[data-draft-status]")).hasText("入力中の内容をこの画面に保存しました");
            }

            Response left = page.waitForResponse("**/box/quit", () -> way.leave(page));

            page.waitForURL("**/calendar");
            assertEquals("\"cache\", \"storage\"", left.headerValue("clear-site-data"));
            assertFalse(mailbox(world, session).contains(receipt.number()), "the session has ended");
            assertNotEquals(session, sessionOf(page));
            assertEquals("{}", page.evaluate("JSON.stringify({...sessionStorage})"));
            for (int step = 0; step < 4; step++) {
                back(visitor);
                visitor.doesNotSee(Consulter.TEXT);
                visitor.doesNotSee(receipt.number());
                assertEquals(
                        List.of(),
                        page.locator("textarea").all().stream()
                                .map(Locator::inputValue)
                                .filter(typed -> !typed.isEmpty())
                                .toList());
            }
        }
    }

    private static String sessionOf(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("box") && cookie.path.equals("/box"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    /** What somebody who took the cookie reads. */
    private static String mailbox(World world, String session) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(world.stack().url().resolve("/box"))
                    .header("Accept", "text/html")
                    .header("Cookie", "box=" + session)
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    @DisplayName("UX-10: neither capitals, nor Shift held down, nor an input method that composes leaves the page")
    void typingDoesNotLeave(int width, World world) {
        try (var visitor = world.window(width, true)) {
            var page = visitor.page();
            visitor.open("/consult");
            page.locator("[name=text]").focus();

            for (String capital : List.of("A", "B", "C", "D")) {
                page.keyboard().press("Shift+" + capital);
            }
            for (int held = 0; held < 6; held++) {
                page.keyboard().down("Shift");
            }
            page.keyboard().up("Shift");
            page.keyboard().press("a");
            for (int tap = 0; tap < 4; tap++) {
                composes(page, tap);
            }
            page.keyboard().insertText("かな");

            page.waitForTimeout(500);
            assertEquals("/consult", visitor.path());
            visitor.sees("ステップ 1 / 8");
            assertTrue(visitor.value("text").startsWith("ABCDa"), visitor.value("text"));

            tapShift(page, 2);
            page.waitForTimeout(500);
            assertEquals("/consult", visitor.path());
            tapShift(page, 1);
            page.waitForURL("**/calendar");
        }
    }

    private static void tapShift(Page page, int times) {
        for (int tap = 0; tap < times; tap++) {
            page.keyboard().press("Shift");
        }
    }

    /** An input method takes the key, which the page hears as 229, and shows what is not there yet. */
    private static void composes(Page page, int tap) {
        var devtools = page.context().newCDPSession(page);
        var composition = new JsonObject();
        composition.addProperty("text", "か".repeat(tap + 1));
        composition.addProperty("selectionStart", tap + 1);
        composition.addProperty("selectionEnd", tap + 1);
        devtools.send("Input.imeSetComposition", composition);
        for (String type : List.of("rawKeyDown", "keyUp")) {
            var key = new JsonObject();
            key.addProperty("type", type);
            key.addProperty("key", "Shift");
            key.addProperty("code", "ShiftLeft");
            key.addProperty("windowsVirtualKeyCode", 229);
            devtools.send("Input.dispatchKeyEvent", key);
        }
        devtools.detach();
    }

    private static List<String> told(Consulter.Receipt receipt) {
        String shown = receipt.code().replaceAll("(\\d{4})(?=\\d)", "$1 ");
        return List.of(Consulter.TEXT, Consulter.NAME, Consulter.MAIL, receipt.code(), shown, receipt.number());
    }

    @Test
    void withoutScriptsThePageSaysWhatRemains(World world) {
        try (var phone = world.phoneWithoutScripts()) {
            phone.open("/consult");
            phone.sees("履歴のファイルに残ることがあります");
        }
    }

    // Not followed as a link: with scripts the page is replaced, and the calendar is not one of the site's pages.
    private static void leave(Visitor visitor) {
        var page = visitor.page();
        page.locator("a[data-exit]").click(new Locator.ClickOptions().setForce(true));
        page.waitForURL("**/calendar");
        assertFalse(page.content().contains(LEAVE));
    }

    /** Browsers keep text as UTF-8, as UTF-16 or percent-encoded. */
    private static List<Path> filesWith(Path profile, String told) throws IOException {
        List<byte[]> forms = List.of(
                told.getBytes(StandardCharsets.UTF_8),
                told.getBytes(StandardCharsets.UTF_16LE),
                java.net.URLEncoder.encode(told, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.walk(profile)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> forms.stream().anyMatch(form -> holds(file, form)))
                    .toList();
        }
    }

    private static boolean holds(Path file, byte[] wanted) {
        try {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return bytes.contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (IOException vanished) {
            return false;
        }
    }
}
