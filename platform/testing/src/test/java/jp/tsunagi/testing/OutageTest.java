package jp.tsunagi.testing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tsunagi.platform.infrastructure.InfrastructureException;
import jp.tsunagi.platform.infrastructure.LocalPostgres;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL is killed at random moments while events come in; some of them come twice, as they do when a consumer dies
 * between its commit and Kafka's. {@code -Dtsunagi.outage.seconds=600 -Dtsunagi.outage.seed=…} for a long run or an old
 * one again.
 */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement("P4")
class OutageTest {

    private static final int AGGREGATES = 8;

    private final Random random = new Random();
    private final Map<String, Integer> announced = new HashMap<>();
    private final List<ProducerRecord<String, byte[]>> sent = new ArrayList<>();

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void everyEventIsWorkedInOnceAndInOrderHoweverOftenTheDatabaseDies() throws Exception {
        Duration time = Duration.ofSeconds(Long.getLong("tsunagi.outage.seconds", 8));
        long seed = Long.getLong("tsunagi.outage.seed", random.nextLong(1_000_000));
        System.out.println("outage seed: " + seed);
        random.setSeed(seed);
        List<String> aggregates = IntStream.range(0, AGGREGATES)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toList();

        // The tests' server acknowledges before it writes; a killed one would forget what it had acknowledged.
        asSuperuser("alter role tests_app set synchronous_commit = on");
        // This statement was acknowledged in the same way: without a checkpoint the first kill may forget it.
        asSuperuser("checkpoint");
        killConnections();
        long end = System.nanoTime() + time.toNanos();
        try (var killer = Executors.newSingleThreadExecutor();
                var kafka = producer()) {
            Random moments = new Random(seed);
            var kills = killer.submit(() -> killUntil(end, moments));
            while (System.nanoTime() < end) {
                kafka.send(next(aggregates.get(random.nextInt(AGGREGATES))));
                Thread.sleep(random.nextInt(15));
            }
            aggregates.forEach(aggregate -> kafka.send(event(aggregate)));
            System.out.printf("%d records, killed %s%n", sent.size(), kills.get());
        }

        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
            for (String aggregate : aggregates) {
                assertEquals(oneTo(announced.get(aggregate)), workedIn(aggregate));
            }
        });
        for (String aggregate : aggregates) {
            assertEquals(0, TestDatabase.count("select count(*) from dead_letter where aggregate = ?", aggregate));
            assertEquals(
                    0,
                    TestDatabase.count(
                            "select count(*) from inbox_position where aggregate = ? and (waiting_since is not null or differences > 0)",
                            aggregate));
        }
    }

    private ProducerRecord<String, byte[]> next(String aggregate) {
        boolean twice = !sent.isEmpty() && random.nextInt(5) == 0;
        return twice ? sent.get(random.nextInt(sent.size())) : event(aggregate);
    }

    private ProducerRecord<String, byte[]> event(String aggregate) {
        var example = EventExamples.read("jp.tsunagi.council.topic.published.v1");
        var record = TestKafka.example(new EventExamples.Example(
                "tsunagi.referral",
                example.type(),
                example.source(),
                "council-topic/" + aggregate,
                announced.merge(aggregate, 1, Integer::sum),
                example.data()));
        sent.add(record);
        return record;
    }

    private String killUntil(long end, Random moments) throws Exception {
        int connections = 0;
        int servers = 0;
        while (System.nanoTime() < end) {
            Thread.sleep(moments.nextInt(300));
            if (moments.nextInt(8) == 0) {
                killServer();
                servers++;
            } else {
                killConnections();
                connections++;
            }
        }
        return "all connections %d times, the server %d times".formatted(connections, servers);
    }

    private void killConnections() throws SQLException {
        asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tests_app'");
    }

    private void asSuperuser(String sql) throws SQLException {
        try (var superuser = DriverManager.getConnection(url, "postgres", "only-for-tests");
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private void killServer() throws IOException, InterruptedException {
        Path folder = Path.of("target", "parts", "postgres").toAbsolutePath();
        String pid = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"))
                .getFirst();
        ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();
        int port = Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
        for (int attempt = 0; ; attempt++) {
            try {
                LocalPostgres.start(folder, port, false);
                return;
            } catch (InfrastructureException busy) {
                // Until the last of its children is gone, the dead server's memory is in use.
                if (attempt == 50) {
                    throw busy;
                }
                Thread.sleep(200);
            }
        }
    }

    private static String oneTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private static String workedIn(String aggregate) {
        return TestDatabase.text(
                "select string_agg(sequence::text, ',' order by seq) from effect where id = ?",
                "council-topic/" + aggregate);
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(TestKafka.client(), new StringSerializer(), new ByteArraySerializer());
    }
}
