package jp.tsunagi.platform.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import jp.tsunagi.platform.connection.ConnectionThread;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Carries committed events from the outbox to Kafka, in order, at least once.
 *
 * <p>One relay leads per service: it holds an advisory lock on the very connection it reads with, so a leader that lost
 * its database cannot read on. It is woken by NOTIFY and looks again every half second. No transaction is open while
 * Kafka is spoken to.
 *
 * <p>Order: the events of one aggregate are sent in the order of its versions, because {@link Outbox} numbers an event
 * only while it holds the aggregate's row lock. Across aggregates there is no order: a transaction that is still open
 * holds nobody else's events back, and its own are found when it commits, because the relay asks for what is unsent and
 * not for what is behind a position (docs/decisions/0010-the-relay-sends-what-is-committed.md).
 *
 * <p>It also answers consumers that miss something ({@link Replays}): because one thread sends everything, an answer is
 * complete up to the place where it stands in the partition.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 200;

    /** While events keep coming, they are carried together: a look, a message and a mark cost the same for one and for ten. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private static final String UNSENT = """
            select %s from outbox where sent_at is null order by seq limit %d
            """.formatted(EventRecord.COLUMNS, BATCH);

    private final ConnectionThread thread;
    private final Map<String, Object> broker;
    private final String service;
    private final Replays replays;

    OutboxRelay(
            ConnectionThread thread,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.thread = thread;
        this.broker = broker;
        this.service = service;
        this.replays = new Replays(service);
    }

    void start(@Observes StartupEvent started) {
        thread.start(
                "outbox-relay",
                this::run,
                outage -> LOG.warnf(
                        "events wait in the outbox: %s", outage.getClass().getSimpleName()));
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        thread.stop();
    }

    private void run(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            // What is lost with the database's last moments is a mark: an event or an answer is sent twice, which is
            // allowed.
            statement.execute("set synchronous_commit = off");
        }
        waitUntilLeading(connection);
        lead(connection);
    }

    private void waitUntilLeading(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen outbox");
            while (true) {
                try (ResultSet row =
                        statement.executeQuery("select pg_try_advisory_lock(hashtext('tsunagi.outbox'))")) {
                    row.next();
                    if (row.getBoolean(1) || thread.isStoppingAfterAWhile()) {
                        return;
                    }
                }
            }
        }
    }

    private void lead(Connection connection) throws SQLException {
        PGConnection wakeable = connection.unwrap(PGConnection.class);
        try (Producer<String, byte[]> kafka = producer()) {
            while (!thread.isStopping()) {
                int sent = relay(connection, kafka);
                if (sent < BATCH && !replays.answerOne(connection, kafka)) {
                    if (sent > 0) {
                        thread.isStoppingAfter(BETWEEN_LOOKS);
                    }
                    wakeable.getNotifications(500);
                }
            }
        }
    }

    private int relay(Connection connection, Producer<String, byte[]> kafka) throws SQLException {
        Map<Long, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        try (PreparedStatement unsent = connection.prepareStatement(UNSENT);
                ResultSet row = unsent.executeQuery()) {
            while (row.next()) {
                EventRecord event = EventRecord.of(row, service);
                sent.put(event.seq(), kafka.send(event.toKafka()));
            }
        }
        if (!sent.isEmpty()) {
            mark(connection, acknowledged(sent));
        }
        return sent.size();
    }

    /** Those before the first failure; the rest is sent again, in order. */
    private List<Long> acknowledged(Map<Long, Future<RecordMetadata>> sent) {
        List<Long> done = new ArrayList<>();
        for (var one : sent.entrySet()) {
            try {
                one.getValue().get();
                done.add(one.getKey());
            } catch (ExecutionException refused) {
                LOG.warnf("the broker did not take event %d: %s", one.getKey(), refused.getMessage());
                thread.isStoppingAfterAWhile();
                return done;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return done;
            }
        }
        return done;
    }

    private static void mark(Connection connection, List<Long> numbers) throws SQLException {
        try (PreparedStatement mark =
                connection.prepareStatement("update outbox set sent_at = clock_timestamp() where seq = any (?)")) {
            mark.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
            mark.executeUpdate();
        }
    }

    /** Idempotent and acknowledged by all: the broker itself refuses an order broken by a retry. */
    private Producer<String, byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(Map.of(
                "client.id", service + "-outbox-relay",
                "acks", "all",
                "enable.idempotence", "true",
                "linger.ms", "0",
                "max.block.ms", "5000",
                "request.timeout.ms", "5000",
                "delivery.timeout.ms", "15000"));
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
