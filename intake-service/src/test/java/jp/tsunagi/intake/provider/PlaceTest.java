package jp.tsunagi.intake.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import jp.tsunagi.intake.submission.ContentUrl;
import jp.tsunagi.intake.submission.ContentUrls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    @ParameterizedTest
    @CsvSource({
        "x.com, https://x.com/user/status/1",
        "x.com, https://mobile.x.com",
        "x.com, https://x.com:443/user",
        "x.com, https://x.com./user",
        "x.com, https://someone@x.com/user",
        "google.com/maps, https://www.google.com/maps/place/1",
        "google.com/maps, https://google.com/maps?q=1",
        "google.com/maps, https://google.com/maps"
    })
    void aPlaceContainsWhatIsBelowIt(String place, String url) {
        assertTrue(contains(place, url));
    }

    @ParameterizedTest
    @CsvSource({
        "x.com, https://notx.com/user",
        "x.com, https://x.com.example.net/user",
        "x.com, https://x.com@example.net/user",
        "x.com, https://example.net/x.com",
        "x.com, https://example.net?x.com",
        "google.com/maps, https://google.com/mapsearch",
        "google.com/maps, https://google.com/search/maps"
    })
    void aPlaceContainsNothingElse(String place, String url) {
        assertFalse(contains(place, url));
    }

    private static boolean contains(String place, String url) {
        ContentUrl asked = ContentUrls.inField(url).getFirst();
        return Place.of(place).contains(asked.host(), asked.afterHost());
    }

    @Test
    void theNarrowestPlaceIsAskedFirst() {
        assertEquals(
                Stream.of("video.fc2.com", "line.me/ti/g2", "line.me", "x.com")
                        .map(Place::of)
                        .toList(),
                Stream.of("line.me", "x.com", "line.me/ti/g2", "video.fc2.com")
                        .map(Place::of)
                        .sorted(Place.NARROWEST_FIRST)
                        .toList());
    }
}
