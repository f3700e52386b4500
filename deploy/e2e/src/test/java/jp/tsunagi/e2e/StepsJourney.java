package jp.tsunagi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public form, a question a page, on a phone and on a computer, with and without scripts. */
@ExtendWith(World.Shared.class)
class StepsJourney {

    private static final String STORY = "クラスの人に、わたしの顔写真をのせられました。";
    private static final int MOST_BYTES = 15 * 1024;
    private static final Pattern LOADED =
            Pattern.compile("<(?:link rel=\"(?:icon|stylesheet)\"|script|img)[^>]* (?:href|src)=\"([^\"]+)\"");

    static Stream<Arguments> devices() {
        return Stream.of(
                Arguments.of(360, true), Arguments.of(360, false), Arguments.of(1280, true), Arguments.of(1280, false));
    }

    @ParameterizedTest(name = "{0} px, scripts: {1}")
    @MethodSource("devices")
    @DisplayName("UX-01, UX-02, UX-03: one question a page; back and the browser's Back keep every answer")
    void oneQuestionAPage(int width, boolean scripts, World world) {
        try (var visitor = world.consulter(width, scripts)) {
            var consulter = new Consulter(visitor);
            visitor.open("/consult");
            var headings = new HashSet<String>();
            for (int number = 1; number <= 8; number++) {
                assertTrue(headings.add(visitor.textOf("h1")), headings::toString);
                visitor.sees("ステップ " + number + " / 8");
                assertThat(visitor.page().locator("progress")).hasAttribute("value", Integer.toString(number));
                switch (number) {
                    case 1 -> visitor.fill("text", STORY);
                    case 2 -> visitor.tick("categories", "portrait", "bullying");
                    case 8 -> visitor.fill("callName", "みお");
                    default -> {}
                }
                if (number < 8) {
                    consulter.goOn();
                }
            }

            visitor.goBack();
            visitor.sees("ステップ 7 / 8");
            for (int number = 6; number >= 2; number--) {
                assertEquals(200, visitor.press("もどる"));
                visitor.sees("ステップ " + number + " / 8");
            }
            assertThat(visitor.page().locator("[value=portrait]")).isChecked();
            assertThat(visitor.page().locator("[value=bullying]")).isChecked();
            assertEquals(200, visitor.press("もどる"));
            assertEquals(STORY, visitor.value("text"));

            assertEquals(200, visitor.press("確認へ進む"));
            visitor.sees(STORY);
            visitor.sees("いじめ");
            visitor.sees("答えなし");
            assertEquals(200, visitor.press("この内容で相談を送る"));
            var receipt = consulter.receipt();
            assertTrue(receipt.number().matches("\\d{4}-[2-9A-Z]{4}-[2-9A-Z]{2}"), receipt::number);
            assertEquals(16, receipt.code().length());
        }
    }

    @ParameterizedTest(name = "{0} px, scripts: {1}")
    @MethodSource("devices")
    @DisplayName("UX-04: a step without its answer says what to do, at the top and at the field")
    void anEmptyStoryIsRefused(int width, boolean scripts, World world) {
        try (var visitor = world.consulter(width, scripts)) {
            visitor.open("/consult");
            assertEquals(422, visitor.fill("text", "　").press("つぎへ"));

            assertTrue(visitor.title().startsWith("エラー:"), visitor::title);
            visitor.isTold("何が起きたかを書いてください。短くてもかまいません。");
            assertEquals("何が起きたかを書いてください。短くてもかまいません。", visitor.textOf("#e-text"));
            assertEquals("　", visitor.value("text"));
            if (scripts) {
                assertThat(visitor.page().locator("[data-errors]")).isFocused();
            }
            visitor.page().locator(".errors a").press("Enter");
            assertThat(visitor.page().locator("#f-text")).isFocused();
        }
    }

