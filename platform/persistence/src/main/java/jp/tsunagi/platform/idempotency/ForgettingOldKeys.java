package jp.tsunagi.platform.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.tsunagi.platform.rowsecurity.RowAccess;
import org.jboss.logging.Logger;

/** Forgets every key seven days after it was used: no program repeats a request for longer. */
@ApplicationScoped
public class ForgettingOldKeys {

    public static final Duration KEPT = Duration.ofDays(7);

    private static final Logger LOG = Logger.getLogger(ForgettingOldKeys.class);

    private final IdempotencyRows rows;
    private final RowAccess access;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    ForgettingOldKeys(IdempotencyRows rows, RowAccess access, Clock clock, ScheduledExecutorService timer) {
        this.rows = rows;
        this.access = access;
        this.clock = clock;
        this.timer = timer;
    }

    void start(@Observes StartupEvent start) {
        timer.scheduleWithFixedDelay(this::tryToForget, 10, 60, TimeUnit.MINUTES);
    }

    private void tryToForget() {
        try {
            forgetOld();
        } catch (RuntimeException outage) {
            LOG.warnf("old idempotency keys stay for another hour: %s", outage.getMessage());
        }
    }

    public void forgetOld() {
        QuarkusTransaction.requiringNew().run(() -> {
            access.openEverything();
            rows.delete("createdAt < ?1", clock.instant().minus(KEPT));
        });
    }
}
