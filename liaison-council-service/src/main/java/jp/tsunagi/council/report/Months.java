package jp.tsunagi.council.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** The months people ask for: by Japan's calendar, the present one when none is named. */
final class Months {

    private Months() {}

    static YearMonth requested(@Nullable String month, Instant now) {
        if (month == null || month.isBlank()) {
            return YearMonth.from(now.atZone(JapanTime.ZONE));
        }
        if (!month.matches("20\\d{2}-(0[1-9]|1[0-2])")) {
            throw new Refusal(CouncilProblem.MONTH_MALFORMED).at("/month");
        }
        return YearMonth.parse(month);
    }

    /** This month and the eleven before it, newest first. */
    static List<YearMonth> lastTwelve(Instant now) {
        YearMonth current = requested(null, now);
        return IntStream.range(0, 12).mapToObj(current::minusMonths).toList();
    }
}
