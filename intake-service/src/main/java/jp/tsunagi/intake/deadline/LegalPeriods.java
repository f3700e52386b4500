package jp.tsunagi.intake.deadline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jp.tsunagi.platform.code.ResourceLines;

/** Which periods of the law run from an event on: legal-periods.tsv. */
public final class LegalPeriods {

    private static final List<LegalPeriod> PERIODS = ResourceLines.of(LegalPeriods.class, "/legal-periods.tsv")
            .map(LegalPeriod::read)
            .toList();

    private LegalPeriods() {}

    /** Until when records of who wrote a post can be expected. */
    public static LegalDeadline logs(LocalDate posted) {
        return of(StartingEvent.POSTED, Set.of(), posted).stream()
                .filter(deadline -> deadline.period().end() == PeriodEnd.LOGS)
                .findFirst()
                .orElseThrow();
    }

    /** Those that hold on the day of the event, the earliest end first. */
    public static List<LegalDeadline> of(StartingEvent begins, Set<Trait> traits, LocalDate event) {
        return PERIODS.stream()
                .filter(period ->
                        period.begins() == begins && period.holdsOn(event) && traits.containsAll(period.appliesTo()))
                .map(period -> new LegalDeadline(period, event, period.lastDay(event)))
                .sorted(Comparator.comparing(LegalDeadline::lastDay))
                .toList();
    }
}
