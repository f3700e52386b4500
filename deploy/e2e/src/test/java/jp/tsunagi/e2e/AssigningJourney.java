package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case goes from one counsellor to another; whoever has it hears of news, and what they note stays among them. */
@ExtendWith(World.Shared.class)
class AssigningJourney {

    private static final String NOTE = "あす9時に電話する約束です。学校へは連絡しないでください。";
    private static final String NEWS = "また書きこまれました。";
    private static final String SUZUKI = "suzuki@ihaho.example.jp";

    @ParameterizedTest
    @CsvSource({"360, true", "1280, false"})
    @DisplayName(
            "UX-24: a case is given with a note that no refusal loses; the next one is told by one mail until they look")
    void aCaseGoesToAColleagueAndBack(int width, boolean scripts, World world) {
        JsonNode receipt = Consulter.byProgram(world);
        String number = receipt.path("receiptNumber").asText();
        var mails = new Mails(world.stack());
        try (var sato = world.window(width, scripts);
                var suzuki = world.window(width, scripts)) {
            var next = new Counsellor(suzuki);
            suzuki.openAs("suzuki", "/desk/queue?view=mine");
            int hers = next.count("mine");
            int told = mails.to(SUZUKI).size();
            give(sato, receipt, world);

            mails.areSentAbout(receipt.path("id").asText());
            assertEquals(told + 1, mails.to(SUZUKI).size());
            suzuki.open("/desk/queue?view=mine");
            assertEquals(hers + 1, next.count("mine"));
            suzuki.leafTo(number);
            String line = next.line(number).innerText();
            assertTrue(line.contains("新着") && line.contains("自分"), line);
            writes(world, receipt);
            mails.areSentAbout(receipt.path("id").asText());
            assertEquals(told + 1, mails.to(SUZUKI).size(), "she has not looked yet");

            assertEquals(200, suzuki.follow(number));
            suzuki.sees(NOTE);
            suzuki.sees("佐藤恵 が 鈴木誠 に渡しました");
            writes(world, receipt);
            writes(world, receipt);
            mails.areSentAbout(receipt.path("id").asText());
            assertEquals(told + 2, mails.to(SUZUKI).size(), "she has looked, and not again");
            mails.to(SUZUKI).subList(0, 2).forEach(mail -> tellsNothing(mail, receipt));

            toPart(suzuki, "#assign");
            assertEquals(412, suzuki.press("未担当に戻す"));
            suzuki.sees("入力しているあいだに変わりました");
            suzuki.sees(NEWS);
            assertEquals(200, suzuki.press("未担当に戻す"));
            suzuki.sees("未担当に戻しました");
            takesOver(sato, number);
            suzuki.open("/desk/queue?view=mine");
            assertEquals(hers, next.count("mine"));
        }
    }

    /** To nobody, then on a page that is no longer true, and then as it is meant. */
    private static void give(Visitor sato, JsonNode receipt, World world) {
        sato.openAs("sato", "/desk/case/" + receipt.path("id").asText());
        assertEquals(200, sato.press("自分が担当する"));
        toPart(sato, "#assign");
        assertEquals(422, sato.fill("assignNote", NOTE).press("この人に渡す"));
        sato.isTold("渡す相手を、同じ機関で相談を担当している人から選んでください");
        assertEquals(NOTE, sato.value("assignNote"));

        writes(world, receipt);
        assertEquals(412, sato.choose("to", "suzuki").press("この人に渡す"));
        sato.sees("入力しているあいだに変わりました");
        sato.sees(NEWS);
        assertEquals(NOTE, sato.value("assignNote"));
        assertEquals("suzuki", sato.value("to"));
        assertEquals(200, sato.press("この人に渡す"), sato::text);
        sato.sees("担当を変えました");
        sato.sees("佐藤恵 が 鈴木誠 に渡しました");
    }

    private static void takesOver(Visitor sato, String number) {
        sato.open("/desk/queue?view=unassigned");
        assertEquals(200, sato.leafTo(number).follow(number));
        assertEquals(200, sato.press("自分が担当する"));
        sato.sees("あなたが担当になりました");
        assertTrue(sato.textOf(".marks").contains("担当 佐藤恵"), sato::text);
    }

    private static void writes(World world, JsonNode receipt) {
        assertEquals(201, Consulter.writeByProgram(world, receipt, NEWS).status());
    }

    private static void tellsNothing(String mail, JsonNode receipt) {
        for (String secret : List.of(
                receipt.path("id").asText(),
                receipt.path("receiptNumber").asText(),
                receipt.path("confirmationCode").asText(),
                Consulter.NAME,
                Consulter.TEXT,
                NEWS,
                NOTE,
                "佐藤",
                "鈴木")) {
            assertFalse(mail.contains(secret), () -> secret + " in " + mail);
        }
        assertTrue(mail.contains("/desk/queue?view=mine"), mail);
    }

    @ParameterizedTest
    @CsvSource({"360, false", "1280, true"})
    @DisplayName("UX-30: what a counsellor notes is read in the case and nowhere else: no mailbox, no desk, no mail")
    void aNoteLeavesTheHouseByNoWay(int width, boolean scripts, World world) {
        JsonNode receipt = Consulter.byProgram(world);
        String consultation = receipt.path("id").asText();
        String note = NOTE + UUID.randomUUID();
        var sia = new Partner(world.machine("agency-sia"));
        try (var sato = world.window(width, scripts);
                var person = world.window(width, scripts);
                var clerk = world.window(width, scripts)) {
            sato.openAs("sato", "/desk/case/" + consultation);
            assertEquals(422, sato.press("回答を送る"), "nothing is written");
            toPart(sato, "#note");
            assertEquals(200, sato.fill("note", note).press("メモを残す"));
            sato.sees(note);
            new Counsellor(sato).handOver(consultation, "SIA_HIBO");
            String referral = sia.awaitArrival(consultation);

            clerk.openAs("kimura", "/partner?number=" + sia.numberOf(referral));
            clerk.sees(Counsellor.SUMMARY);
            clerk.doesNotSee(Consulter.MAIL);
            clerk.doesNotSee(note);
            assertEquals(200, clerk.press("受理する"));
            clerk.sees(Consulter.MAIL);
            clerk.doesNotSee(note);
            assertFalse(sia.look(referral).toString().contains(note));
            person.open("/box");
            assertEquals(
                    200,
                    person.fill("code", receipt.path("confirmationCode").asText())
                            .press("ひらく"));
            person.sees(Consulter.TEXT);
            person.doesNotSee(note);
            var mails = new Mails(world.stack());
            mails.areSentAbout(consultation);
            assertFalse(mails.all().toString().contains(note));
        }
    }

    /** Of the panel beside the case, by a fragment of the address: no page is loaded, with scripts or without. */
    private static void toPart(Visitor desk, String part) {
        desk.page().locator("a[href='" + part + "']").first().press("Enter");
    }
}
