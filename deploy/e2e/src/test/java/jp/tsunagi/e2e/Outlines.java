package jp.tsunagi.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Pages as they are heard: their roles and names, and the order of the tabulator. Each is compared with its stored
 * outline, which somebody has read, and which {@code -Dtsunagi.outlines.write=true} writes again.
 */
final class Outlines {

    private static final Path STORED = Path.of("src", "test", "resources", "outlines");
    private static final Path SEEN = Path.of("target", "outlines");

    private Outlines() {}

    /** What is wrong with the page; numbers, days, opening hours and addresses are different each time and left out. */
    static Optional<String> compare(Page page, String name, List<String> order) {
        String heard = page.locator("body").ariaSnapshot() + "\n\n" + String.join("\n", order) + "\n";
        String outline = heard.replaceAll("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}", "ID")
                .replaceAll("\\d{4}-[2-9A-Z]{4}-[2-9A-Z]{2}", "NUMBER")
                .replaceAll("(?<![a-z%=\\d])\\d+(?:[:,./ -]+\\d+)*", "0")
                .replaceAll("[(（][月火水木金土日][)）]", "(曜)")
                .replaceAll("いま(受付中です|は時間外です)( \\([^()]*(\\([^()]*\\)[^()]*)?\\))?", "いまの受付")
                .replaceAll("たった今|0 ?[秒分]前", "さっき");
        try {
            Path seen = SEEN.resolve(name + ".txt");
            Path stored = STORED.resolve(name + ".txt");
            Files.createDirectories(SEEN);
            Files.writeString(seen, outline);
            if (Boolean.getBoolean("tsunagi.outlines.write")) {
                Files.createDirectories(STORED);
                Files.writeString(stored, outline);
            }
            return Files.exists(stored) && Files.readString(stored).equals(outline)
                    ? Optional.empty()
                    : Optional.of("The page " + page.url() + " is not heard as " + stored + " says, but as "
                            + seen.toAbsolutePath() + "; if it is as it should be, store it with"
                            + " -Dtsunagi.outlines.write=true.");
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
