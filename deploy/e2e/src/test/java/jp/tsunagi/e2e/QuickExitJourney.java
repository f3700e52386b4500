package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody comes in: the page goes away, and neither Back nor the browser's files give it back. */
@ExtendWith(World.Shared.class)
@Tag("F7")
@Tag("R3.8")
class QuickExitJourney {

    private static final String LEAVE = "このページをすぐ閉じる";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void backAfterLeavingShowsNeitherTextNorCode(boolean scripts, World world, @TempDir Path profile) {
        try (var home = world.computerAtHome(profile, scripts)) {
            var receipt = new Consulter(home).consult();
            leave(home);
            assertEquals("/calendar", home.path());

            for (int step = 0; step < 4; step++) {
                back(home);
                home.doesNotSee(Consulter.TEXT);
                home.doesNotSee(receipt.number());
                home.doesNotSee(
                        receipt.code().substring(0, 4) + " " + receipt.code().substring(4, 8));
            }
        }
    }

    /** A page that answered a form is not kept; the browser shows a page of its own that asks before it sends again. */
    private static void back(Visitor home) {
        try {
            home.page().goBack();
        } catch (PlaywrightException asksFirst) {
            assertTrue(asksFirst.getMessage().contains("ERR_CACHE_MISS"), asksFirst::getMessage);
        }
        home.page().waitForTimeout(500);
        Eventually.isTrue("the page after Back stands still", () -> standsStill(home));
    }

    private static boolean standsStill(Visitor home) {
        try {
            return !home.page().content().isEmpty();
        } catch (PlaywrightException navigating) {
            return false;
        }
    }

    @Test
    void theProfileHoldsNothingThatWasTypedOrTold(World world, @TempDir Path profile) throws IOException {
        Consulter.Receipt receipt;
        try (var home = world.computerAtHome(profile, true)) {
            receipt = new Consulter(home).consult();
            leave(home);
        }

        for (String told : told(receipt)) {
            assertEquals(List.of(), filesWith(profile, told), told);
        }
    }

    /** Without scripts the browser keeps the forms it sent in its history, as the page says, and nowhere else. */
    @Test
    void withoutScriptsOnlyTheHistoryOfTheBrowserHoldsWhatWasTyped(World world, @TempDir Path profile)
            throws IOException {
        Consulter.Receipt receipt;
        try (var home = world.computerAtHome(profile, false)) {
            receipt = new Consulter(home).consult();
            leave(home);
        }

        for (String told : told(receipt)) {
            assertEquals(
                    List.of(),
                    filesWith(profile, told).stream()
                            .filter(file -> !file.getParent().endsWith("Sessions"))
                            .toList(),
                    told);
        }
    }

    private static List<String> told(Consulter.Receipt receipt) {
        String shown = receipt.code().replaceAll("(\\d{4})(?=\\d)", "$1 ");
        return List.of(Consulter.TEXT, Consulter.NAME, Consulter.MAIL, receipt.code(), shown, receipt.number());
    }

    @Test
    void withoutScriptsThePageSaysWhatRemains(World world) {
        try (var phone = world.phoneWithoutScripts()) {
            phone.open("/consult");
            phone.sees("履歴のファイルに残ることがあります");
        }
    }

    // Not followed as a link: with scripts the page is replaced, and the calendar is not one of the site's pages.
    private static void leave(Visitor visitor) {
        var page = visitor.page();
        page.locator("a[data-exit]").click(new Locator.ClickOptions().setForce(true));
        page.waitForURL("**/calendar");
        assertFalse(page.content().contains(LEAVE));
    }

    /** Browsers keep text as UTF-8, as UTF-16 or percent-encoded. */
    private static List<Path> filesWith(Path profile, String told) throws IOException {
        List<byte[]> forms = List.of(
                told.getBytes(StandardCharsets.UTF_8),
                told.getBytes(StandardCharsets.UTF_16LE),
                java.net.URLEncoder.encode(told, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.walk(profile)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> forms.stream().anyMatch(form -> holds(file, form)))
                    .toList();
        }
    }

    private static boolean holds(Path file, byte[] wanted) {
        try {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return bytes.contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (IOException vanished) {
            return false;
        }
    }
}
