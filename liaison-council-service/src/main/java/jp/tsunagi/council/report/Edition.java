package jp.tsunagi.council.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of a closed month as they were published. They never change, so nobody learns from a change. */
record Edition(YearMonth month, Instant publishedAt, List<Tally> tallies) {

    Edition {
        tallies = List.copyOf(tallies);
    }

    /** What a reader sees of a rounded figure: nothing when it stands for fewer than ten. */
    static @Nullable Long shown(long rounded) {
        return rounded == 0 ? null : Long.valueOf(rounded);
    }
}
