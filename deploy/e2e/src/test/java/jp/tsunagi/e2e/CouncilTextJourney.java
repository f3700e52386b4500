package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The secretariat writes, is interrupted, is not alone, was wrong; and nothing that was typed is lost. */
@ExtendWith(World.Shared.class)
class CouncilTextJourney {

    private static final String NEW = "/council/admin/topics/new";

    @ParameterizedTest
    @CsvSource({"360, true", "1280, false"})
    @DisplayName("UX-25: what was typed is there again, with its time, when the tab and the session are gone")
    void aTextSurvivesItsTab(int width, boolean scripts, World world) {
        String title = "書きかけの話 " + width + scripts;
        try (var council = new Council(world.window(width, scripts), "ito")) {
            var writer = council.visitor();
            writer.open(NEW);
            writer.fill("title", title).fill("body", "三本の電話のあいだに書いた文。");
            if (scripts) {
                writer.hears("書きかけを保存しました");
            } else {
                assertEquals(200, writer.press("書きかけを保存する"));
            }
        }
        try (var council = new Council(world.window(width, scripts), "ito")) {
            var writer = council.visitor();
            writer.open(NEW);
            writer.sees("書きかけを戻しました");
            assertTrue(writer.has("main time"), "with its time");
            assertEquals(title, writer.value("title"));
            assertEquals("三本の電話のあいだに書いた文。", writer.value("body"));
            assertEquals(200, writer.press("下書きとして保存する"));

            writer.open(NEW);
            assertEquals("", writer.value("body"), "what was sent is no draft");
        }
    }

    @ParameterizedTest
    @CsvSource({"360, false", "1280, true"})
    @DisplayName("UX-25: a form that is sent after the session has ended comes back whole and is sent again")
    void aTextSurvivesItsSession(int width, boolean scripts, World world) {
        String title = "切れたあとの話 " + width + scripts;
        try (var council = new Council(world.window(width, scripts), "ito")) {
            var writer = council.visitor();
            writer.open(NEW);
            writer.fill("title", title).fill("body", "サインインが切れても\n消えない文。<b>そのまま</b>");
            writer.loseSessions();

            assertEquals(401, writer.press("下書きとして保存する"));
            writer.sees("書いたものは失われていません");
            writer.sees("消えない文。<b>そのまま</b>");
            writer.signInBeside("ito", "別のタブでサインインする", "/signed-in");
            assertEquals(200, writer.press("もう一度送る"));

            assertEquals(title, writer.value("title"));
            assertEquals("サインインが切れても\n消えない文。<b>そのまま</b>", writer.value("body"));
        }
    }

    @ParameterizedTest
    @CsvSource({"360, true", "1280, false"})
    @DisplayName("UX-24: who saves second sees both texts and three choices, and no text is lost")
    void twoWriteAtOnce(int width, boolean scripts, World world) {
        try (var first = new Council(world.window(width, scripts), "ito");
                var second = new Council(world.window(width, scripts), "hayashi")) {
            String topic = first.draft("二人で書く話 " + width + scripts, "はじめの文。");
            var late = second.visitor();
            late.open("/council/admin/topics/" + topic);
            assertEquals(200, first.visitor().fill("body", "伊藤の文。").press("直して保存する"));

            assertEquals(412, late.fill("body", "林の文。").press("直して保存する"));
            late.sees("伊藤の文。");
            late.sees("林の文。");
            late.sees("あなたの文に置きかえる");
            late.sees("保存されている文のままにする");
            assertEquals(200, late.press("両方を続けて入れて、直す"));
            assertEquals("伊藤の文。 / 林の文。", late.value("body"));
            assertEquals(200, late.fill("body", "二人の文。").press("直して保存する"));

            first.visitor().open("/council/admin/topics/" + topic);
            assertEquals("二人の文。", first.visitor().value("body"));
        }
    }

    @ParameterizedTest
    @CsvSource({"360, false", "1280, true"})
    @DisplayName("UX-35: a published text is corrected by two people and taken down by one, at the same address")
    void whatWasWrongIsCorrectedAndWhatMustNotBeReadIsGone(int width, boolean scripts, World world) {
        String title = "公開した話 " + width + scripts;
        try (var council = new Council(world.window(width, scripts), "ito");
                var second = new Council(world.window(width, scripts), "hayashi");
                var anybody = world.window(width, scripts)) {
            String topic = council.draft(title, "会合は三月です。");
            assertEquals(200, council.visitor().tick("visibility", "public").press("公開される内容を確かめる"));
            assertEquals(200, council.visitor().press("公開を申請する"));
            second.visitor().open("/council/admin/topics/" + topic + "/publish");
            assertEquals(200, second.visitor().press("公開する"));

            assertEquals(200, council.visitor().open("/council/admin/topics/" + topic));
            assertEquals(200, council.visitor().follow("正誤を出す"));
            council.visitor().fill("body", "会合は四月です。").fill("reason", "月が誤っていました。");
            assertEquals(200, council.visitor().press("正誤を申請する"));
            council.visitor().sees("正誤の申請が出ています");
            anybody.open("/council/topics/" + topic);
            anybody.sees("会合は三月です。");
            assertEquals(200, second.visitor().open("/council/admin/topics/" + topic));
            assertEquals(200, second.visitor().follow("正誤の確認へ"));
            second.visitor().sees("会合は三月です。");
            assertEquals(200, second.visitor().press("正誤を公開する"));

            assertEquals(200, anybody.open("/council/topics/" + topic));
            anybody.sees("会合は四月です。");
            anybody.sees("月が誤っていました。");
            assertTrue(anybody.html().contains("会合は三月です。"), "the text before is still there to read");

            assertEquals(200, second.visitor().follow("取り下げる"));
            assertEquals(422, second.visitor().press("いますぐ取り下げる"));
            second.visitor().isTold("取り下げる理由を選んでください。");
            assertEquals(200, second.visitor().tick("reason", "personal-data").press("いますぐ取り下げる"));

            assertEquals(410, anybody.open("/council/topics/" + topic));
            anybody.sees("個人につながる内容があったため");
            anybody.doesNotSee("会合は");
            anybody.doesNotSee(title);
            anybody.open("/council");
            anybody.doesNotSee(title);
        }
    }
}
