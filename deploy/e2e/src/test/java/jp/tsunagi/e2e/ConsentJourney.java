package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Consent is asked, answered in part, asked again, given and taken back; and a closed mailbox opens by writing. */
@ExtendWith(World.Shared.class)
class ConsentJourney {

    private static final String DESK = "誹謗中傷ホットライン";

    @ParameterizedTest
    @CsvSource({"360, true", "1280, false"})
    @DisplayName("UX-16, UX-18: the desk has exactly what was agreed to, and what it requires is asked for and told")
    void consentIsAConversation(int width, boolean scripts, World world) {
        try (var person = world.window(width, scripts);
                var computer = world.computerWithoutScripts()) {
            var consulter = new Consulter(person);
            var receipt = consulter.consult();
            var counsellor = new Counsellor(computer);
            String consultation = counsellor.signInAndOpen(receipt.number());

            assertEquals(200, computer.follow("同意をたずねる"));
            assertEquals(200, computer.choose("to", "SIA_HIBO").press("この窓口に必要なものを見る"));
            assertEquals(422, computer.untick("fields", "contact").press("相談者にたずねる"));
            computer.isTold("この窓口には「連絡先」が必要です");
            assertEquals(200, computer.tick("fields", "contact", "callName").press("相談者にたずねる"), computer::text);
            computer.sees("答えを待っています");

            consulter.openBox(receipt);
            person.sees(Consulter.TEXT);
            person.sees(DESK + "に伝えてもよいですか");
            person.sees(Consulter.MAIL);
            person.sees("あなたの番です");
            assertEquals(200, person.untick("fields", "contact").press("はい、選んだものだけ伝えてよい"));
            person.sees("この窓口には「連絡先」も必要です");

            counsellor.open(receipt.number());
            computer.sees("窓口に必要な「連絡先」に同意がありません");
            assertEquals(200, computer.follow(DESK + "についてもう一度たずねる"));
            assertEquals(200, computer.tick("fields", "callName").press("相談者にたずねる"));
            person.waitsFor(DESK + "に伝えてもよいですか");
            assertEquals(200, person.untick("fields", "callName").press("はい、選んだものだけ伝えてよい"));
            person.sees("「はい」と答えました");
            person.doesNotSee("も必要です");

            computer.open("/desk/case/" + consultation + "/refer/SIA_HIBO");
            computer.tick("fields", "narrative", "urls", "contact")
                    .tick("kind", "record")
                    .fill("summary", Counsellor.SUMMARY);
            assertEquals(200, computer.press("取り次ぐ"), computer::text);
            siaHasExactlyWhatWasAgreedTo(world, consultation);

            person.waitsFor("窓口が受け付けました");
            press(person, "summary:has-text('「はい」を取り消す')");
            assertEquals(200, person.press("取り消す"));
            person.sees("同意を取り消しました");
            counsellor.open(receipt.number());
            computer.sees("相談者が取り消した");

            theClosedBoxOpensByWriting(person, computer, counsellor, receipt);
        }
    }

    private static void siaHasExactlyWhatWasAgreedTo(World world, String consultation) {
        var machine = world.machine("agency-sia");
        var sia = new Partner(machine);
        String referral = sia.awaitArrival(consultation);
        assertEquals(200, machine.command(referral, "accept", "{}").status());
        var told = sia.look(referral).path("disclosedData");
        assertEquals(Consulter.TEXT, told.path("narrative").asText());
        assertEquals(Consulter.MAIL, told.path("contact").asText());
        assertFalse(sia.look(referral).toString().contains(Consulter.NAME), "what was not agreed to");
        try (var portal = world.computerWithoutScripts()) {
            portal.openAs("kimura", "/partner");
            String number = sia.numberOf(referral);
            assertEquals(200, portal.leafTo(number).follow(number));
            portal.sees(Consulter.MAIL);
            portal.doesNotSee(Consulter.NAME);
        }
    }

    private static void theClosedBoxOpensByWriting(
            Visitor person, Visitor computer, Counsellor counsellor, Consulter.Receipt receipt) {
        assertEquals(200, computer.follow("完了へ"));
        assertEquals(200, computer.tick("confirmed", "yes").press("完了にする"), computer::text);
        person.waitsFor("この相談はおわっています");
        assertEquals(200, person.fill("text", "また書かれました。").press("送る"));
        person.sees("送りました。");
        person.sees("あなたが書いたので、また始まりました");
        counsellor.open(receipt.number());
        computer.sees("完了のあとに新しい言葉が届いたので、また始まりました");
        computer.sees("また書かれました。");
    }

    @Test
    @DisplayName("UX-17: two minutes before the mailbox closes it says so; 続ける keeps it open")
    void theMailboxWarnsBeforeItCloses(World world) {
        try (var person = world.window(360, true)) {
            var consulter = new Consulter(person);
            var receipt = consulter.consult();
            Page page = person.page();
            page.clock().install();
            consulter.openBox(receipt);
            Locator warning = page.locator("[data-idle]");

            page.clock().fastForward("12:30");
            assertFalse(warning.isVisible());
            page.clock().fastForward("01:00");
            warning.waitFor();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("続ける"))
                    .click();
            warning.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));

            page.clock().fastForward("15:00");
            page.waitForURL(address -> address.endsWith("/box?idle=yes"));
            person.sees("時間がたったので閉じました");
            page.goBack();
            person.doesNotSee(receipt.number());
            person.doesNotSee(Consulter.TEXT);

            consulter.openBox(receipt);
            assertEquals(200, person.press("相談ポストをとじる"));
        }
    }

    /** By keyboard: without scripts a click may land before the page is laid out. */
    private static void press(Visitor visitor, String selector) {
        visitor.page().locator(selector).first().press("Enter");
    }
}
