package jp.tsunagi.intake.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareLinksTest {

    @ParameterizedTest
    @CsvSource({
        "https://x.com/someone/status/12345?s=20&t=AbC_d, https://x.com/someone/status/12345",
        "https://mobile.twitter.com/someone/status/12345?ref_src=twsrc%5Etfw, https://x.com/someone/status/12345",
        "https://fxtwitter.com/someone/status/12345, https://x.com/someone/status/12345",
        "https://www.instagram.com/p/AbC/?igsh=MzRlODBiNWFlZA==, https://www.instagram.com/p/AbC/",
        "https://www.instagram.com/p/AbC/?img_index=2&igsh=x, https://www.instagram.com/p/AbC/?img_index=2",
        "https://youtu.be/dQw4w9WgXcQ?si=AbC, https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ?t=30&si=AbC, https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=30",
        "https://m.youtube.com/watch?v=dQw4w9WgXcQ&feature=share, https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://nico.ms/sm9?ref=share, https://www.nicovideo.jp/watch/sm9",
        "https://www.tiktok.com/@a/video/7?_r=1&_t=ZS-8x, https://www.tiktok.com/@a/video/7",
        "https://itest.5ch.net/egg/test/read.cgi/software/1700000000/, https://egg.5ch.net/test/read.cgi/software/1700000000/",
        "https://l.instagram.com/?u=https%3A%2F%2Fbbs.example.com%2F1%3Futm_source%3Dig&e=AT0, https://bbs.example.com/1",
        "https://www.google.com/url?sa=t&q=https%3A%2F%2Fbbs.example.com%2F1, https://bbs.example.com/1",
        "https://bbs.example.com/1?utm_source=x&utm_medium=social&id=3&fbclid=IwAR#r5, https://bbs.example.com/1?id=3#r5",
        "https://bbs.example.com/1?utm_source=x, https://bbs.example.com/1",
        "https://x.com/a/status/1/photo/1, https://x.com/a/status/1",
        "https://www.threads.net/@a/post/AbC?slof=1, https://www.threads.com/@a/post/AbC",
        "https://threads.com/@a/post/AbC, https://www.threads.com/@a/post/AbC",
        "https://instagram.com/p/AbC/, https://www.instagram.com/p/AbC/",
        "https://nico.ms/lv1, https://live.nicovideo.jp/watch/lv1",
        "https://www.google.com/url?q=https%3A%2F%2Fsearched.example%2F&url=https%3A%2F%2Fbbs.example.com%2F9, https://bbs.example.com/9",
        "ｈｔｔｐｓ：／／ｘ．ｃｏｍ／ａ／ｓｔａｔｕｓ／１？ｓ＝２０, https://x.com/a/status/1",
    })
    void whatAppsAddWhenSharingIsUndone(String shared, String place) {
        ContentUrl url = ContentUrls.inField(shared).getFirst();

        assertEquals(place, url.canonical());
        assertEquals(shared, url.typed());
        assertTrue(url.isUndone());
    }

    @ParameterizedTest
    @CsvSource({
        // Parameters that say where the post is, or are no share link of that host.
        "https://bbs.example.com/read?s=20&t=5&id=1",
        "https://www.google.com/search?q=https://bbs.example.com/1",
        "https://www.youtube.com/watch?v=abc&t=30",
        "https://bbs.example.com/1?a&&b=",
        "https://bbs.example.com/#?utm_source=x",
        // Not the host that it seems to be.
        "https://x.com@evil.example.com/a?s=20",
        "https://x.com:8443/a?s=20",
        "https://notx.com/a?s=20",
        "https://youtu.be/short",
        // What no redirect leads to.
        "https://l.facebook.com/l.php?u=javascript%3Aalert(1)",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fa%0Ab.example.com%2F",
        "https://l.facebook.com/l.php?u=%E0%A4%A",
        "https://l.facebook.com/l.php?u",
        "https://l.facebook.com/l.php?u=https%3A%2F%2F%2Fevil",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fa%E2%80%AE.example.com",
        "https://itest.5ch.net/egg/test/readXcgi/software/1",
    })
    void anythingElseStaysAsItWasTyped(String typed) {
        ContentUrl url = ContentUrls.inField(typed).getFirst();

        assertEquals(typed, url.canonical());
        assertFalse(url.isUndone());
    }

    @Test
    void aShortenedUrlStaysAndSaysSo() {
        assertTrue(ContentUrls.inField("https://t.co/AbC").getFirst().isShortened());
        assertTrue(ContentUrls.inField("vm.tiktok.com/ZM").getFirst().isShortened());
        assertFalse(ContentUrls.inField("https://start.co/AbC").getFirst().isShortened());
    }

    @Test
    void theSamePostSharedTwiceIsOnePlace() {
        assertEquals(
                1,
                ContentUrls.inField("https://youtu.be/dQw4w9WgXcQ?si=one https://www.youtube.com/watch?v=dQw4w9WgXcQ")
                        .size());
    }

    @Test
    void redirectsWithoutEndAndThousandsOfParametersAreReadAtOnce() {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            String nested = "https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3D".repeat(400);
            ContentUrls.inField("https://a.example.com/" + ")".repeat(200_000));
            ContentUrls.inField("https://l.facebook.com/l.php?u=" + nested);
            ContentUrls.inField("https://bbs.example.com/?" + "utm_a=1&".repeat(5_000));
        });
    }

    @Test
    void whatIsUndoneOnceIsUndone() {
        List.of("https://youtu.be/dQw4w9WgXcQ?si=A", "https://mobile.twitter.com/a/status/1?s=1", "nico.ms/sm9")
                .forEach(shared -> {
                    String place = ContentUrl.of(shared).canonical();
                    assertEquals(place, ContentUrl.of(place).canonical());
                });
    }
}
