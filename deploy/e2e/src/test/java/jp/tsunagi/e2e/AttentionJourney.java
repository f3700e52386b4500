package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a hand-over needs somebody of the Centre, its case is marked in the queue until they have done it. */
@ExtendWith(World.Shared.class)
class AttentionJourney {

    private static final String QUESTION = "いつ書かれましたか。";
    private static final String WHY = "学校の中のことは、ここでは扱えません。";

    @ParameterizedTest
    @CsvSource({"360, true", "1280, false"})
    @DisplayName("UX-23: what a desk asks and what has not got there is marked, counted and led to until it is done")
    void aQuestionAndWhatIsUndeliveredAreMarkedUntilTheyAreDone(int width, boolean scripts, World world) {
        JsonNode receipt = Consulter.byProgram(world);
        String consultation = receipt.path("id").asText();
        String number = receipt.path("receiptNumber").asText();
        try (var desk = world.window(width, scripts)) {
            var counsellor = new Counsellor(desk);
            desk.openAs("sato", "/desk/queue?view=question");
            int asked = counsellor.count("question");
            String question = counsellor.handOver(consultation, "SIA_HIBO");
            String carried = counsellor.handOver(consultation, "HOUTERASU");
            asks(world, consultation, question);

            waitsForMarks(desk, number, List.of("質問あり", "未達"));
            assertEquals(200, desk.open("/desk/queue?view=question"));
            assertEquals(asked + 1, counsellor.count("question"));
            desk.leafTo(number);
            leadsTo(desk, counsellor.line(number), "質問あり", question);
            desk.sees(QUESTION);
            assertEquals(422, desk.press("答えを送る"), "nothing is written");
            desk.isTold("ここが空です");
            assertEquals(200, desk.fill("answer", "先週の月曜日です。").press("質問に答える"), desk::text);
            desk.sees("窓口への返事・記録を送りました");
            assertEquals(200, desk.follow("取次"));
            int undelivered = undelivered(desk);

            waitsForMarks(desk, number, List.of("未達"));
            assertEquals(asked, counsellor.count("question"));
            leadsTo(desk, counsellor.line(number), "未達", carried);
            desk.tick("channel", "by-phone").fill("takenBy", "受付の山田さん");
            assertEquals(200, desk.press("届いたと記録する"), desk::text);

            waitsForMarks(desk, number, List.of());
            assertEquals(200, desk.follow("取次"));
            assertEquals(undelivered - 1, undelivered(desk));
        }
    }

    @ParameterizedTest
    @CsvSource({"360, false", "1280, true"})
    @DisplayName("UX-30, UX-32: 受理できない needs a reason; the case is back on top with it, and says where to turn to next")
    void whatADeskDoesNotTakeIsBackOnTopWithItsReason(int width, boolean scripts, World world) {
        String older = Consulter.byProgram(world).path("receiptNumber").asText();
        JsonNode receipt = Consulter.byProgram(world);
        String number = receipt.path("receiptNumber").asText();
        try (var desk = world.window(width, scripts);
                var clerk = world.window(width, scripts)) {
            var counsellor = new Counsellor(desk);
            desk.openAs("sato", "/desk/queue?view=returned");
            int returned = counsellor.count("returned");
            String referral = counsellor.handOver(receipt.path("id").asText(), "MOJ_JINKEN");
            Eventually.isTrue(
                    "it is there",
                    () -> !counsellor
                                    .look(referral)
                                    .path("referenceNumber")
                                    .asText()
                                    .isEmpty()
                            && !"draft"
                                    .equals(counsellor
                                            .look(referral)
                                            .path("status")
                                            .asText()));
            refuses(clerk, counsellor.look(referral).path("referenceNumber").asText());

            waitsForMarks(desk, number, List.of("戻り"));
            String line = counsellor.line(number).innerText();
            assertTrue(line.contains("戻り: 所管外"), line);
            assertEquals(returned + 1, counsellor.count("returned"));
            assertEquals(200, desk.open("/desk/queue"));
            isOnTop(desk.leafTo(number), number, older);
            leadsTo(desk, counsellor.line(number), "戻り", referral);
            assertTrue(desk.textOf("article:target").contains(WHY), desk::text);
            desk.sees("ほかの窓口から戻りました");
            desk.sees("法務局の人権相談: 所管外");
            desk.sees("すすめられた窓口: セーフライン");
            String mailbox = Consulter.readByProgram(world, receipt).toString();
            assertTrue(mailbox.contains(Consulter.TEXT), mailbox);
            assertFalse(mailbox.contains(WHY), "the desk wrote it to the Centre");

            assertEquals(200, desk.follow(desk.page().locator(".notice a:text-is('セーフライン')")));
            assertTrue(desk.path().endsWith("/refer/SIA_SAFELINE"), desk::path);
            desk.tick("fields", "narrative")
                    .fill("summary", Counsellor.SUMMARY)
                    .tick("kind", "told")
                    .fill("givenAt", Counsellor.thisMinute());
            assertEquals(200, desk.press("取り次ぐ"), desk::text);
            waitsForMarks(desk, number, List.of());
            assertEquals(returned, counsellor.count("returned"));
        }
    }

