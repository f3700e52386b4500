package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one writes, the other sees: a counsellor, a desk on the platform, one outside it, and the person. */
@ExtendWith(World.Shared.class)
class HandoverJourney {

    @ParameterizedTest
    @CsvSource({"360, true", "1280, false"})
    @DisplayName(
            "UX-32: what a desk asks, answers, and lets the person know is read, answered and passed on in the case")
    void questionAnswerAndResultAreOneThreadInTheCase(int width, boolean scripts, World world) {
        try (var phone = world.phoneWithoutScripts();
                var desk = world.window(width, scripts);
                var portal = world.computerWithoutScripts()) {
            var consulter = new Consulter(phone);
            var receipt = consulter.consult();
            var counsellor = new Counsellor(desk);
            String consultation = counsellor.signInAndOpen(receipt.number());
            counsellor.refer("SIA_HIBO");
            desk.sees("取次を決めました");

            var sia = new Partner(world.machine("agency-sia"));
            String number = sia.numberOf(sia.awaitArrival(consultation));
            portal.openAs("kimura", "/partner");
            assertEquals(200, portal.leafTo(number).follow(number));
            assertEquals(200, portal.follow("追加で聞く"));
            assertEquals(200, portal.fill("question", "いつ書かれましたか。").press("追加で聞く"));

            desk.open("/desk/referrals?view=question");
            desk.waitsFor(receipt.number());
            desk.open("/desk/case/" + consultation);
            desk.sees("いつ書かれましたか。");
            desk.sees("質問あり");
            desk.sees(number);
            assertEquals(200, desk.fill("answer", "先週の月曜日です。").press("答えを送る"), desk::text);
            desk.sees("窓口への返事・記録を送りました");
            desk.waitsFor("先週の月曜日です。");

            portal.open("/partner");
            assertEquals(200, portal.leafTo(number).follow(number));
            portal.sees("先週の月曜日です。");
            assertEquals(200, portal.press("受理する"));
            assertEquals(200, portal.follow("完了にする"));
            portal.tick("outcomes", "content-removed")
                    .fill("note", "サイトが書き込みを消しました。")
                    .tick("visibleToConsulter", "yes");
            assertEquals(200, portal.press("完了にする"));

            desk.waitsFor("サイトが書き込みを消しました。");
            consulter.openBox(receipt);
            phone.doesNotSee("サイトが書き込みを消しました。");
            assertEquals(200, desk.press("相談者に伝える"), desk::text);
            desk.sees("相談者に伝えました");
            phone.waitsFor("サイトが書き込みを消しました。");
        }
    }

    @ParameterizedTest
    @CsvSource({"360, false", "1280, true"})
    @DisplayName("a desk outside the platform is undelivered until somebody says how it got there and who took it")
    void whatIsCarriedIsUndeliveredUntilSomebodySaysSo(int width, boolean scripts, World world) {
        try (var phone = world.phoneWithoutScripts();
                var desk = world.window(width, scripts)) {
            var receipt = new Consulter(phone).consult();
            var counsellor = new Counsellor(desk);
            String consultation = counsellor.signInAndOpen(receipt.number());
            desk.open("/desk/case/" + consultation + "/refer");
            desk.sees("画面からは届きません");
            assertEquals(200, desk.follow("法テラス"));
            desk.tick("fields", "narrative")
                    .fill("summary", Counsellor.SUMMARY)
                    .tick("kind", "told")
                    .fill("givenAt", Counsellor.thisMinute());
            assertEquals(200, desk.press("相手が見る内容を確かめる"));
            desk.sees("この画面からは届きません");
            assertEquals(200, desk.press("もどって直す"));
            assertEquals(Counsellor.SUMMARY, desk.value("summary"));
            assertEquals(200, desk.press("相手が見る内容を確かめる"));
            assertEquals(200, desk.press("取り次ぐ"), desk::text);
            desk.sees("未達");
            desk.waitsFor("まだだれにも届いていません。");
            Eventually.passes("the form to say so", () -> {
                desk.page().reload();
                assertTrue(desk.has("input[name='takenBy']"));
            });

            desk.open("/desk/referrals?view=undelivered");
            desk.leafTo(receipt.number());
            desk.sees("佐藤恵");
            assertEquals(200, desk.open("/desk/case/" + consultation));
            assertEquals(200, desk.follow("取次票を印刷する"));
            desk.sees(Counsellor.SUMMARY);
            assertTrue(desk.has("svg.qr path"));

            assertEquals(200, desk.open("/desk/case/" + consultation + "/close"));
            desk.sees("まだ終わっていません");
            assertEquals(422, desk.press("完了にする"));
            desk.isTold("「このまま完了にする」を選んでください");

            desk.open("/desk/case/" + consultation);
            assertEquals(422, desk.press("届いたと記録する"), "who took it, and how it got there");
            assertEquals(200, desk.open("/desk/case/" + consultation));
            desk.tick("channel", "by-phone").fill("takenBy", "受付の山田さん");
            assertEquals(200, desk.press("届いたと記録する"), desk::text);
            desk.waitsFor("受付の山田さん");
            desk.waitsForBadge("到達");
            desk.open("/desk/referrals?view=undelivered");
            assertFalse(desk.text().contains(receipt.number()), desk::text);
        }
    }

    @ParameterizedTest
    @CsvSource({"360, true", "1280, false"})
    @DisplayName(
            "a note for colleagues is never in the mailbox; the panel of the case keeps what is typed under its tabs")
    void aNoteStaysAmongColleagues(int width, boolean scripts, World world) {
        try (var phone = world.phoneWithoutScripts();
                var desk = world.window(width, scripts)) {
            var consulter = new Consulter(phone);
            var receipt = consulter.consult();
            var counsellor = new Counsellor(desk);
            String consultation = counsellor.signInAndOpen(receipt.number());
            desk.fill("text", "書きかけの回答です。");
            toTab(desk.page(), "メモ");
            desk.fill("note", "学校へは連絡しない。");
            toTab(desk.page(), "回答");
            assertEquals("書きかけの回答です。", desk.value("text"));
            toTab(desk.page(), "メモ");
            assertEquals(200, desk.press("メモを残す"), desk::text);
            desk.sees("メモを残しました");
            desk.sees("学校へは連絡しない。");

            consulter.openBox(receipt);
            phone.doesNotSee("学校へは連絡しない。");
            assertEquals(200, desk.open("/desk/case/" + consultation));
            desk.sees("学校へは連絡しない。");
        }
    }

    /** A tab is a fragment of the address: no page is loaded, with scripts or without. */
    private static void toTab(Page page, String tab) {
        page.locator(".panel .tabs a:text-is('" + tab + "')").press("Enter");
    }
}
