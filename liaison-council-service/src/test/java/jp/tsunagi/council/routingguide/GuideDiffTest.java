package jp.tsunagi.council.routingguide;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuideDiffTest {

    @Test
    void aChangeIsShownWithTheLinesAroundIt() {
        String before = IntStream.rangeClosed(1, 9).mapToObj(i -> "line " + i).collect(joining("\n"));

        assertEquals(
                List.of(
                        "@@ -2,7 +2,7 @@",
                        " line 2",
                        " line 3",
                        " line 4",
                        "-line 5",
                        "+other",
                        " line 6",
                        " line 7",
                        " line 8"),
                lines(before, before.replace("line 5", "other")));
    }

    @Test
    void otherLineEndsAreNoChange() {
        assertEquals(List.of(), lines("rules:\n- id: a\n", "rules:\r\n- id: a\r\n"));
    }

    @Test
    void textsThatTakeLongAreNotCompared() {
        String longest = numbered("a", GuideDiff.MAX_LINES);
        String other = numbered("b", GuideDiff.MAX_LINES);

        assertTrue(GuideDiff.isTooLong(longest + "\none more"));
        assertFalse(GuideDiff.isTooLong(longest));
        assertTimeoutPreemptively(Duration.ofSeconds(8), () -> lines(longest, other));
    }

    private static String numbered(String word, int lines) {
        return IntStream.range(0, lines).mapToObj(i -> word + i).collect(joining("\n"));
    }

    private static List<String> lines(String before, String after) {
        return GuideDiff.of(before, after).stream().map(GuideDiff.Line::text).toList();
    }
}
