package jp.tsunagi.platform.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {

    private static final Pattern USED = Pattern.compile("var\\((--[a-z0-9-]+)");
    private static final Pattern DEFINED = Pattern.compile("(--[a-z0-9-]+):");

    @ParameterizedTest
    @ValueSource(strings = {"pages.css", "desk.css", "portal.css"})
    void aStyleSheetDefinesWhatItUsesAndNoOtherToken(String name) {
        String css = Assets.SENT.get(name);
        assertEquals(names(USED, css), names(DEFINED, css));
    }

    /** A lost brace would join two scripts, and a browser would run neither. */
    @ParameterizedTest
    @ValueSource(strings = {"public.js", "staff.js"})
    void everyScriptIsABlockOfItsOwn(String name) {
        String script = Assets.SENT.get(name);
        assertTrue(script.startsWith("{\n") && script.endsWith("}\n"));
        assertEquals(count(script, '{'), count(script, '}'));
        assertTrue(script.lines().noneMatch(line -> line.startsWith("//")));
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(letter -> letter == wanted).count();
    }

    private static Set<String> names(Pattern pattern, String css) {
        return pattern.matcher(css).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
