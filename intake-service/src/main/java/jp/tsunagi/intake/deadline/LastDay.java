package jp.tsunagi.intake.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.tsunagi.platform.code.Coded;

/** What becomes of a last day on which no court is open. */
public enum LastDay implements Coded {
    STAYS,
    /**
     * The period ends on the next day that is no Saturday, Sunday or national holiday and not from 29 December to 3
     * January: Code of Civil Procedure, article 95 (3), and Code of Criminal Procedure, article 55 (3); as of 2026-12-01.
     */
    COURT_DAY;

    private static final MonthDay YEAR_ENDS = MonthDay.of(12, 29);
    private static final MonthDay YEAR_HAS_BEGUN = MonthDay.of(1, 3);

    @Override
    public String code() {
        return Coded.kebab(name());
    }

    /** The days that are passed over when a period would end on this day; none as a rule. */
    List<LocalDate> skipped(LocalDate last, Predicate<LocalDate> isHoliday) {
        return this == STAYS
                ? List.of()
                : Stream.iterate(last, day -> isClosed(day, isHoliday), day -> day.plusDays(1))
                        .toList();
    }

    private static boolean isClosed(LocalDate day, Predicate<LocalDate> isHoliday) {
        MonthDay inYear = MonthDay.from(day);
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || !inYear.isBefore(YEAR_ENDS)
                || !inYear.isAfter(YEAR_HAS_BEGUN)
                || isHoliday.test(day);
    }
}
