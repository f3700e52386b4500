package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a post to a letter, the day on which it was sent, and what came of it. */
@ExtendWith(World.Shared.class)
class RemovalJourney {

    @ParameterizedTest(name = "{0} px, scripts: {1}")
    @CsvSource({"360, false", "1280, true"})
    void thePersonWritesALetterNotesTheDayAndTellsTheAnswer(int width, boolean scripts, World world) {
        JsonNode receipt = Consulter.byProgram(world, """
                {"text":"名前と悪口を書かれています。","urls":["https://bbs.example.com/%d?utm_source=line"],
                 "wish":"delete_self","categories":["defamation"],
                 "consulter":{"type":"victim_self","ageBand":"20-29"}}""".formatted(width));
        try (var person = world.window(width, scripts)) {
            person.open("/box");
            assertEquals(
                    200,
                    person.fill("code", receipt.path("confirmationCode").asText())
                            .press("ひらく"));
            assertFalse(person.has("a[href*='bbs.example.com']"), "a reported address is never a link");
            assertEquals(200, person.follow(place(person)));
            person.sees("まだ申し出ていません");

            assertEquals(200, person.follow("削除の申し出(名前・住所をのせられた、悪口など)"));
            person.sees("「つなぎ」には残りません");
            assertEquals("名誉権", person.value("right"));
            person.fill("name", "架空 花子").fill("reason", "していないことを書かれました");
            assertEquals(200, person.press("できあがりを見る"));
            person.sees("していないことを書かれました");
            person.sees("空いている欄");
            assertTrue(person.has(".for-sender"), "what the poster reads is marked");
            assertEquals(200, person.press("直す"));
            assertEquals("架空 花子", person.value("name"));
            assertEquals(200, person.press("できあがりを見る"));

            assertEquals(200, person.follow("サービスに届いた日を「申し出た」に書く。返事の目安が出ます"));
            person.tick("form", "removal").fill("askedOn", "2026-11-20");
            assertEquals(200, person.press("申し出た"));
            person.sees("申し出た日を書きました");
            assertEquals(200, person.follow(place(person)));
            person.tick("result", "refused");
            assertEquals(422, person.press("返事を知らせる"));
            person.fill("reason", "規約に反しないと言われました");
            assertEquals(200, person.press("返事を知らせる"), person::text);
            person.sees("返事を相談員に知らせました");
        }
        try (var counsellor = world.window(width, scripts)) {
            new Counsellor(counsellor)
                    .signInAndOpen(receipt.path("receiptNumber").asText());
            counsellor.sees("回答を記録しました: 断られた");
            assertEquals(200, counsellor.follow(place(counsellor)));
            counsellor.sees("規約に反しないと言われました");
            counsellor.sees("https://bbs.example.com/" + width + "?utm_source=line");
            assertEquals(200, counsellor.follow("発信者情報開示請求"));
            counsellor.fill("reason", "開示が必要な理由(架空)");
            assertEquals(200, counsellor.press("下書きを残す"), counsellor::text);
            counsellor.sees("文書の下書きを残しました");
        }
    }

    /** The link to the place of the case, whose address it says. */
    private static Locator place(Visitor reader) {
        return reader.page().locator("a[href*='/targets/']").first();
    }
}
