package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one person writes, the other one sees. */
@ExtendWith(World.Shared.class)
class NewsJourney {

    @ParameterizedTest
    @CsvSource({"360, false", "1280, true"})
    @DisplayName("UX-13: a cry in the mailbox of an answered case is new and an emergency in the queue")
    void aMessageOfThePersonIsSeenInTheQueue(int width, boolean scripts, World world) {
        try (var phone = world.window(width, scripts);
                var computer = world.window(width, scripts)) {
            var consulter = new Consulter(phone);
            var receipt = consulter.consult();
            var counsellor = new Counsellor(computer);
            counsellor.signInAndOpen(receipt.number());
            counsellor.answer("通報のしかたをお知らせします。");
            computer.open("/desk/queue?status=advised");
            assertFalse(line(computer, receipt).contains("新着"));

            consulter.openBox(receipt);
            assertEquals(200, phone.fill("text", "もう消えたいです。").press("送る"));

            computer.open("/desk/queue?urgency=emergency");
            String line = line(computer, receipt);
            assertTrue(line.contains("新着"), line);
            assertTrue(line.contains("緊急"), line);
            assertTrue(line.contains("死にたい・消えたい気持ち"), line);

            counsellor.open(receipt.number());
            computer.sees("もう消えたいです。");
            computer.open("/desk/queue?urgency=emergency");
            assertFalse(line(computer, receipt).contains("新着"));
        }
    }

    @Test
    void aDeskThatIsOutsideIsNotCalledReached(World world) {
        try (var phone = world.phone();
                var computer = world.computerWithoutScripts()) {
            var consulter = new Consulter(phone);
            var receipt = consulter.consult();
            var counsellor = new Counsellor(computer);
            counsellor.signInAndOpen(receipt.number());
            counsellor.fillReferral("HOUTERASU");
            computer.tick("kind", "told").fill("givenAt", Counsellor.thisMinute());
            assertEquals(200, computer.press("相手が見る内容を確かめる"));
            computer.sees("この画面からは届きません");
            assertEquals(200, computer.press("取り次ぐ"), computer::text);
            computer.sees("未達");
            computer.sees("0570-078374");

            consulter.openBox(receipt);
            phone.sees("この窓口には、あなたから連絡してください");
            assertTrue(phone.has("a[href='tel:0570-078374']"), phone::html);
            phone.doesNotSee("送りました");
        }
    }

    /** Of the queue that is shown. */
    private static String line(Visitor computer, Consulter.Receipt receipt) {
        Locator row = new Counsellor(computer.leafTo(receipt.number())).line(receipt.number());
        assertEquals(1, row.count(), receipt::number);
        return row.innerText();
    }
}
