package jp.tsunagi.intake.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.code.ResourceLines;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.vocabulary.Urgency;

/** How soon a person should hear from us, by urgency: response-targets.tsv, whose lines each hold from a day on. */
public final class ResponseTargets {

    private static final List<Target> TARGETS = ResourceLines.of(ResponseTargets.class, "/response-targets.tsv")
            .map(Target::read)
            .toList();

    private ResponseTargets() {}

    /**
     * By when somebody who told something at that moment should have heard from us. Before its first line holds, that
     * line is taken: a date must never keep a consultation from coming in.
     */
    public static Instant due(Urgency urgency, Instant told) {
        ZonedDateTime japan = told.atZone(JapanTime.ZONE);
        List<Target> lines = TARGETS.stream()
                .filter(target -> target.urgency == urgency)
                .sorted(Comparator.comparing(Target::from))
                .toList();
        return lines.stream()
                .filter(target -> !target.from.isAfter(japan.toLocalDate()))
                .reduce((_, later) -> later)
                .orElseGet(lines::getFirst)
                .span
                .after(japan)
                .toInstant();
    }

    private sealed interface Span {
        ZonedDateTime after(ZonedDateTime told);
    }

    /** Runs day and night. */
    private record Always(Duration within) implements Span {
        @Override
        public ZonedDateTime after(ZonedDateTime told) {
            return told.plus(within);
        }
    }

    /** Ends when the office closes; the day on which it was told does not count, as in Article 140 of the Civil Code. */
    private record OfficeDays(int days, LocalTime closes) implements Span {
        @Override
        public ZonedDateTime after(ZonedDateTime told) {
            LocalDate day = told.toLocalDate();
            boolean isToday = BusinessDays.includes(day) && told.toLocalTime().isBefore(closes);
            int ahead = days == 0 && !isToday ? 1 : days;
            for (int i = 0; i < ahead; i++) {
                day = BusinessDays.after(day);
            }
            return day.atTime(closes).atZone(JapanTime.ZONE);
        }
    }

    private record Target(LocalDate from, Urgency urgency, Span span) {

        static Target read(String line) {
            String[] columns = line.split("\t");
            Urgency urgency = Coded.find(Urgency.class, columns[1]).orElseThrow();
            Span span = columns[3].equals("-")
                    ? new Always(Duration.parse(columns[2]))
                    : new OfficeDays(Period.parse(columns[2]).getDays(), LocalTime.parse(columns[3]));
            return new Target(LocalDate.parse(columns[0]), urgency, span);
        }
    }
}
