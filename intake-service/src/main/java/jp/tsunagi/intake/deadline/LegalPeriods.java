package jp.tsunagi.intake.deadline;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import jp.tsunagi.platform.code.ResourceLines;
import jp.tsunagi.platform.time.Holidays;
import jp.tsunagi.vocabulary.Category;

/** Which periods of the law run from an event on: legal-periods.tsv. */
public final class LegalPeriods {

    private static final Holidays HOLIDAYS = Holidays.published();

    private static final List<String> LINES =
            ResourceLines.of(LegalPeriods.class, "/legal-periods.tsv").toList();

    private static final List<LegalPeriod> PERIODS =
            LINES.stream().map(LegalPeriod::read).toList();

    /** Raised when {@link LegalPeriod#deadline}, {@link LastDay} or {@link PeriodEnd#presses} count otherwise than before. */
    private static final int WAY_OF_COUNTING = 1;

    private static final String EDITION = edition(LINES, HOLIDAYS.days());

    private LegalPeriods() {}

    /** Until when records of who wrote a post can be expected. */
    public static LegalDeadline logs(LocalDate posted) {
        return of(StartingEvent.POSTED, Set.of(), List.of(), posted).stream()
                .filter(deadline -> deadline.period().end() == PeriodEnd.LOGS)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Those that hold on the day of the event, the earliest end first. A day in a year whose holidays are not published
     * yet is none: the earlier of two possible days is shown.
     *
     * @param about what the case is about
     */
    public static List<LegalDeadline> of(
            StartingEvent begins, Set<Trait> traits, Collection<Category> about, LocalDate event) {
        return PERIODS.stream()
                .filter(period -> period.begins() == begins && period.applies(event, traits, about))
                .map(period -> period.deadline(event, HOLIDAYS::include))
                .sorted(Comparator.comparing(LegalDeadline::lastDay))
                .toList();
    }

    /** Differs when a rule, a holiday or the way of counting does: then what was counted must be counted again. */
    public static String edition() {
        return EDITION;
    }

    static String edition(List<String> lines, SortedSet<LocalDate> holidays) {
        String all = WAY_OF_COUNTING
                + String.join("\n", lines)
                + holidays
                + Arrays.stream(PeriodEnd.values())
                        .map(end -> end.code() + end.daysBefore() + end.daysAfter())
                        .toList();
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