    @Test
    @DisplayName(
            "UX-05: full-width letters and three pasted lines are three URLs, before sending and for the counsellor")
    void pastedUrls(World world) {
        try (var phone = world.consulter(360, false);
                var computer = world.computer()) {
            var consulter = new Consulter(phone);
            phone.open("/consult");
            phone.fill("text", STORY);
            consulter.goOn();
            consulter.goOn();
            phone.fill("urls", "ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ／a\nhttps://SNS.example.com/b\nbbs.example.net/c");
            assertEquals(200, phone.press("確認へ進む"));
            List<String> urls =
                    List.of("https://example.com/a", "https://sns.example.com/b", "https://bbs.example.net/c");
            urls.forEach(phone::sees);
            assertEquals(200, phone.press("この内容で相談を送る"));

            new Counsellor(computer).signInAndOpen(consulter.receipt().number());
            urls.forEach(url -> assertTrue(computer.text().replace("\n", "").contains(url), computer::text));
        }
    }

    @ParameterizedTest(name = "{0} px, scripts: {1}")
    @MethodSource("devices")
    @DisplayName("UX-06: each answer has a button of its own name that leads there and straight back")
    void changingOneAnswer(int width, boolean scripts, World world) {
        try (var visitor = world.consulter(width, scripts)) {
            visitor.open("/consult");
            visitor.fill("text", STORY).press("確認へ進む");
            String code = visitor.textOf("#d-code");
            List<String> names = visitor.page().locator(".change button").all().stream()
                    .map(button -> button.getAttribute("aria-label"))
                    .toList();
            assertEquals(names.size(), new HashSet<>(names).size(), names::toString);

            assertEquals(200, visitor.press("変える: いま、身の危険を感じますか"));
            assertEquals(200, visitor.tick("danger", "no").press("確認へ進む"));
            visitor.sees("いいえ");
            assertEquals(200, visitor.press("変える: 呼んでほしい名前"));
            assertEquals(200, visitor.fill("callName", "みお").press("確認へ進む"));
            visitor.sees("みお");
            visitor.sees("いいえ");
            assertEquals(code, visitor.textOf("#d-code"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    @DisplayName("UX-07: pressed three times, and back after the receipt: one consultation")
    void pressedThreeTimes(int width, World world) throws SQLException {
        try (var visitor = world.consulter(width, true)) {
            visitor.open("/consult");
            visitor.fill("text", STORY).press("確認へ進む");
            long before = consultations(world);

            visitor.page().getByText("この内容で相談を送る", exactly()).click(new Locator.ClickOptions().setClickCount(3));
            assertThat(visitor.page().locator("h1")).hasText("受付票");
            visitor.page().goBack();

            assertThat(visitor.page().locator("h1")).hasText("受付票");
            assertEquals(before + 1, consultations(world));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    @DisplayName("UX-08: no network at the moment of sending: a message, everything kept, and then one consultation")
    void noNetworkWhenSending(int width, World world) throws SQLException {
        try (var visitor = world.consulter(width, true)) {
            visitor.open("/consult");
            visitor.fill("text", STORY).press("確認へ進む");
            String code = visitor.textOf("#d-code");
            long before = consultations(world);

            visitor.page().context().setOffline(true);
            visitor.page().getByText("この内容で相談を送る", exactly()).click();
            assertThat(visitor.page().locator("[data-lost]")).isVisible();
            assertThat(visitor.page().locator("[data-lost]")).isFocused();
            visitor.sees(STORY);
            assertEquals(before, consultations(world));

            visitor.page().context().setOffline(false);
            assertEquals(200, visitor.press("この内容で相談を送る"));
            new Consulter(visitor).receipt();
            assertEquals(code, visitor.textOf("#d-code"));
            assertEquals(before + 1, consultations(world));
        }
    }

    @ParameterizedTest(name = "{0} px, scripts: {1}")
    @MethodSource("devices")
    @DisplayName("UX-13: a dangerous answer shows whom to call at once, on the next page, and on the receipt")
    void aDangerousAnswerShowsWhomToCall(int width, boolean scripts, World world) {
        try (var visitor = world.consulter(width, scripts)) {
            var consulter = new Consulter(visitor);
            visitor.open("/consult");
            visitor.fill("text", STORY);
            consulter.goOn();
            Locator call = visitor.page().locator(".choice a[href='tel:0120-279-338']");
            assertThat(call).isHidden();

            visitor.tick("categories", "suicide_risk");
            assertThat(call).isVisible();
            visitor.tick("categories", "ncii");
            assertThat(visitor.page().locator(".choice a[href*='takeitdown']")).isVisible();

            consulter.goOn();
            Locator shown = visitor.page().locator(".help.shown a[href='tel:0120-279-338']");
            assertThat(shown).isVisible();
            assertEquals(200, visitor.press("確認へ進む"));
            assertThat(shown).isVisible();
            assertEquals(200, visitor.press("変える: 被害にあっている人の年れい"));
            assertThat(visitor.page().locator(".choice a[href*='takeitdown']").first())
                    .isHidden();
            visitor.tick("ageBand", "13-15");
            assertThat(visitor.page().locator(".choice:has(:checked) a[href*='takeitdown']"))
                    .isVisible();
            assertFalse(visitor.has("input[type=file]"));
            assertEquals(200, visitor.press("確認へ進む"));
            assertEquals(200, visitor.press("この内容で相談を送る"));
            assertThat(shown).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    @DisplayName("UX-15: the receipt shows the code once, copies its digits, and is read on paper and in a PDF")
    void theReceiptIsKept(int width, World world) throws IOException {
        try (var visitor = world.consulter(width, true)) {
            var page = visitor.page();
            var consulter = new Consulter(visitor);
            visitor.open("/consult");
            visitor.fill("text", STORY).press("確認へ進む");
            visitor.press("この内容で相談を送る");
            var receipt = consulter.receipt();
            String shown = visitor.textOf("#d-code");

            page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            page.locator("[data-copy=d-code]").click();
            visitor.hears("コピーしました");
            assertEquals(receipt.code(), page.evaluate("navigator.clipboard.readText()"));

            assertThat(page.locator("[data-print]")).isVisible();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String part : List.of("header.top", "footer", "aside.exit", "button[data-print]")) {
                assertThat(page.locator(part).first()).isHidden();
            }
            assertThat(page.locator("#d-code")).isVisible();
            byte[] pdf = page.pdf(new Page.PdfOptions().setTagged(true));
            assertTrue(new String(pdf, StandardCharsets.ISO_8859_1).contains("/StructTreeRoot"), "tagged");
            String readable = PdfText.readableCharacters(pdf);
            for (String character : ("受付番号確認コード" + receipt.number() + receipt.code()).split("")) {
                assertTrue(readable.contains(character), () -> character + " is not among " + readable);
            }

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            consulter.openBox(receipt);
            visitor.doesNotSee(shown);
            visitor.doesNotSee(receipt.code());
            visitor.open("/consult");
            visitor.doesNotSee(shown);
        }
    }

    @ParameterizedTest(name = "{0} px, scripts: {1}")
    @MethodSource("devices")
    @DisplayName("UX-19: another language and back in the middle of the form keeps the step and the answers")
    void anotherLanguageInTheMiddle(int width, boolean scripts, World world) {
        try (var visitor = world.consulter(width, scripts)) {
            var consulter = new Consulter(visitor);
            visitor.open("/consult");
            visitor.fill("text", STORY);
            consulter.goOn();
            consulter.goOn();
            visitor.fill("urls", "https://example.com/a");

            assertEquals(200, visitor.readIn("English"));
            assertEquals("en", visitor.page().locator("html").getAttribute("lang"));
            visitor.sees("Where did it happen?");
            assertEquals("https://example.com/a", visitor.value("urls"));
            assertEquals(200, visitor.readIn("日本語"));

            assertEquals("ja", visitor.page().locator("html").getAttribute("lang"));
            assertEquals("https://example.com/a", visitor.value("urls"));
            assertEquals(200, visitor.press("確認へ進む"));
            visitor.sees(STORY);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    @DisplayName("What was typed is back after a reload, with its code; Enter goes on; the receipt forgets it")
    void aReloadLosesNothing(int width, World world) {
        try (var visitor = world.consulter(width, true)) {
            var page = visitor.page();
            visitor.open("/consult");
            visitor.fill("text", STORY);
            assertThat(page.locator("[data-draft-status]")).hasText("入力中の内容をこの画面に保存しました");
            assertFalse(page.evaluate("JSON.stringify({...sessionStorage})")
                    .toString()
                    .contains(STORY));
            page.reload();
            assertThat(page.locator("[data-draft-restored]")).isVisible();
            assertEquals(STORY, visitor.value("text"));

            visitor.press("確認へ進む");
            String code = visitor.textOf("#d-code");
            page.waitForTimeout(500);
            page.reload();
            assertThat(page.locator("h1")).hasText("送る前に確かめてください");
            assertEquals(code, visitor.textOf("#d-code"));
            visitor.press("変える: 呼んでほしい名前");
            visitor.fill("callName", "みお");
            page.locator("[name=callName]").press("Enter");
            assertThat(page.locator("h1")).hasText("送る前に確かめてください");
            visitor.sees("みお");

            visitor.press("この内容で相談を送る");
            assertEquals(code, visitor.textOf("#d-code"));
            assertEquals("{}", page.evaluate("JSON.stringify({...sessionStorage})"));
            visitor.open("/consult");
            assertEquals("", visitor.value("text"));
        }
    }

    @Test
    @DisplayName("The first page of the form is at most 15 KB on the wire, headers included")
    void theFirstPageIsLight(World world) {
        try (var phone = world.consulter(360, true)) {
            CDPSession network = phone.page().context().newCDPSession(phone.page());
            var bytes = new AtomicLong();
            var loaded = new ArrayList<String>();
            network.on(
                    "Network.responseReceived",
                    event -> loaded.add(
                            event.getAsJsonObject("response").get("url").getAsString()));
            network.on("Network.loadingFinished", event -> bytes.addAndGet(length(event)));
            network.send("Network.enable");

            phone.open("/consult");
            phone.page().waitForTimeout(500);

            assertTrue(bytes.get() <= MOST_BYTES, () -> bytes + " bytes: " + loaded);
            assertTrue(bytes.get() > 5_000, () -> bytes + " bytes: " + loaded);
        }
    }

    @Test
    @DisplayName("The first page of the form and what it loads are at most 15 KB of gzip, without headers (of UX-20)")
    void theFirstPageIsLightOnTheWire(World world) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            Map<String, Integer> weights = new LinkedHashMap<>();
            byte[] document = compressed(client, world, "/consult");
            weights.put("/consult", document.length);
            String html = new String(
                    new GZIPInputStream(new ByteArrayInputStream(document)).readAllBytes(), StandardCharsets.UTF_8);
            for (MatchResult loaded : LOADED.matcher(html).results().toList()) {
                weights.put(loaded.group(1), compressed(client, world, loaded.group(1)).length);
            }

            assertTrue(weights.keySet().stream().anyMatch(path -> path.contains(".css")), weights::toString);
            assertTrue(weights.keySet().stream().anyMatch(path -> path.contains(".js")), weights::toString);
            int bytes = weights.values().stream().mapToInt(weight -> weight).sum();
            System.out.println("bytes of " + bytes + ": " + weights);
            assertTrue(bytes <= MOST_BYTES, () -> bytes + " bytes: " + weights);
        }
    }

    private static byte[] compressed(HttpClient client, World world, String path) throws Exception {
        var request = HttpRequest.newBuilder(world.stack().url().resolve(path))
                .header("Accept", "text/html, */*")
                .header("Accept-Encoding", "gzip")
                .build();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode(), path);
        return answer.body();
    }

    private static long length(JsonObject event) {
        return event.get("encodedDataLength").getAsLong();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static long consultations(World world) throws SQLException {
        try (var database = world.stack().database("intake");
                var counted = database.createStatement().executeQuery("select count(*) from consultation")) {
            counted.next();
            return counted.getLong(1);
        }
    }
}
