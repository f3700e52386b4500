package jp.tsunagi.council.routingguide;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import io.quarkus.qute.TemplateData;
import java.util.List;

/** What changed from one text to another, line by line as {@code diff -u} shows it. */
final class GuideDiff {

    /** Lines around a change that say where it is. */
    private static final int CONTEXT = 3;

    /** The first lines of a unified diff name the files. */
    private static final int HEADER = 2;

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

    /** Empty when nothing changed. */
    static List<Line> of(String before, String after) {
        List<String> old = before.lines().toList();
        // The other algorithm of the library keeps every step in memory.
        var patch = DiffUtils.diff(old, after.lines().toList(), new MyersDiffWithLinearSpace<String>());
        return UnifiedDiffUtils.generateUnifiedDiff("", "", old, patch, CONTEXT).stream()
                .skip(HEADER)
                .map(Line::new)
                .toList();
    }
}
