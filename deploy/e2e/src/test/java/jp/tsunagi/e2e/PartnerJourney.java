package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A clerk of an agency without a system of its own, on a phone and in an office. */
@ExtendWith(World.Shared.class)
class PartnerJourney {

    private static final String STORY = "同級生に顔写真と学校名をのせられました。";
    private static final String MAIL = "aoba@mail.example.jp";
    private static final String SUMMARY = "10代の方。写真SNSに顔写真と学校名がのせられている。投稿は1件。";

    @ParameterizedTest
    @CsvSource({"360, true", "1280, false"})
    @DisplayName(
            "UX-30, UX-33: a clerk finds a referral by its number, sees names only after accepting, and completes it")
    void aReferralIsFoundByItsNumberAcceptedAndCompleted(int width, boolean scripts, World world) {
        String number = send(world);
        try (var clerk = world.window(width, scripts)) {
            clerk.openAs("takahashi", "/partner");
            clerk.open("/partner?state=new");
            clerk.leafTo(number);
            clerk.sees("あと");
            noCode(clerk);

            assertEquals(
                    200,
                    clerk.fill("number", "r " + number.substring(2).toLowerCase())
                            .press("さがす"));
            clerk.sees(number);
            clerk.sees("受理すると見えるもの");
            clerk.sees("TLP:AMBER+STRICT");
            clerk.sees("ほかの機関に渡すには、差出元の承諾が要ります");
            clerk.doesNotSee(STORY);
            clerk.doesNotSee(MAIL);
            noCode(clerk);
            isUnderTheThumb(clerk, "受理する");

            assertEquals(200, clerk.press("受理する"));
            isSaid(clerk, "受理しました。");
            clerk.sees(STORY);
            clerk.sees(MAIL);
            clerk.sees("この画面を開いたことは記録されました");
            isUnderTheThumb(clerk, "完了にする");

            assertEquals(200, clerk.follow("途中経過を書く"));
            assertEquals(
                    200,
                    clerk.fill("note", "事業者に連絡しました。").tick("audience", "agency").press("途中経過を書く"));
            isSaid(clerk, "途中経過を書きました。");
            assertEquals(200, clerk.follow("完了にする"));
            assertEquals(
                    200,
                    clerk.tick("outcomes", "advised").fill("note", "助言しました。").press("完了にする"));
            isSaid(clerk, "完了にしました。");
            clerk.doesNotSee(MAIL);
            clerk.open("/partner?state=closed");
            clerk.leafTo(number);
        }
    }

    @ParameterizedTest
    @CsvSource({"360, false", "1280, true"})
    @DisplayName("UX-31: of two clerks who accept together the second one reads who was first and when")
    void theSecondClerkReadsWhoWasFirst(int width, boolean scripts, World world) {
        String number = send(world);
        try (var first = world.window(width, scripts);
                var second = world.window(width, scripts)) {
            for (Visitor clerk : List.of(first, second)) {
                clerk.openAs("takahashi", "/partner");
                assertEquals(200, clerk.open("/partner?number=" + number));
            }
            assertEquals(200, first.press("受理する"));

            assertEquals(412, second.press("受理する"));

            second.isTold("高橋葵が");
            second.isTold("「受理する」を行いました");
            second.doesNotSee("受理しました。");
            assertEquals(200, second.follow("完了にする"));
            assertEquals(
                    200,
                    second.tick("outcomes", "advised").fill("note", "助言しました。").press("完了にする"));
        }
    }

    @ParameterizedTest
    @CsvSource({"360, true", "1280, false"})
    @DisplayName("UX-33: a number that is nobody's, or another agency's, is not found, and the list stays")
    void aNumberThatIsNotTheirsIsNotFound(int width, boolean scripts, World world) {
        String number = send(world);
        try (var clerk = world.window(width, scripts)) {
            clerk.openAs("kimura", "/partner");
            assertEquals(200, clerk.fill("number", number).press("さがす"));
            clerk.sees("「" + number + "」の取次は見つかりません");
            assertTrue(clerk.has(".tabs [aria-current]"), clerk::html);
        }
        try (var sender = world.window(width, scripts)) {
            sender.openAs("tanaka", "/partner/outbox");
            sender.leafTo(number);
            sender.sees("法務局の人権相談");
            noCode(sender);
            assertEquals(200, sender.follow(number));
            assertEquals(200, sender.follow("取り下げる"));
            sender.choose("reasonCode", "sent-in-error").fill("note", "誤送信でした。");
            assertEquals(200, sender.press("取り下げる"));
            isSaid(sender, "取り下げました。");
        }
    }

    /** Sends from an agency's system, so that nobody has to walk through the form; returns the number. */
    private static String send(World world) {
        var created = world.machine("agency-tokyo").post("/v1/referrals", """
                {"consultationRef":"%s","originDesk":"TOKYO_OTHER","targetDesk":"MOJ_JINKEN",
                 "classification":{"categories":["defamation"],"wish":"delete_by_other","consulterType":"victim_self","ageBand":"13-15","urgency":"high"},
                 "basis":{"kind":"consent","recordId":"2026-0001","textVersion":"2026-11","givenAt":"%s"},
                 "disclosedData":{"summary":"%s","narrative":"%s","urls":["https://bbs.example.net/2"],"contact":"%s"}}""".formatted(
                        UUID.randomUUID(), Instant.now().minus(1, ChronoUnit.DAYS), SUMMARY, STORY, MAIL));
        assertEquals(201, created.status(), () -> created.body().toString());
        String number = created.body().path("referenceNumber").asText();
        assertTrue(number.matches("R-\\d{4}-[2-9A-Z]{4}-[2-9A-Z]{2}"), number);
        return number;
    }

    /** The sentence stands at the top, and whoever reads on begins there, with and without scripts. */
    private static void isSaid(Visitor visitor, String sentence) {
        Locator status = visitor.page().locator("[role=status].flash");
        assertTrue(status.innerText().contains(sentence), visitor::text);
        assertEquals("done", visitor.page().evaluate("document.activeElement.id"), "the focus is on what was done");
    }

    private static void isUnderTheThumb(Visitor visitor, String action) {
        Page page = visitor.page();
        BoundingBox box = page.locator(".thumb :is(button, .button)", new Page.LocatorOptions().setHasText(action))
                .boundingBox();
        page.evaluate("scrollTo(0, 0)");
        assertTrue(box.y + box.height <= page.viewportSize().height, () -> action + " is at " + box.y);
        assertTrue(box.height >= 44, () -> action + " is " + box.height + " px high");
    }

    private static void noCode(Visitor visitor) {
        for (String code : new String[] {"MOJ_JINKEN", "TOKYO_KOTAERU", "TOKYO ", "-7000-", "amber"}) {
            assertFalse(visitor.text().contains(code), () -> code + " is on the page:\n" + visitor.text());
        }
    }
}
