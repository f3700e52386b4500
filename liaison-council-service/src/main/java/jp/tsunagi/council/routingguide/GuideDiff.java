package jp.tsunagi.council.routingguide;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.quarkus.qute.TemplateData;
import java.util.List;

/** What changed from one text to another, line by line as {@code diff -u} shows it. */
final class GuideDiff {

    /** Lines around a change that say where it is. */
    private static final int CONTEXT = 3;

    /** The first lines of a unified diff name the files. */
    private static final int HEADER = 2;

    /** Time and memory grow with the square of the lines: of 3,000 each, none alike, it is a second and 64 MB. */
    static final int MAX_LINES = 3_000;

    private GuideDiff() {}

    /** @param text begins with + where it was added and with - where it was removed */
    @TemplateData
    record Line(String text) {

        public boolean added() {
            return text.startsWith("+");
        }

        public boolean removed() {
            return text.startsWith("-");
        }
    }

    static boolean isTooLong(String text) {
        return text.lines().skip(MAX_LINES).findAny().isPresent();
    }

    /** Empty when nothing changed. */
    static List<Line> of(String before, String after) {
        if (isTooLong(before) || isTooLong(after)) {
            throw new IllegalArgumentException("texts of more than " + MAX_LINES + " lines are not compared");
        }
        List<String> old = before.lines().toList();
        var patch = DiffUtils.diff(old, after.lines().toList());
        return UnifiedDiffUtils.generateUnifiedDiff("", "", old, patch, CONTEXT).stream()
                .skip(HEADER)
                .map(Line::new)
                .toList();
    }
}
