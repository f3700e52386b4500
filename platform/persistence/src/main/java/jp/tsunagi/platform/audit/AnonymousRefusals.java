package jp.tsunagi.platform.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.identity.Actor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Refusals of callers whom no verified token names. The first of its kind is written at once; its repeats are counted
 * and written as one row a minute, because anybody can send thousands and the audit is kept. There are as many kinds as
 * operations times codes: nothing in a kind is chosen by the caller. A crash loses the counts of its last minute.
 */
@ApplicationScoped
class AnonymousRefusals {

    static final Actor UNKNOWN = new Actor("unknown", "", "", Set.of());

    private static final Logger LOG = Logger.getLogger(AnonymousRefusals.class);

    private record Kind(String action, String code) {}

    private final Audit audit;
    private final ScheduledExecutorService timer;
    private final Duration interval;
    private final ConcurrentMap<Kind, Integer> repeats = new ConcurrentHashMap<>();

    AnonymousRefusals(
            Audit audit,
            ScheduledExecutorService timer,
            @ConfigProperty(name = "tsunagi.audit.count-interval", defaultValue = "60s") Duration interval) {
        this.audit = audit;
        this.timer = timer;
        this.interval = interval;
    }

    void note(String action, String request, String code) {
        Kind kind = new Kind(action, code);
        if (repeats.putIfAbsent(kind, 0) == null) {
            audit.refused(UNKNOWN, action, request, code);
        } else {
            repeats.merge(kind, 1, Integer::sum);
        }
    }

    void start(@Observes StartupEvent start) {
        timer.scheduleWithFixedDelay(this::write, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stop) {
        write();
    }

    private void write() {
        Correlation.begin(null);
        repeats.keySet().forEach(this::write);
    }

    private void write(Kind kind) {
        Integer count = repeats.remove(kind);
        if (count == null || count == 0) {
            return;
        }
        try {
            audit.refused(UNKNOWN, kind.action, count, kind.code);
        } catch (RuntimeException outage) {
            repeats.merge(kind, count, Integer::sum);
            LOG.warnf("%d refusals could not be written to the audit yet: %s", count, outage.getMessage());
        }
    }
}
