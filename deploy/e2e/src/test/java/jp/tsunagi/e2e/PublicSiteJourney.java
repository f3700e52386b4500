package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page that needs no sign-in, on the narrowest phone, in both languages; the visitor's look is the test. */
@ExtendWith(World.Shared.class)
@Tag("R3.2")
@Tag("R3.6")
class PublicSiteJourney {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/consult",
                "/consult/safety",
                "/box",
                "/council",
                "/council/statistics",
                "/help",
                "/help/talk",
                "/directory",
                "/directory/SIA_HIBO",
                "/developers",
                "/a11y"
            })
    void aPageIsForEverybodyInJapaneseAndInEnglish(String path, World world) {
        try (var phone = world.phone()) {
            assertEquals(200, phone.open(path));
            assertEquals("ja", phone.page().locator("html").getAttribute("lang"));

            phone.readIn("English");

            assertEquals("en", phone.page().locator("html").getAttribute("lang"));
            assertEquals(path, phone.path());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/case/00000000-0000-7000-8000-000000000000", "/council/topics/nothing", "/nowhere"})
    void whatIsNotThereIsSaidOnAPage(String path, World world) {
        try (var phone = world.computer()) {
            if (path.startsWith("/desk")) {
                phone.openAs("sato", "/desk/queue");
            }
            assertEquals(404, phone.open(path));
        }
    }
}