    private static void asks(World world, String consultation, String referral) {
        var sia = new Partner(world.machine("agency-sia"));
        assertEquals(referral, sia.awaitArrival(consultation));
        var answer = sia.machine().command(referral, "ask-information", "{\"question\":\"" + QUESTION + "\"}");
        assertEquals(200, answer.status(), () -> answer.body().toString());
    }

    /** First without a reason, and nothing that the clerk typed is lost. */
    private static void refuses(Visitor clerk, String reference) {
        clerk.openAs("takahashi", "/partner?number=" + reference);
        clerk.sees(reference);
        clerk.doesNotSee(Consulter.TEXT);
        clerk.doesNotSee(Consulter.MAIL);
        assertEquals(200, clerk.follow("受理できない"));
        assertEquals(
                422,
                clerk.choose("suggestedDesk", "SIA_SAFELINE").fill("note", WHY).press("受理できない"));
        clerk.isTold("理由を選んでください");
        assertEquals(WHY, clerk.value("note"));
        assertEquals("SIA_SAFELINE", clerk.value("suggestedDesk"));
        assertEquals(200, clerk.choose("reasonCode", "not-in-remit").press("受理できない"), clerk::text);
        clerk.sees("受理できないと伝えました");
    }

    /** Opens the line of the case until it has these marks and no others. */
    private static void waitsForMarks(Visitor desk, String number, List<String> marks) {
        Eventually.passes(marks + " on " + number, () -> {
            desk.open("/desk/queue?number=" + number);
            assertEquals(marks, desk.page().locator(".rows a.badge").allInnerTexts());
        });
    }

    /** Follows a mark on the line of a case to what was said in this referral. */
    private static void leadsTo(Visitor desk, Locator line, String mark, String referral) {
        assertEquals(200, desk.follow(line.getByText(mark, new Locator.GetByTextOptions().setExact(true))));
        assertTrue(desk.page().url().endsWith("#r-" + referral), desk.page()::url);
        assertEquals("r-" + referral, desk.page().locator("article:target").getAttribute("id"));
    }

    /**
     * Above it on the page are only emergencies, cases whose period of the law is about to end and what came back
     * before, and not a case that is older.
     */
    private static void isOnTop(Visitor desk, String number, String older) {
        for (String row : desk.page().locator(".rows tbody tr").allInnerTexts()) {
            if (row.contains(number)) {
                return;
            }
            assertFalse(row.contains(older), row);
            assertTrue(row.contains("緊急") || row.contains("法律 ") || row.contains("戻り"), row);
        }
    }

    private static int undelivered(Visitor desk) {
        return Integer.parseInt(desk.textOf(".tabs a[href$='view=undelivered'] .count"));
    }
}
