package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * The faces of pages. Each is compared with its stored picture, which somebody has looked at, and which
 * {@code -Dtsunagi.pictures.write=true} writes again.
 */
final class Pictures {

    private static final Path STORED = Path.of("src", "test", "resources", "pictures");
    private static final Path SEEN = Path.of("target", "pictures");

    /** Milliseconds. */
    private static final int PAINTING = 500;

    private static final int MOST_LOOKS = 4;

    private Pictures() {}

    /**
     * Compares the page, as wide as its window, with NAME-WIDTH.png. Where no scripts run and the page looks otherwise
     * for that, it is compared with NAME-WIDTH-noscript.png.
     *
     * @param changing what says something else each time, such as a time or a number; it is painted over
     */
    static void compare(Page page, String name, Locator... changing) {
        String any = name + "-" + page.viewportSize().width + ".png";
        String own = runsScripts(page) ? any : any.replace(".png", "-noscript.png");
        Path actual = SEEN.resolve(own);
        Picture seen = photograph(page, changing);
        seen.write(actual);
        if (Boolean.getBoolean("tsunagi.pictures.write")) {
            page.waitForTimeout(PAINTING);
            seen = photograph(page, changing);
            if (own.equals(any) || !seen.looksLike(STORED.resolve(any))) {
                seen.inFewColours().write(STORED.resolve(own));
            }
            return;
        }
        String file = Files.exists(STORED.resolve(own)) ? own : any;
        Path stored = STORED.resolve(file);
        assertTrue(
                Files.exists(stored),
                () -> "There is no picture " + stored + ". Look at " + actual.toAbsolutePath()
                        + "; if the page is as it should be, store it with -Dtsunagi.pictures.write=true.");
        Picture wanted = Picture.read(stored);
        // A browser without scripts cannot be asked whether it has painted everything.
        for (int again = 0; again < MOST_LOOKS && !seen.differences(wanted).isEmpty(); again++) {
            page.waitForTimeout(PAINTING);
            seen = photograph(page, changing);
            seen.write(actual);
        }
        var places = seen.differences(wanted);
        if (!places.isEmpty()) {
            Path difference = SEEN.resolve(file.replace(".png", "-difference.png"));
            seen.marked(places).write(difference);
            fail("The page " + page.url() + " does not look like " + stored + " in " + places.size()
                    + " places. It looks like " + actual.toAbsolutePath() + "; the places are marked in "
                    + difference.toAbsolutePath() + ".");
        }
    }

    private static Picture photograph(Page page, Locator... changing) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setReducedMotion(ReducedMotion.REDUCE));
        byte[] png = page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setCaret(ScreenshotCaret.HIDE)
                .setMask(List.of(changing))
                .setMaskColor("#B3B3B3"));
        try {
            return Picture.ofScreen(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean runsScripts(Page page) {
        return (boolean) page.evaluate("() => !matchMedia('(scripting: none)').matches");
    }
}
