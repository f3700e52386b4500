package jp.tsunagi.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.health.Readiness;

/**
 * The figures of the health checks for Prometheus, at {@code /q/metrics}: numbers and names of channels, nothing of a
 * case. What cannot be asked now is no number, so a gap in the curve is an outage and not a zero. The gateway has no
 * route to it.
 */
@ApplicationScoped
class EventMetrics {

    /** After the channels have started, so that their names are known. */
    private static final int LAST = 10_000;

    private final InboxFigures inbox;
    private final Recent<OutboxHealth.Unsent> unsent;
    private final Recent<InboxFigures.Tables> tables;
    private final Recent<Map<String, Long>> behind;
    private final MeterRegistry registry;

    EventMetrics(InboxFigures inbox, @Readiness OutboxHealth outbox, MeterRegistry registry, Clock clock) {
        this.inbox = inbox;
        this.unsent = new Recent<>(outbox::unsent, clock);
        this.tables = new Recent<>(inbox::tables, clock);
        this.behind = new Recent<>(inbox::behind, clock);
        this.registry = registry;
    }

    void register(@Observes @Priority(LAST) StartupEvent start) {
        add("outbox.unsent", "Events that are committed and not sent", part(unsent, OutboxHealth.Unsent::count));
        add(
                "outbox.unsent.seconds",
                "For how long the oldest unsent event waits",
                part(unsent, OutboxHealth.Unsent::oldestSeconds));
        add("inbox.parked", "Events that were parked as dead letters", part(tables, InboxFigures.Tables::parked));
        add("inbox.waiting", "Aggregates that miss an event", part(tables, InboxFigures.Tables::waiting));
        add(
                "inbox.waiting.seconds",
                "For how long the oldest of them misses it",
                part(tables, InboxFigures.Tables::waitingSeconds));
        add(
                "inbox.differences",
                "How often what was worked in was not what its owner had announced",
                part(tables, InboxFigures.Tables::differences));
        for (String channel : inbox.channels()) {
            Tags tags = Tags.of("channel", channel);
            add(
                    "inbox.failing.seconds",
                    "For how long the record that failed longest is tried again",
                    tags,
                    () -> inbox.failingSeconds(channel));
            add(
                    "inbox.behind",
                    "Events that the channel still has to process",
                    tags,
                    part(behind, events -> events.getOrDefault(channel, InboxFigures.UNKNOWN)));
        }
    }

    /** No number while nobody answers. */
    private static <T> Supplier<Number> part(Recent<T> figures, ToLongFunction<T> part) {
        return () -> figures.get()
                .map(part::applyAsLong)
                .filter(value -> value != InboxFigures.UNKNOWN)
                .<Number>map(value -> value)
                .orElse(Double.NaN);
    }

    private void add(String name, String help, Supplier<Number> figure) {
        add(name, help, Tags.empty(), figure);
    }

    private void add(String name, String help, Tags tags, Supplier<Number> figure) {
        Gauge.builder("tsunagi." + name, figure).description(help).tags(tags).register(registry);
    }
}
