package jp.tsunagi.intake.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import jp.tsunagi.intake.SampleCase;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentUrlsTest {

    @Test
    void urlsGluedToJapanesePunctuationAreSplitAsInCaseC21() {
        SampleCase c21 = SampleCase.named("C21");

        assertEquals(places(c21), canonical(ContentUrls.inText(c21.text("text"))));
    }

    @Test
    void everyUrlOfTheThirteenCasesIsFoundInItsText() {
        for (SampleCase one : SampleCase.all()) {
            assertEquals(places(one), canonical(ContentUrls.inText(one.text("text"))), one.toString());
        }
    }

    @Test
    @Requirement("R1.1")
    void fullWidthLettersAreKeptAsTypedAndComparedAsHalfWidth() {
        List<ContentUrl> found = ContentUrls.inField("ｈｔｔｐｓ：／／ＳＮＳ．example．com／Ａ　https://sns.example.com/A");

        assertEquals(List.of("https://sns.example.com/A"), canonical(found));
        assertEquals("ｈｔｔｐｓ：／／ＳＮＳ．example．com／Ａ", found.getFirst().typed());
    }

    @Test
    void aPasteOfSeveralLinesIsSeveralUrls() {
        assertEquals(
                List.of("https://a.example.com/1", "https://b.example.com", "https://ja.example.org/wiki/日本"),
                canonical(ContentUrls.inField(
                        "https://a.example.com/1\nb.example.com\r\nhttps://ja.example.org/wiki/日本。")));
    }

    @ParameterizedTest
    @CsvSource({
        "javascript:alert(1), 0",
        "友だちに聞いた, 0",
        "name@example.com, 0",
        "https://, 0",
        "https:///path, 0",
        "(https://a.example.com/x), 1",
        "https://a.example.com/x(1), 1",
    })
    void onlyPlacesOnTheWebAreUrls(String typed, int expected) {
        assertEquals(expected, ContentUrls.inField(typed).size(), typed);
    }

    @Test
    @Requirement("R1.7")
    void fiftyKilobytesOfNearUrlsAreReadAtOnce() {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            ContentUrls.inText("a.".repeat(25_000));
            ContentUrls.inText("a".repeat(50_000));
            ContentUrls.inField("http".repeat(12_500));
        });
    }

    /** Without the parameter that says where one of them was shared. */
    private static List<String> places(SampleCase one) {
        return one.texts("urls").stream()
                .map(url -> url.replace("&utm_source=tw", ""))
                .toList();
    }

    private static List<String> canonical(List<ContentUrl> urls) {
        return urls.stream().map(ContentUrl::canonical).toList();
    }
}
