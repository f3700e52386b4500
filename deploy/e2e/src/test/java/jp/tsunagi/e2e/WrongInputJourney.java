package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** At each step something is wrong: it is said in a sentence of its own, what was typed stays, and nothing changes. */
@ExtendWith(World.Shared.class)
class WrongInputJourney {

    @Test
    void aConsulterWithoutWordsOrWithAWrongCodeIsToldWhatToDo(World world) {
        try (var phone = world.phoneWithoutScripts()) {
            new Consulter(phone).fillForm(Consulter.TEXT, "𠮷田<b>");
            assertEquals(200, phone.press("確認へ進む"));
            assertEquals(200, phone.press("変える: 何が起きましたか"));
            phone.fill("text", "　\n ");

            assertEquals(422, phone.press("確認へ進む"));

            assertTrue(phone.title().startsWith("エラー:"), phone::title);
            phone.isTold("何が起きたかを書いてください。短くてもかまいません。");
            assertEquals("𠮷田<b>", phone.value("callName"));
            assertEquals(Consulter.MAIL, phone.value("contact"));

            phone.open("/box");
            assertEquals(422, phone.fill("code", "１２３４　５６７８").press("ひらく"));
            phone.isTold("番号が合いません。16けたの確認コードをもう一度見てください。");
            assertEquals(422, phone.fill("code", "1234567812345678").press("ひらく"));
            phone.isTold("番号が合いません。16けたの確認コードをもう一度見てください。");
        }
    }

    @Test
    void aCounsellorCannotHandOverWithoutConsentOrToADeskThatWouldRefuse(World world) {
        try (var phone = world.phone();
                var computer = world.computer()) {
            var receipt = new Consulter(phone).consult();
            var counsellor = new Counsellor(computer);
            String consultation = counsellor.signInAndOpen(receipt.number());

            assertEquals(422, computer.fill("text", " ").press("回答を送る"));
            assertTrue(computer.title().startsWith("エラー:"), computer::title);
            counsellor.fillReferral("SIA_HIBO");
            assertEquals(422, computer.press("取り次ぐ"));
            computer.isTold("この窓口に伝えることへの同意が記録されていません。");
            assertEquals(Counsellor.SUMMARY, computer.value("summary"));

            computer.open("/desk/case/" + consultation + "/refer/MIC");
            computer.fill("summary", Counsellor.SUMMARY).tick("kind", "told").fill("givenAt", Counsellor.thisMinute());
            assertEquals(422, computer.press("取り次ぐ"));
            computer.isTold("この窓口はいま受け付けていません。ほかの窓口を選んでください。");

            counsellor.fillReferral("SIA_HIBO");
            computer.untick("fields", "contact").fill("summary", "相談者は" + Consulter.NAME + "さん");
            computer.tick("kind", "told").fill("givenAt", Counsellor.thisMinute());
            assertEquals(422, computer.press("取り次ぐ"));
            computer.isTold("この窓口には");
            computer.isTold("要約に相談者の呼び名か連絡先が入っています。");

            computer.open("/desk/case/" + consultation);
            computer.doesNotSee("送付");
            assertEquals(
                    0,
                    new Partner(world.machine("agency-sia"))
                            .inboxOf(consultation)
                            .size());
        }
    }

    @Test
    @Tag("R2.9")
    @Tag("R8.4")
    void aPartnersWrongDecisionIsRefusedAndLeavesTheReferralAsItWas(World world) {
        try (var phone = world.phone();
                var computer = world.computer()) {
            var receipt = new Consulter(phone).consult();
            var counsellor = new Counsellor(computer);
            String consultation = counsellor.signInAndOpen(receipt.number());
            counsellor.refer("SIA_HIBO");
            var machine = world.machine("agency-sia");
            var sia = new Partner(machine);
            String referral = sia.awaitArrival(consultation);
            String path = "/v1/referrals/" + referral;
            var before = machine.get(path);

            var missing = machine.post(path + "/accept", key(), null, "{}");
            assertEquals(428, missing.status());
            assertEquals("version-missing", missing.code());
            var stale = machine.post(path + "/accept", key(), "\"0\"", "{}");
            assertEquals(412, stale.status());
            var early = machine.post(
                    path + "/complete", key(), before.version(), "{\"outcomes\":[{\"code\":\"advised\"}]}");
            assertEquals(409, early.status());
            var malformed = machine.post(path + "/accept", key(), before.version(), "{\"accept\":true}");
            assertEquals(400, malformed.status());
            assertEquals(401, machine.getWithBadToken(path).status());
            assertEquals(401, machine.getAsNobody(path).status());
            var foreign = world.machine("agency-tokyo").get(path);
            var unknown = world.machine("agency-tokyo").get("/v1/referrals/" + UUID.randomUUID());
            assertEquals(404, foreign.status());
            assertEquals(unknown.code(), foreign.code());

            assertEquals(before.version(), machine.get(path).version());
            assertEquals(1, sia.inboxOf(consultation).size());
            try (var portal = world.computer()) {
                portal.openAs("kimura", "/partner/referrals/" + referral);
                assertEquals(200, portal.press("受理する"));
                assertEquals(200, portal.follow("完了にする"));
                assertEquals(422, portal.fill("note", "結果を選び忘れた").press("完了にする"));
                portal.isTold("結果区分を選んでください。");
                assertEquals("結果を選び忘れた", portal.value("note"));
            }
            assertEquals("accepted", sia.status(referral));
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
