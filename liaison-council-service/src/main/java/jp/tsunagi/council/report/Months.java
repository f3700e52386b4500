package jp.tsunagi.council.statistics;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** The months people ask for: by Japanese calendar, this one when none is named. */
final class Months {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private Months() {}

    static YearMonth asked(String month, Instant now) {
        if (month == null || month.isBlank()) {
            return YearMonth.from(now.atZone(JAPAN));
        }
        if (!month.matches("20\\d{2}-(0[1-9]|1[0-2])")) {
            String ja = "月は「2026-11」のように書いてください。";
            String en = "Write the month like 2026-11.";
            throw new Refusal(Kind.INVALID, "month-malformed", ja, en).at("/month", "month-malformed", ja, en);
        }
        return YearMonth.parse(month);
    }

    /** This month and the eleven before it, newest first. */
    static List<YearMonth> lastTwelve(Instant now) {
        YearMonth current = asked(null, now);
        return IntStream.range(0, 12).mapToObj(current::minusMonths).toList();
    }
}
