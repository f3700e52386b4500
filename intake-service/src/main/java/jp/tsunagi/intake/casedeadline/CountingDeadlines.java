package jp.tsunagi.intake.casedeadline;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.deadline.LegalPeriods;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.rowsecurity.RowAccess;
import org.jboss.logging.Logger;

/**
 * Counts the periods of every case whose count may have changed: something was noted, a day has come on which a period
 * begins to press, or a new version of the platform brought other rules or holidays. The pages count for themselves; this
 * is for the order of the list, and for saying that a day has moved.
 */
@ApplicationScoped
class CountingDeadlines {

    private static final Logger LOG = Logger.getLogger(CountingDeadlines.class);
    private static final int BATCH = 100;

    private final CaseDeadlines deadlines;
    private final CountedDeadlineRows counted;
    private final Consultations consultations;
    private final CaseFiles files;
    private final RowAccess access;
    private final Clock clock;

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
    }

    @Scheduled(every = "${tsunagi.intake.count-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void countDue() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), JapanTime.ZONE);
        List<UUID> due;
        do {
            due = QuarkusTransaction.requiringNew().call(() -> {
                access.openEverything();
                return consultations.findForRecount(today, BATCH);
            });
            due.forEach(id -> count(id, today));
        } while (due.size() == BATCH);
    }

    /** Once for each start: while an old and a new version run beside each other, they must not count against each other. */
    void followRules(@Observes StartupEvent started) {
        QuarkusTransaction.requiringNew().run(() -> {
            access.openEverything();
            String edition = LegalPeriods.edition();
            if (!counted.isEdition(edition)) {
                consultations.markAllForRecount();
                counted.storeEdition(edition);
            }
        });
    }

    private void count(UUID id, LocalDate today) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                access.openEverything();
                deadlines.recount(files.readForCount(id));
            });
        } catch (RuntimeException uncountable) {
            // One case must not keep the others from being counted.
            LOG.errorf(uncountable, "the deadlines of consultation %s are counted again tomorrow", id);
            QuarkusTransaction.requiringNew().run(() -> {
                access.openEverything();
                consultations.postponeRecount(id, today.plusDays(1));
            });
        }
    }
}
