package jp.tsunagi.platform.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.tsunagi.platform.outbox.PositionRows.Question;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.platform.time.Stopping;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Asks the owners of events. At once for an aggregate that misses one; and from time to time for every aggregate that
 * changed lately, because what somebody else wrote on a topic last looks like the truth until its owner is asked.
 */
@ApplicationScoped
class Reconciliation {

    private static final Logger LOG = Logger.getLogger(Reconciliation.class);

    private final PositionRows positions;
    private final OutboxRows sent;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration look;
    private final Duration askAgain;
    private final Duration every;
    private final Duration window;
    private final Stopping stopping = new Stopping();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("reconciliation").unstarted(this::run);

    Reconciliation(
            PositionRows positions,
            OutboxRows sent,
            Outbox outbox,
            Clock clock,
            @ConfigProperty(name = "tsunagi.reconciliation.look") Duration look,
            @ConfigProperty(name = "tsunagi.reconciliation.ask-again") Duration askAgain,
            @ConfigProperty(name = "tsunagi.reconciliation.every") Duration every,
            @ConfigProperty(name = "tsunagi.reconciliation.window") Duration window) {
        this.positions = positions;
        this.sent = sent;
        this.outbox = outbox;
        this.clock = clock;
        this.look = look;
        this.askAgain = askAgain;
        this.every = every;
        this.window = window;
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.stop();
        thread.join(Duration.ofSeconds(5));
    }

    private void run() {
        Instant next = clock.instant();
        while (!stopping.isStoppingAfter(look)) {
            try {
                ask();
                if (!clock.instant().isBefore(next)) {
                    reconcile();
                    next = clock.instant().plus(every);
                }
            } catch (RuntimeException | Error outage) {
                LOG.warnf("owners are asked later: %s", outage.getClass().getSimpleName());
            }
        }
    }

    private void ask() {
        QuarkusTransaction.requiringNew().run(() -> {
            sent.deleteSent(ReplayRequest.TOPIC);
            send(positions.askAboutWaiting(clock.instant(), askAgain), true);
        });
    }

    /** What moved just now may be on the way to its next event: it is compared the next time. */
    private void reconcile() {
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew()
                .run(() -> send(positions.findMoved(now.minus(window), now.minus(askAgain)), false));
    }

    private void send(List<Question> questions, boolean missing) {
        for (Question about : questions) {
            outbox.append(new Event(
                    ReplayRequest.TOPIC,
                    ReplayRequest.TYPE,
                    "replay",
                    Ids.next().toString(),
                    1,
                    new ReplayRequest(about.topic(), about.aggregate(), about.fingerprint(), missing)));
        }
    }
}
