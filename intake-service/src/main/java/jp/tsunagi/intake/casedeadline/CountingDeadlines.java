package jp.tsunagi.intake.casedeadline;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.deadline.LegalPeriods;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.rowsecurity.RowAccess;
import org.jboss.logging.Logger;

/**
 * Counts the periods of every case whose count may have changed: something was noted, a day has come on which a period
 * begins or ceases to press, or a new version of the platform brought other rules or holidays. The pages count for
 * themselves; this is for the order of the list, and for saying that a day has moved.
 *
 * <p>Of two instances with different rules the one that was started later counts, so that an old version that still runs
 * does not undo what the new one says.
 */
@ApplicationScoped
class CountingDeadlines {

    private static final Logger LOG = Logger.getLogger(CountingDeadlines.class);
    private static final int BATCH = 100;

    /** How long a case that could not be counted is left alone; it stays due. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final CaseDeadlines deadlines;
    private final CountedDeadlineRows counted;
    private final Consultations consultations;
    private final CaseFiles files;
    private final RowAccess access;
    private final Clock clock;
    private final Instant started;
    private final Map<UUID, Instant> failed = new HashMap<>();

    CountingDeadlines(
            CaseDeadlines deadlines,
            CountedDeadlineRows counted,
            Consultations consultations,
            CaseFiles files,
            RowAccess access,
            Clock clock) {
        this.deadlines = deadlines;
        this.counted = counted;
        this.consultations = consultations;
        this.files = files;
        this.access = access;
        this.clock = clock;
        this.started = clock.instant();
    }

    @Scheduled(every = "${tsunagi.intake.count-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void countDue() {
        countDue(LegalPeriods.edition(), started);
    }

    void countDue(String edition, Instant startedAt) {
        failed.values().removeIf(at -> at.isBefore(clock.instant().minus(PAUSE)));
        List<UUID> due;
        do {
            due = QuarkusTransaction.requiringNew().call(() -> due(edition, startedAt));
            due.forEach(id -> count(id, edition));
        } while (due.size() == BATCH);
    }

    private List<UUID> due(String edition, Instant startedAt) {
        access.openEverything();
        LocalDate today = LocalDate.ofInstant(clock.instant(), JapanTime.ZONE);
        return counted.isOurs(edition, startedAt)
                ? consultations.findForRecount(today, edition, failed.keySet(), BATCH)
                : List.of();
    }

    private void count(UUID id, String edition) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                access.openEverything();
                deadlines.recount(files.readForCount(id), edition);
            });
        } catch (RuntimeException uncountable) {
            // One case must not keep the others from being counted.
            LOG.warnf(uncountable, "the deadlines of consultation %s are counted later", id);
            failed.put(id, clock.instant());
        }
    }
}
