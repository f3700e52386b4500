package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the place that a person named to the service that carries it, and what a counsellor says of that service. */
@ExtendWith(World.Shared.class)
class ProviderJourney {

    @ParameterizedTest(name = "{0} px, scripts: {1}")
    @CsvSource({
        "360, false, https://bakusai.com/thr_res/1, 爆サイ.com",
        "1280, true, https://www.nicovideo.jp/watch/sm1, ニコニコ"
    })
    void whoseAPlaceIsIsLookedUpConfirmedAndCorrected(
            int width, boolean scripts, String url, String service, World world) {
        String number = Consulter.byProgram(world, """
                {"text":"ここに書かれています。","urls":["%s"],"wish":"delete_by_other",
                 "consulter":{"type":"victim_self","ageBand":"20-29"}}""".formatted(url))
                .path("receiptNumber")
                .asText();
        try (var window = world.window(width, scripts)) {
            new Counsellor(window).signInAndOpen(number);
            window.sees("指定あり");
            assertFalse(window.has("a[href*='" + url + "']"), "a reported address is never a link");

            assertEquals(200, window.follow(service));
            window.sees("2025-05-30 から");
            assertEquals(200, window.press("今日、確かめた"));
            window.sees("確認を記録しました");
            window.sees("12か月以内に人が確かめました");

            assertEquals(200, window.follow("直す"));
            window.fill("source", "").fill("demandsJa", "投稿のURLと、消してほしい理由");
            assertEquals(422, window.press("保存する"));
            assertEquals("投稿のURLと、消してほしい理由", window.value("demandsJa"));
            window.fill("source", "サービスの案内のページ");
            assertEquals(200, window.press("保存する"), window::text);
            window.sees("投稿のURLと、消してほしい理由");

            assertEquals(200, window.follow("名簿にもどる"));
            window.sees(service);
        }
    }
}
