package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A counsellor's list: read at a glance, searched, shown to a colleague, and never moving by itself. */
@ExtendWith(World.Shared.class)
class QueueJourney {

    private static final int POLL = 15_000;
    private static final int PAGE = 50;
    private static final String IN_DANGER = "{\"text\": \"たすけて\", \"danger\": \"yes\"}";

    enum Device {
        PHONE(World::phone, 360),
        PHONE_WITHOUT_SCRIPTS(World::phoneWithoutScripts, 360),
        COMPUTER(World::computer, 1280),
        COMPUTER_WITHOUT_SCRIPTS(World::computerWithoutScripts, 1280);

        private final Function<World, Visitor> open;
        private final int width;

        Device(Function<World, Visitor> open, int width) {
            this.open = open;
            this.width = width;
        }

        Visitor at(World world) {
            Visitor visitor = open.apply(world);
            visitor.page().setViewportSize(width, width < 500 ? 740 : 900);
            return visitor;
        }

        boolean isPhone() {
            return width < 500;
        }
    }

    @ParameterizedTest
    @EnumSource
    void tenCasesAreReadAtAGlanceAndOneIsFoundByNumberUrlAndName(Device device, World world) {
        String word = "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        JsonNode wanted = Consulter.byProgram(world, """
                {"text": "消してほしい", "urls": ["https://%s.example.net/thread/7"],
                 "consulter": {"type": "victim_self", "callName": "%s はるか"}}""".formatted(word, word));
        Consulter.byProgram(world, IN_DANGER);
        try (var visitor = device.at(world)) {
            visitor.openAs("sato", "/desk/queue");
            for (int i = numbers(visitor).size(); i < 12; i++) {
                Consulter.byProgram(world, "{\"text\": \"ふつうの相談\"}");
            }
            visitor.open("/desk/queue");
            List<Double> heights = heights(visitor.page());
            if (device.isPhone()) {
                assertTrue(heights.getFirst() >= 44, () -> "cards of " + heights);
            } else {
                assertTrue(heights.stream().allMatch(height -> height >= 48 && height <= 56), () -> "rows " + heights);
                assertTrue(rowsOnTheScreen(visitor.page()) >= 10, () -> rowsOnTheScreen(visitor.page()) + " rows");
            }
            visitor.sees("未担当");
            assertTrue(visitor.has(".rows time[datetime]"));

            String number = wanted.path("receiptNumber").asText();
            for (String typed : List.of(
                    Consulter.fullWidth(number.substring(0, 4))
                            + number.substring(4).toLowerCase(),
                    "https://" + word + ".example.net/thread/7",
                    word + ".example.net",
                    word + "ハルカ")) {
                assertEquals(200, visitor.fill("find", typed).press("さがす"));
                visitor.sees("見つかった相談 1件");
                visitor.sees(number);
                visitor.sees("たった今");
                assertFalse(visitor.page().url().contains(word), visitor.page()::url);
            }
            assertEquals(200, visitor.fill("find", "だれでもない").press("さがす"));
            visitor.sees("見つかりませんでした");
            assertEquals(200, visitor.follow("一覧にもどる"));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("UX-23: a colleague who opens the address sees the same list, and the number on its tab is right")
    void aListIsShownToAColleague(Device device, World world) {
        String number =
                Consulter.byProgram(world, IN_DANGER).path("receiptNumber").asText();
        try (var sato = device.at(world);
                var suzuki = device.at(world)) {
            sato.openAs("sato", "/desk/queue?number=" + number);
            assertEquals(200, sato.follow(number));
            assertEquals(200, sato.press("自分が担当する"));
            sato.open("/desk/queue");
            if (!device.isPhone()) {
                assertTrue(sato.page().locator(".tabs").innerText().contains("自分の担当"));
            }
            sato.page().locator(".filterbox summary").press("Enter");
            assertEquals(200, sato.choose("urgency", "emergency").press("この条件で見る"));
            sato.open(addressOf(sato, "mine"));
            String address =
                    sato.page().url().substring(world.stack().url().toString().length());
            assertEquals("/desk/queue?view=mine&urgency=emergency", address);
            assertEquals(
                    Math.min(PAGE, new Counsellor(sato).count("mine")),
                    numbers(sato).size());
            List<String> mine = numbers(sato);

            suzuki.openAs("suzuki", address.replace("mine", "all"));
            sato.open(address.replace("mine", "all"));
            assertEquals(numbers(sato), numbers(suzuki));
            assertEquals(
                    Math.min(PAGE, new Counsellor(suzuki).count("all")),
                    numbers(suzuki).size());
            assertEquals(new Counsellor(sato).count("all"), new Counsellor(suzuki).count("all"));

            // 自分 is whoever reads.
            suzuki.open(address);
            assertFalse(numbers(suzuki).stream().anyMatch(mine::contains));
            suzuki.open("/desk/queue?number=" + number);
            String suzukiLine = new Counsellor(suzuki).line(number).innerText();
            assertTrue(suzukiLine.contains("佐藤恵"), suzukiLine);
            sato.open("/desk/queue?number=" + number);
            String satoLine = new Counsellor(sato).line(number).innerText();
            assertTrue(satoLine.contains("自分"), satoLine);
        }
    }

    @Test
    @DisplayName("UX-21: what comes in is told once on a line of its own, and no row moves until somebody presses")
    void anArrivalIsToldAndMovesNothing(World world) {
        Consulter.byProgram(world, "{\"text\": \"先にきた相談\"}");
        try (var visitor = Device.COMPUTER.at(world)) {
            Page page = visitor.page();
            page.clock().install();
            visitor.openAs("sato", "/desk/queue");
            String before = placesOfRows(page);
            int counted = new Counsellor(visitor).count("all");
            page.evaluate("""
                    () => { window.told = [];
                    new MutationObserver(() => told.push(document.querySelector('[data-arrivals]').textContent))
                    .observe(document.querySelector('[data-arrivals]'), {childList: true, characterData: true, subtree: true}); }""");

            String number =
                    Consulter.byProgram(world, IN_DANGER).path("receiptNumber").asText();
            ticksUntilTold(page, "新しい相談が1件あります。");
            page.clock().runFor(3 * POLL);

            assertEquals(List.of("新しい相談が1件あります。"), page.evaluate("told"));
            assertEquals(before, placesOfRows(page));
            assertFalse(numbers(visitor).contains(number));

            assertEquals(200, visitor.follow("一覧を更新"));
            assertEquals(counted + 1, new Counsellor(visitor).count("all"));
            assertEquals("", visitor.textOf("[data-arrivals]"));

            // Nobody is there: the script no longer keeps the session alive, and says so.
            page.clock().runFor(11 * 60_000);
            Eventually.isTrue(
                    "it rests", () -> visitor.textOf("[data-arrivals]").startsWith("しばらく操作がない"));
        }
    }

    @Test
    @DisplayName("UX-21: without scripts the list is of the moment it says, and a link brings the next")
    void withoutScriptsALinkBringsWhatArrived(World world) {
        Consulter.byProgram(world, "{\"text\": \"先にきた相談\"}");
        try (var visitor = Device.PHONE_WITHOUT_SCRIPTS.at(world)) {
            visitor.openAs("sato", "/desk/queue");
            int counted = new Counsellor(visitor).count("all");
            visitor.sees("現在");
            Consulter.byProgram(world, "{\"text\": \"あとにきた相談\"}");

            assertEquals(200, visitor.follow("一覧を更新"));
            assertEquals(counted + 1, new Counsellor(visitor).count("all"));
            assertFalse(visitor.page().locator(".keys").isVisible());
        }
    }

    @Test
    @DisplayName(
            "UX-22: from the queue to a sent answer by keys alone; no key acts while typing or composing, or when off")
    void theWholeWayByKeys(World world) {
        Consulter.byProgram(world, IN_DANGER);
        Consulter.byProgram(world, IN_DANGER);
        Visitor visitor = Device.COMPUTER.at(world);
        Page page = visitor.page();
        visitor.openAs("sato", "/desk/queue?view=unassigned");

        keys(page, "?");
        assertTrue(page.locator("#keys").isVisible());
        keys(page, "j", "Escape");
        assertFalse(page.locator("#keys").isVisible());

        keys(page, "/");
        assertEquals("find", focused(page, "document.activeElement.name"));
        keys(page, "j", "?", "k");
        assertEquals("j?k", visitor.value("find"));
        composes(page, "じ");
        assertEquals("find", focused(page, "document.activeElement.name"));
        assertFalse(page.locator("#keys").isVisible());
        visitor.fill("find", "");
        page.evaluate("document.activeElement.blur()");

        keys(page, "j", "j", "k");
        assertEquals(numbers(visitor).getFirst(), focused(page, "document.activeElement.textContent"));
        String number = focused(page, "document.activeElement.textContent");
        entersTo(page);
        visitor.sees(number);

        tabsTo(page, "自分が担当する");
        entersTo(page);
        tabsTo(page, "textarea");
        page.keyboard().type("まず証拠を残しましょう。");
        tabsTo(page, "回答を送る");
        entersTo(page);
        visitor.sees("回答済");

        visitor.open("/desk/queue");
        keys(page, "?");
        page.locator("#keys-use").press("Space");
        keys(page, "Escape");
        page.reload();
        keys(page, "j", "?", "/");
        assertFalse(page.locator("#keys").isVisible());
        assertEquals("BODY", focused(page, "document.activeElement.tagName"));
        page.locator("[data-keys=open]").press("Enter");
        assertTrue(page.locator("#keys").isVisible());
        visitor.lookAgain();
        visitor.leaveOpen();
    }

    /** Advances the page's clock by one poll after the other: the answer comes in real time. */
    private static void ticksUntilTold(Page page, String sentence) {
        Eventually.isTrue(sentence, () -> {
            page.clock().runFor(POLL);
            return page.locator("[data-arrivals]").first().textContent().equals(sentence);
        });
    }

    private static List<String> numbers(Visitor visitor) {
        return visitor.page().locator(".rows tbody th a:not(.badge)").allTextContents();
    }

    private static String addressOf(Visitor visitor, String view) {
        return visitor.page().locator(".tabs a:has([data-view=" + view + "])").getAttribute("href");
    }

    @SuppressWarnings("unchecked")
    private static List<Double> heights(Page page) {
        return ((List<Number>)
                        page.evaluate(
                                "[...document.querySelectorAll('.rows tbody tr')].map(row => row.getBoundingClientRect().height)"))
                .stream().map(Number::doubleValue).toList();
    }

    private static int rowsOnTheScreen(Page page) {
        return ((Number) page.evaluate("[...document.querySelectorAll('.rows tbody tr')]"
                        + ".filter(row => row.getBoundingClientRect().bottom <= innerHeight).length"))
                .intValue();
    }

    private static String placesOfRows(Page page) {
        return page.evaluate(
                        "[...document.querySelectorAll('.rows tbody tr')]"
                                + ".map(row => row.querySelector('a').textContent + ' ' + row.getBoundingClientRect().top).join()")
                .toString();
    }

    private static void keys(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Presses Enter on what has the focus, and waits for the page that comes: until then the old one answers. */
    private static void entersTo(Page page) {
        AtomicBoolean came = new AtomicBoolean();
        Consumer<Frame> comes = _ -> came.set(true);
        page.onFrameNavigated(comes);
        keys(page, "Enter");
        page.waitForCondition(came::get);
        page.offFrameNavigated(comes);
        page.waitForLoadState();
    }

    /** What an input method does: a key that it takes, and the text that is not there yet. */
    private static void composes(Page page, String text) {
        var devtools = page.context().newCDPSession(page);
        var key = new JsonObject();
        key.addProperty("type", "rawKeyDown");
        key.addProperty("key", "j");
        key.addProperty("windowsVirtualKeyCode", 229);
        devtools.send("Input.dispatchKeyEvent", key);
        var composition = new JsonObject();
        composition.addProperty("text", text);
        composition.addProperty("selectionStart", text.length());
        composition.addProperty("selectionEnd", text.length());
        devtools.send("Input.imeSetComposition", composition);
        devtools.detach();
    }

    private static String focused(Page page, String what) {
        return page.evaluate(what).toString();
    }

    /** Goes on with the tabulator until the element with this name or of this kind has the focus, and sees where it is. */
    private static void tabsTo(Page page, String target) {
        String reached =
                "document.activeElement.textContent.trim() === '%1$s' || document.activeElement.localName === '%1$s'"
                        .formatted(target);
        for (int i = 0; i < 60; i++) {
            keys(page, "Tab");
            if (Boolean.TRUE.equals(page.evaluate(reached))) {
                assertNotEquals("none", focused(page, "getComputedStyle(document.activeElement).outlineStyle"), target);
                return;
            }
        }
        throw new AssertionError("the tabulator does not reach " + target + " on " + page.url());
    }
}
