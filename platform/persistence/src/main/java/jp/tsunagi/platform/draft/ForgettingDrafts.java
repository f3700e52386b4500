package jp.tsunagi.platform.draft;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.tsunagi.platform.rowsecurity.RowAccess;
import org.jboss.logging.Logger;

/** Removes drafts that nobody went on with for seven days: they may speak of people. */
@ApplicationScoped
public class ForgettingDrafts {

    private static final Logger LOG = Logger.getLogger(ForgettingDrafts.class);

    private final DraftRows rows;
    private final RowAccess access;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    ForgettingDrafts(DraftRows rows, RowAccess access, Clock clock, ScheduledExecutorService timer) {
        this.rows = rows;
        this.access = access;
        this.clock = clock;
        this.timer = timer;
    }

    void start(@Observes StartupEvent start) {
        timer.scheduleWithFixedDelay(this::tryToForget, 11, 60, TimeUnit.MINUTES);
    }

    private void tryToForget() {
        try {
            forgetOld();
        } catch (RuntimeException outage) {
            LOG.warnf("old drafts stay for another hour: %s", outage.getMessage());
        }
    }

    public void forgetOld() {
        QuarkusTransaction.requiringNew().run(() -> {
            access.openEverything();
            rows.delete("keptAt < ?1", clock.instant().minus(Drafts.KEPT));
        });
    }
}
