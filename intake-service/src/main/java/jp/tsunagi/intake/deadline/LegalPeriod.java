package jp.tsunagi.intake.deadline;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.Category;
import org.jspecify.annotations.Nullable;

/**
 * A line of legal-periods.tsv.
 *
 * @param id of the catalogue
 * @param until the last day on which it holds, null for still
 * @param appliesTo all of them must be true; none for every case
 * @param categories the case must be about one of them; none for every case
 * @param law e-Gov's id of the law, null where no law says it
 * @param asOf the day of the text of the law that was read
 */
public record LegalPeriod(
        PeriodId id,
        LocalDate from,
        @Nullable LocalDate until,
        StartingEvent begins,
        Set<Trait> appliesTo,
        Set<Category> categories,
        Period length,
        FirstDay firstDay,
        LastDay lastDay,
        PeriodEnd end,
        Ground ground,
        @Nullable String law,
        @Nullable String article,
        LocalDate asOf) {

    private static final String NONE = "-";

    public LegalPeriod {
        if (ground == Ground.LAW && (law == null || article == null)) {
            throw new IllegalStateException(id.code());
        }
        appliesTo = Set.copyOf(appliesTo);
        categories = Set.copyOf(categories);
    }

    /** How far one can rely on a period. */
    public enum Ground implements Coded {
        LAW,
        GUIDELINE,
        /** What is usual; nobody has to keep it. */
        PRACTICE;

        private final String code = Coded.kebab(name());

        @Override
        public String code() {
            return code;
        }
    }

    static LegalPeriod read(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 14) {
            throw new IllegalStateException(line);
        }
        return new LegalPeriod(
                code(PeriodId.class, columns[0]),
                LocalDate.parse(columns[1]),
                columns[2].equals(NONE) ? null : LocalDate.parse(columns[2]),
                code(StartingEvent.class, columns[3]),
                codes(Trait.class, columns[4]),
                codes(Category.class, columns[5]),
                Period.parse(columns[6]),
                code(FirstDay.class, columns[7]),
                code(LastDay.class, columns[8]),
                code(PeriodEnd.class, columns[9]),
                code(Ground.class, columns[10]),
                text(columns[11]),
                text(columns[12]),
                LocalDate.parse(columns[13]));
    }

    private static <E extends Enum<E> & Coded> Set<E> codes(Class<E> type, String column) {
        return column.equals(NONE)
                ? Set.of()
                : Arrays.stream(column.split(",")).map(one -> code(type, one)).collect(Collectors.toSet());
    }

    private static @Nullable String text(String column) {
        return column.equals(NONE) ? null : column;
    }

    private static <E extends Enum<E> & Coded> E code(Class<E> type, String column) {
        return Coded.find(type, column).orElseThrow(() -> new IllegalStateException(column));
    }

    /** Whether it holds on a day, in a case with these traits that is about this. */
    boolean applies(LocalDate day, Set<Trait> traits, Collection<Category> about) {
        return !day.isBefore(from)
                && (until == null || !day.isAfter(until))
                && traits.containsAll(appliesTo)
                && (categories.isEmpty() || about.stream().anyMatch(categories::contains));
    }

    /**
     * When it ends. It ends at midnight in Japan.
     *
     * @param isHoliday a national holiday, as far as they are published
     */
    LegalDeadline deadline(LocalDate event, Predicate<LocalDate> isHoliday) {
        LocalDate counted = counted(event);
        List<LocalDate> skipped = lastDay.skipped(counted, isHoliday);
        return new LegalDeadline(this, event, counted.plusDays(skipped.size()), skipped);
    }

    /**
     * The last day by the calendar. A period of months or years ends on the day before the one that corresponds to its
     * first day, or with the month that has no such day (Civil Code, article 143; as of 2026-11-24).
     */
    private LocalDate counted(LocalDate event) {
        if (length.isZero()) {
            return event;
        }
        LocalDate first = firstDay == FirstDay.COUNTS ? event : event.plusDays(1);
        LocalDate corresponding = first.plus(length);
        boolean isCut = length.getDays() == 0 && corresponding.getDayOfMonth() != first.getDayOfMonth();
        return isCut ? corresponding : corresponding.minusDays(1);
    }
}
