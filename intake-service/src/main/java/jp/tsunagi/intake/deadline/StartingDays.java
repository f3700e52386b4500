package jp.tsunagi.intake.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.platform.time.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The days from which periods of the law run in a case, as people say them. Who notes one has opened the case and holds
 * its lock. Added and read, never changed: what was wrong is said by a later note.
 */
@ApplicationScoped
public class StartingDays {

    /** Of one case, with those that were corrected: a day for every place and some for everything else. */
    static final int MAX_COUNT = 500;

    /** No post on the internet is older, and no right of that time is left. Every period of a post holds since then. */
    static final LocalDate OLDEST = LocalDate.of(1990, 1, 1);

    private static final String EVENT = "/event";
    private static final String DAY = "/day";
    private static final String TARGET = "/targetId";

    private final StartingDayRows rows;
    private final Audit audit;

    StartingDays(StartingDayRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * When something happened from which a period runs.
     *
     * @param targetId the place whose post it is about; null for the whole case
     * @param day in Japan; null only with enteredInError
     * @param enteredInError that it did not happen, or nobody knows when
     */
    @Schema(name = "StartingDayRequest")
    public record Noted(
            @NotNull StartingEvent event,
            @Nullable UUID targetId,
            @Nullable LocalDate day,
            boolean enteredInError) {}

    /** Everything that was noted, in that order. */
    public List<StartingDay> findByConsultation(UUID consultation) {
        return rows.findByConsultation(consultation).stream()
                .map(StartingDays::day)
                .toList();
    }

    /** Those that count: the last one about each event that happened. */
    public static List<StartingDay> current(List<StartingDay> noted) {
        Map<About, StartingDay> last = new LinkedHashMap<>();
        noted.forEach(one -> last.put(new About(one.event(), one.targetId()), one));
        return last.values().stream().filter(one -> one.day() != null).toList();
    }

    private record About(StartingEvent event, @Nullable UUID targetId) {}

    /** @param possible what can happen in such a case */
    public StartingDay add(UUID consultation, Noted noted, List<StartingEvent> possible, Actor by, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, JapanTime.ZONE);
        Optional<LocalDate> day = Optional.ofNullable(noted.day).filter(_ -> !noted.enteredInError);
        new Violations()
                .addIf(!possible.contains(noted.event), EVENT, IntakeProblem.EVENT_NOT_OF_CASE)
                .addIf(
                        noted.targetId != null && noted.event != StartingEvent.POSTED,
                        TARGET,
                        IntakeProblem.DAY_OF_WHOLE_CASE)
                .addIf(day.isEmpty() && !noted.enteredInError, DAY, IntakeProblem.DAY_MISSING)
                .addIf(day.filter(one -> one.isAfter(today)).isPresent(), DAY, IntakeProblem.DAY_IN_FUTURE)
                .addIf(day.filter(one -> one.isBefore(OLDEST)).isPresent(), DAY, IntakeProblem.DAY_TOO_EARLY)
                .throwIfAny();
        if (rows.count("consultationId", consultation) >= MAX_COUNT) {
            throw new Refusal(IntakeProblem.TOO_MANY_STARTING_DAYS);
        }
        StartingDayRow row = new StartingDayRow();
        row.id = Ids.next();
        row.consultationId = consultation;
        row.targetId = noted.targetId;
        row.event = noted.event;
        row.day = day.orElse(null);
        row.recordedBy = by.name();
        row.recordedAt = now;
        rows.persist(row);
        audit.record(by, "consultation.starting-day", "consultation/" + consultation, null);
        return day(row);
    }

    private static StartingDay day(StartingDayRow row) {
        return new StartingDay(row.id, row.event, row.targetId, row.day, row.recordedBy, row.recordedAt);
    }
}
