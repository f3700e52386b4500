package jp.tsunagi.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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
    private final OutboxHealth outbox;
    private final MeterRegistry registry;

    EventMetrics(InboxFigures inbox, @Readiness OutboxHealth outbox, MeterRegistry registry) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.registry = registry;
    }

    void register(@Observes @Priority(LAST) StartupEvent start) {
        add(
                "outbox.unsent",
                "Events that are committed and not sent",
                () -> outbox.unsent().count());
        add(
                "outbox.unsent.seconds",
                "For how long the oldest unsent event waits",
                () -> outbox.unsent().oldestSeconds());
        table("inbox.parked", "Events that were parked as dead letters", InboxFigures.Tables::parked);
        table("inbox.waiting", "Aggregates that miss an event", InboxFigures.Tables::waiting);
        table(
                "inbox.waiting.seconds",
                "For how long the oldest of them misses it",
                InboxFigures.Tables::waitingSeconds);
        table(
                "inbox.differences",
                "How often what was worked in was not what its owner had announced",
                InboxFigures.Tables::differences);
        for (String channel : inbox.channels()) {
            Tags tags = Tags.of("channel", channel);
            add(
                    "inbox.failing.seconds",
                    "For how long the record that failed longest is tried again",
                    tags,
                    () -> inbox.failingSeconds(channel));
            add("inbox.behind", "Events that the channel still has to process", tags, () -> behind(channel));
        }
    }

    private Number behind(String channel) {
        long events = inbox.behind(channel).join();
        return events < 0 ? Double.NaN : events;
    }

    private void table(String name, String help, ToLongFunction<InboxFigures.Tables> figure) {
        add(name, help, () -> figure.applyAsLong(inbox.tables()));
    }

    private void add(String name, String help, Supplier<Number> figure) {
        add(name, help, Tags.empty(), figure);
    }

    private void add(String name, String help, Tags tags, Supplier<Number> figure) {
        Gauge.builder("tsunagi." + name, figure).description(help).tags(tags).register(registry);
    }
}
