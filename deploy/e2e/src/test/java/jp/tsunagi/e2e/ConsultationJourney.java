package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a consultation, from the form to the answers of two desks and the council's figures. */
@ExtendWith(World.Shared.class)
@Tag("R3.6")
@Tag("R3.7")
@Tag("R8.9")
class ConsultationJourney {

    private static final String ANSWER = "掲示板の削除依頼の書き方をお送りします。まず画面を写真に残してください。";

    @ParameterizedTest(name = "{0} px, scripts: {1}")
    @CsvSource({"360, false", "1280, true"})
    void aConsultationTravelsFromTheFormToTwoDesksAndTheirAnswersComeBack(int width, boolean scripts, World world) {
        Council council = new Council(world);
        int completedBefore = council.completedAt("誹謗中傷ホットライン");
        int consultationsBefore = council.consultations();
        try (var phone = world.window(width, scripts);
                var computer = world.window(width, scripts);
                var portal = world.window(width, scripts)) {
            var consulter = new Consulter(phone);
            var counsellor = new Counsellor(computer);

            var receipt = consulter.consult();
            String consultation = counsellor.signInAndOpen(receipt.number());
            computer.sees(Consulter.TEXT);
            assertFalse(computer.has("a[href*='bbs.example.net']"), "a reported address is never a link");
            counsellor.answer(ANSWER);
            consulter.openBox(receipt);
            phone.sees(ANSWER);
            phone.sees("返事がとどきました");

            counsellor.refer("SIA_HIBO");
            siaWorksByItsSystem(world, consultation);
            computer.waitsForBadge("対応完了");
            counsellor.refer("TOKYO_KOTAERU");
            tokyoWorksInThePortal(world, portal, consultation);

            phone.waitsFor("投稿が削除されました");
            phone.waitsFor("助言しました");
            phone.sees("窓口の対応が終わりました");
            computer.waitsFor("助言しました");
            computer.sees("投稿が削除されました");
        }
        Eventually.isTrue("the council counts it", () -> council.completedAt("誹謗中傷ホットライン") == completedBefore + 1);
        assertEquals(consultationsBefore + 1, council.consultations());
        council.close();
    }

    private static void siaWorksByItsSystem(World world, String consultation) {
        var machine = world.machine("agency-sia");
        var sia = new Partner(machine);
        String referral = sia.awaitArrival(consultation);
        var before = sia.look(referral);
        assertEquals(Counsellor.SUMMARY, before.path("summary").asText());
        assertTrue(before.path("disclosedData").isMissingNode(), "nothing of the person before acceptance");
        assertFalse(before.toString().contains(Consulter.MAIL));

        assertEquals(200, machine.command(referral, "accept", "{}").status());

        var after = sia.look(referral);
        assertEquals("accepted", after.path("status").asText());
        assertEquals(
                Consulter.TEXT, after.path("disclosedData").path("narrative").asText());
        assertEquals(Consulter.MAIL, after.path("disclosedData").path("contact").asText());
        assertEquals(200, machine.command(referral, "complete", """
                                {"outcomes":[{"code":"content-removed"}],"note":"サイトが投稿を削除しました。","visibleToConsulter":true}""").status());
    }

    private static void tokyoWorksInThePortal(World world, Visitor portal, String consultation) {
        var tokyo = new Partner(world.machine("agency-tokyo"));
        String number = tokyo.numberOf(tokyo.awaitArrival(consultation));
        portal.openAs("tanaka", "/partner");
        assertEquals(200, portal.leafTo(number).follow(number));
        portal.sees("名前と本文は、まだ見えません");
        portal.doesNotSee(Consulter.MAIL);
        portal.doesNotSee(Consulter.TEXT);

        assertEquals(200, portal.press("受理する"));
        portal.sees(Consulter.TEXT);
        portal.sees(Consulter.MAIL);
        assertEquals(200, portal.follow("完了にする"));
        portal.tick("outcomes", "advised").fill("note", "学校と相談する方法を伝えました。");
        assertEquals(200, portal.press("完了にする"));
        portal.sees("対応完了");
        portal.doesNotSee(Consulter.MAIL);
    }
}
