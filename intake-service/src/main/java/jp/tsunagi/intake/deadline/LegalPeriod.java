package jp.tsunagi.intake.deadline;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A line of legal-periods.tsv.
 *
 * @param id of the catalogue, such as {@code D4}
 * @param until the last day on which it holds, null for still
 * @param appliesTo all of them must be true; none for every case
 * @param law e-Gov's id of the law, null where no law says it
 * @param asOf the day of the text of the law that was read
 */
public record LegalPeriod(
        String id,
        LocalDate from,
        @Nullable LocalDate until,
        StartingEvent begins,
        Set<Trait> appliesTo,
        Period length,
        PeriodEnd end,
        Ground ground,
        @Nullable String law,
        @Nullable String article,
        LocalDate asOf) {

    private static final String NONE = "-";

    public LegalPeriod {
        if (ground == Ground.LAW && (law == null || article == null)) {
            throw new IllegalStateException(id);
        }
        appliesTo = Set.copyOf(appliesTo);
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
        if (columns.length != 11) {
            throw new IllegalStateException(line);
        }
        return new LegalPeriod(
                columns[0],
                LocalDate.parse(columns[1]),
                columns[2].equals(NONE) ? null : LocalDate.parse(columns[2]),
                code(StartingEvent.class, columns[3]),
                columns[4].equals(NONE)
                        ? Set.of()
                        : Arrays.stream(columns[4].split(","))
                                .map(one -> code(Trait.class, one))
                                .collect(Collectors.toSet()),
                Period.parse(columns[5]),
                code(PeriodEnd.class, columns[6]),
                code(Ground.class, columns[7]),
                text(columns[8]),
                text(columns[9]),
                LocalDate.parse(columns[10]));
    }

    private static @Nullable String text(String column) {
        return column.equals(NONE) ? null : column;
    }

    private static <E extends Enum<E> & Coded> E code(Class<E> type, String column) {
        return Coded.find(type, column).orElseThrow(() -> new IllegalStateException(column));
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /**
     * The last day of the period. The day of the event does not count (Civil Code, article 140); a period of months or
     * years ends on the day before the one that corresponds to its first day, or with the month that has no such day
     * (article 143); as of 2026-11-24. It ends at midnight in Japan.
     */
    LocalDate lastDay(LocalDate event) {
        if (length.isZero()) {
            return event;
        }
        LocalDate first = event.plusDays(1);
        LocalDate corresponding = first.plus(length);
        boolean isCut = length.getDays() == 0 && corresponding.getDayOfMonth() != first.getDayOfMonth();
        return isCut ? corresponding : corresponding.minusDays(1);
    }
}
