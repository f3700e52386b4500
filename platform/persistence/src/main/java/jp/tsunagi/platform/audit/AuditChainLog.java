package jp.tsunagi.platform.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Writes the last link of the audit's chain to the log every hour. Logs are kept outside the reach of the database's
 * administrator, so that an audit cut off at its end or hashed anew as a whole does not fit the logs any more.
 */
@ApplicationScoped
class AuditChainLog {

    private static final Logger LOG = Logger.getLogger(AuditChainLog.class);

    private final AuditRows rows;
    private final ScheduledExecutorService timer;

    AuditChainLog(AuditRows rows, ScheduledExecutorService timer) {
        this.rows = rows;
        this.timer = timer;
    }

    void start(@Observes StartupEvent start) {
        timer.scheduleWithFixedDelay(this::log, 0, 60, TimeUnit.MINUTES);
    }

    private void log() {
        try {
            QuarkusTransaction.requiringNew()
                    .call(rows::findChainHead)
                    .ifPresent(head -> LOG.infof("audit chain: %s", head));
        } catch (RuntimeException outage) {
            LOG.warnf("the audit chain could not be read: %s", outage.getMessage());
        }
    }
}
