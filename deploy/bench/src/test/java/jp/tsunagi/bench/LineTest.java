package jp.tsunagi.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void theRatioIsTheMiddleOneOfAllRounds() {
        Line line = line(turns(100, 50, 60), turns(200, 200, 200));

        assertEquals(0.30, line.ratio(), 0.001);
        assertEquals(0.25, line.lowest(), 0.001);
        assertEquals(0.50, line.highest(), 0.001);
        assertTrue(line.isWide());
        assertFalse(line(turns(100, 101, 102), turns(200, 200, 200)).isWide());
    }

    private static Line line(List<Result> ours, List<Result> others) {
        Contender contender = new Contender() {
            @Override
            public String name() {
                return "other";
            }

            @Override
            public Result run(int connections, Duration time) {
                throw new UnsupportedOperationException();
            }
        };
        var other = new Match.Other(contender, 0.4);
        return Line.of(new Match("work", 10, contender, List.of(other)), 8, other, ours, others);
    }

    private static List<Result> turns(long... done) {
        return Arrays.stream(done)
                .mapToObj(some -> new Result(some, 0, Duration.ofSeconds(1), new Histogram(1_000_000, 3)))
                .toList();
    }
}
