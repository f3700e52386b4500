package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on which people write and read, as they look on a phone and on a computer. */
@ExtendWith(World.Shared.class)
class FacesJourney {

    private static final List<Integer> WIDTHS = List.of(360, 1280);

    /** Makes the page say the same in every run: times, numbers, codes, counts, and who of equals answers now. */
    private static final String STILL = """
            () => {
              for (const one of document.querySelectorAll('time, .clock')) one.textContent = '11月25日 10:00';
              for (const one of document.querySelectorAll('.when')) one.textContent = 'いま受付中';
              for (const one of document.querySelectorAll('input[type=datetime-local]')) if (one.value) one.value = '2026-11-25T10:00';
              for (const one of document.querySelectorAll('input[type=search]')) one.value = '';
              for (const one of document.querySelectorAll('.count')) one.className = 'count';
              for (const list of document.querySelectorAll('.desks')) {
                list.append(...[...list.children].sort((a, b) => a.textContent < b.textContent ? -1 : 1));
              }
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const text = texts.currentNode;
                text.data = text.data.replace(/\\d{4}-[2-9A-Z]{4}-[2-9A-Z]{2}/g, '2026-AAAA-AA');
                if (text.parentElement.closest('.count, #d-code')) text.data = text.data.replace(/\\d/g, '1').replace(/^1+$/, '1');
              }
            }""";

    /** What comes and goes with the hour, or with the cases of others. */
    private static final String HIDDEN = """
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync('.status[data-said] { visibility: hidden } #refer ol, nav:has(.saved), main > section.card:has(a[href$="#approvals"]) { display: none }');
              document.adoptedStyleSheets = [sheet];
            }""";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("The pages from the form to the desk that takes the case over look as somebody has seen them")
    void theWayOfACase(boolean scripts, World world) {
        try (var person = world.window(360, scripts);
                var desk = world.window(1280, scripts);
                var portal = world.window(1280, scripts)) {
            person.open("/consult");
            look(person, "consult");
            var consulter = new Consulter(person);
            consulter.fillForm();
            look(person, "consult-contact");
            assertEquals(200, person.press("確認へ進む"));
            look(person, "check");
            assertEquals(200, person.press("この内容で相談を送る"));
            var receipt = consulter.receipt();
            look(person, "receipt");
            person.open("/box");
            look(person, "door");

            desk.page().navigate(world.stack().url() + "/desk/queue");
            look(desk, "sign-in");
            var counsellor = new Counsellor(desk);
            String consultation = counsellor.signInAndOpen(receipt.number());
            counsellor.answer("通報のしかたをお知らせします。");
            look(desk, "case");
            desk.open("/desk/case/" + consultation + "/refer/SIA_HIBO");
            look(desk, "refer");
            counsellor.refer("SIA_HIBO");
            var sia = new Partner(world.machine("agency-sia"));
            String referral = sia.awaitArrival(consultation);
            counsellor.openDelivered(receipt.number());
            look(desk, "queue");

            consulter.openBox(receipt);
            look(person, "mailbox");

            portal.openAs("kimura", "/partner/referrals/" + referral);
            look(portal, "referral");
            assertEquals(200, portal.follow("受理できない"));
            look(portal, "reject");

            var asked = sia.machine().command(referral, "ask-information", "{\"question\":\"いつ書かれましたか。\"}");
            assertEquals(200, asked.status(), () -> asked.body().toString());
            desk.open("/desk/case/" + consultation);
            desk.waitsFor("いつ書かれましたか。");
            look(desk, "case-question");
            desk.open("/desk/case/" + consultation + "/close");
            look(desk, "close");
            desk.open("/desk/case/" + consultation + "/consent?to=MOJ_JINKEN");
            look(desk, "ask-consent");
            assertEquals(200, desk.press("相談者にたずねる"));
            person.open("/box");
            look(person, "mailbox-question");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("The numbers for a person in danger look as somebody has seen them")
    void whomToCall(boolean scripts, World world) {
        try (var person = world.window(360, scripts)) {
            person.open("/help/talk");
            look(person, "help-talk");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("A text of the council looks as somebody has seen it, from its draft to its readers")
    void theWayOfAText(boolean scripts, World world) {
        try (var first = new Council(world.window(1280, scripts), "ito");
                var second = new Council(world.window(1280, scripts), "hayashi");
                var anybody = world.window(360, scripts)) {
            String topic = first.draft("画像を消してもらう手順", "はじめの文。");
            String address = "/council/admin/topics/" + topic;
            var writer = first.visitor();
            look(writer, "topic-draft");
            var late = second.visitor();
            late.open(address);
            writer.open(address);
            assertEquals(200, writer.fill("body", "一つ目の文。").press("直して保存する"));
            assertEquals(412, late.fill("body", "二つ目の文。").press("直して保存する"));
            look(late, "conflict");

            writer.open(address);
            assertEquals(200, writer.tick("visibility", "public").press("公開される内容を確かめる"));
            assertEquals(200, writer.press("公開を申請する"));
            late.open(address + "/publish");
            look(late, "topic-publish");
            assertEquals(200, late.press("公開する"));

            anybody.open("/council/topics/" + topic);
            look(anybody, "topic");
        }
    }

    private static void look(Visitor visitor, String name) {
        Page page = visitor.page();
        var size = page.viewportSize();
        page.evaluate(STILL);
        page.evaluate(HIDDEN);
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            Pictures.compare(page, name);
        }
        page.setViewportSize(size.width, size.height);
    }
}
