package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A counsellor corrects what triage suggests, a supervisor lowers the urgency, and the rule's page shows it. */
@ExtendWith(World.Shared.class)
class TriageJourney {

    @ParameterizedTest
    @CsvSource({"360, false", "1280, true"})
    @DisplayName("an answer of triage is accepted or corrected on the case, and lowered by a supervisor only")
    void answersAreDecidedOnTheCase(int width, boolean scripts, World world) {
        try (var phone = world.phoneWithoutScripts();
                var desk = world.window(width, scripts);
                var chief = world.window(width, scripts)) {
            var receipt = new Consulter(phone).consult();
            String consultation = new Counsellor(desk).signInAndOpen(receipt.number());
            desk.sees("見立て(自動)");
            assertEquals(200, desk.press("「緊急」に上げる"), desk::text);
            desk.sees("見立ての答えを決めました");
            assertEquals(200, desk.press("ここではない: 法務局の人権相談"), desk::text);
            desk.open("/desk/case/" + consultation);
            desk.doesNotSee("aria-label=\"ここではない: 法務局の人権相談\"");
            desk.unfold("下げる");
            desk.sees("緊急度を下げられるのは監督者だけです");

            chief.openAs("suzuki", "/desk/case/" + consultation);
            chief.unfold("下げる");
            chief.choose("codes", "高").fill("urgencyReason", "");
            assertEquals(422, chief.press("下げる"));
            chief.isTold("緊急度を下げる理由を書いてください");
            chief.fill("urgencyReason", "電話で無事を確かめました。");
            assertEquals(200, chief.press("下げる"), chief::text);
            chief.sees("電話で無事を確かめました。");

            chief.open("/desk/rules");
            chief.sees("相談員の判断");
        }
    }
}
