package jp.tsunagi.council.report;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The months people ask for: by Japan's calendar, the present one when none is named. */
final class Months {

    static final String WRITTEN = "20[0-9]{2}-(0[1-9]|1[0-2])";

    private static final Pattern MONTH = Pattern.compile(WRITTEN);

    private Months() {}

    static YearMonth requested(@Nullable String month, Instant now) {
        if (month == null || month.isBlank()) {
            return YearMonth.from(now.atZone(JapanTime.ZONE));
        }
        return read(month);
    }

    static YearMonth read(String month) {
        if (!MONTH.matcher(month).matches()) {
            throw new Refusal(CouncilProblem.MONTH_MALFORMED).at("/month");
        }
        return YearMonth.parse(month);
    }

    /** Returns true when the month has been over in Japan for as long as the margin. */
    static boolean isClosed(YearMonth month, Duration margin, Instant now) {
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(JapanTime.ZONE).toInstant();
        return !now.isBefore(end.plus(margin));
    }

    /** This month and the eleven before it, newest first. */
    static List<YearMonth> lastTwelve(Instant now) {
        YearMonth current = requested(null, now);
        return IntStream.range(0, 12).mapToObj(current::minusMonths).toList();
    }
}
