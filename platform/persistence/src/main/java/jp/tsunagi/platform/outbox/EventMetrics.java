package jp.tsunagi.platform.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * {@code /q/metrics}: the figures of the health checks as a Prometheus server reads them (text format 0.0.4). Numbers
 * and names of channels, nothing of a case. What cannot be asked now is left out, so a gap in the curve is an outage
 * and not a zero. The gateway has no route to it.
 */
@ApplicationScoped
class EventMetrics {

    private static final Logger LOG = Logger.getLogger(EventMetrics.class);

    private final InboxFigures inbox;
    private final OutboxRows unsent;
    private final Clock clock;

    EventMetrics(InboxFigures inbox, OutboxRows unsent, Clock clock) {
        this.inbox = inbox;
        this.unsent = unsent;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.get("/q/metrics").blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext request) {
        StringBuilder text = new StringBuilder();
        try {
            addTables(text);
        } catch (RuntimeException databaseAway) {
            LOG.warnf("no figures of the tables: %s", databaseAway.getClass().getSimpleName());
        }
        add(
                text,
                "tsunagi_inbox_failing_seconds",
                "Since when the record that a channel tries again and again has failed.",
                inbox.failingSeconds());
        Map<String, Long> behind = inbox.behind();
        behind.values().removeIf(events -> events < 0);
        add(text, "tsunagi_inbox_behind", "Events that a channel still has to process.", behind);
        request.response()
                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .end(text.toString());
    }

    private void addTables(StringBuilder text) {
        QuarkusTransaction.requiringNew().run(() -> {
            add(text, "tsunagi_outbox_unsent", "Events that are committed and not sent.", unsent.countUnsent());
            add(
                    text,
                    "tsunagi_outbox_unsent_seconds",
                    "For how long the oldest unsent event waits.",
                    unsent.oldestUnsent()
                            .map(since ->
                                    Duration.between(since, clock.instant()).toSeconds())
                            .orElse(0L));
        });
        var tables = inbox.tables();
        add(text, "tsunagi_inbox_parked", "Events that were parked as dead letters.", tables.parked());
        add(text, "tsunagi_inbox_waiting", "Aggregates that miss an event.", tables.waiting());
        add(
                text,
                "tsunagi_inbox_waiting_seconds",
                "For how long the oldest of them misses it.",
                tables.waitingSeconds());
        add(
                text,
                "tsunagi_inbox_differences",
                "How often what was worked in was not what its owner had announced.",
                tables.differences());
    }

    private static void add(StringBuilder text, String name, String help, long value) {
        addHead(text, name, help);
        text.append(name).append(' ').append(value).append('\n');
    }

    private static void add(StringBuilder text, String name, String help, Map<String, Long> ofChannels) {
        addHead(text, name, help);
        ofChannels.forEach((channel, value) -> text.append(name)
                .append("{channel=\"")
                .append(channel)
                .append("\"} ")
                .append(value)
                .append('\n'));
    }

    private static void addHead(StringBuilder text, String name, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
    }
}
