package jp.tsunagi.platform.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

class LocalInfrastructureTest {
    private static final Map<String, String> PASSWORDS = Map.of("intake", "i", "referral", "r", "council", "c");

    /** What a person wrote, which no log may show. */
    private static final String CANARY = "canary-5d1f";

    @Test
    @Tag("R8.5")
    @Tag("R13.5")
    void theApplicationRoleWritesWhatItIsGrantedAndOwnsNothing(@TempDir Path dir) throws Exception {
        try (var postgres = LocalPostgres.start(dir, FreePort.next(), false)) {
            postgres.createDatabase("intake");
            postgres.createDatabase("intake");

            try (var owner = as(postgres, "intake_owner");
                    var sql = owner.createStatement()) {
                sql.execute("create table notes(text text)");
                sql.execute("grant insert on notes to intake_app");
            }

            try (var app = as(postgres, "intake_app");
                    var sql = app.createStatement()) {
                assertEquals(1, sql.executeUpdate("insert into notes values ('𠮷')"));
                assertThrows(SQLException.class, () -> sql.execute("drop table notes"));
                assertThrows(SQLException.class, () -> sql.execute("create table mine(id int)"));
            }
        }
    }

    @Test
    @Tag("P1")
    void dataSurvivesARestart(@TempDir Path dir) throws Exception {
        var port = FreePort.next();
        try (var postgres = LocalPostgres.start(dir, port, true)) {
            postgres.createDatabase("council");
        }
        try (var postgres = LocalPostgres.start(dir, port, true);
                var app = as(postgres, "council_app")) {
            assertTrue(app.isValid(2));
        }
    }

    @Test
    @Tag("P17")
    void aServerThatWasKilledAtWorkCanBeStartedAgain(@TempDir Path dir) throws Exception {
        var port = FreePort.next();
        var killed = LocalPostgres.start(dir, port, true);
        killed.createDatabase("council");
        try (var app = as(killed, "council_app");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int worker = app.unwrap(PGConnection.class).getBackendPID();
            var work =
                    threads.submit(() -> app.createStatement().execute("select count(*) from generate_series(1, 2e8)"));
            assertTrue(Poll.within(Duration.ofSeconds(10), () -> isAtWork(killed, worker)));
            postmaster(dir).destroyForcibly();
            assertFalse(
                    Poll.within(
                            Duration.ofSeconds(1),
                            () -> ProcessHandle.of(worker).isEmpty()),
                    "the work goes on without the server");

            try (var again = LocalPostgres.start(dir, port, true);
                    var connection = as(again, "council_app")) {
                assertTrue(connection.isValid(2));
                assertThrows(ExecutionException.class, work::get);
            }
        } finally {
            killed.close();
        }
    }

    private static boolean isAtWork(LocalPostgres postgres, int worker) {
        try (var other = as(postgres, "council_app");
                var activity = other.prepareStatement("select state from pg_stat_activity where pid = ?")) {
            activity.setInt(1, worker);
            var row = activity.executeQuery();
            return row.next() && row.getString(1).equals("active");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static ProcessHandle postmaster(Path dir) throws IOException {
        var lock = Files.readAllLines(dir.resolve("data/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lock.getFirst().trim())).orElseThrow();
    }

    @Test
    void whatAConstraintRefusesStandsInNoLogAndNoException(@TempDir Path dir) throws Exception {
        try (var postgres = LocalPostgres.start(dir, FreePort.next(), false)) {
            postgres.createDatabase("intake");
            try (var owner = as(postgres, "intake_owner");
                    var sql = owner.createStatement()) {
                sql.execute("create table notes(text text unique check (length(text) < 20), state int)");
                sql.execute("insert into notes values ('" + CANARY + "', 1)");

                for (var statement : List.of(
                        "insert into notes values ('" + CANARY + " and too long a text', 1)",
                        "insert into notes values ('" + CANARY + "', 2)",
                        "insert into notes values ('" + CANARY + "'")) {
                    silent(assertThrows(SQLException.class, () -> sql.execute(statement)));
                }
                try (var insert = owner.prepareStatement("insert into notes values (?, ?)")) {
                    insert.setString(1, CANARY);
                    insert.setInt(2, 3);
                    insert.addBatch();
                    silent(assertThrows(SQLException.class, insert::executeBatch));
                }
            }
            var log = Files.readString(dir.resolve("postgres.log"));
            assertTrue(log.contains("violates check constraint"), log);
            assertTrue(log.contains("violates unique constraint"), log);
            assertFalse(log.contains(CANARY), log);
        }
    }

    private static void silent(Throwable thrown) {
        for (var one = thrown; one != null; one = one.getCause()) {
            assertFalse(one.toString().contains(CANARY), one.toString());
        }
    }

    @Test
    @Tag("R13.8")
    void aRecordTravelsThroughTheBrokerAndUnknownTopicsAreNotInvented(@TempDir Path dir) throws Exception {
        try (var kafka = LocalKafka.start(dir, FreePort.next(), FreePort.next())) {
            kafka.admit(PASSWORDS, false);
            kafka.admit(PASSWORDS, false);

            send(kafka, "tsunagi.desk", "SIA_HIBO", "open");

            assertEquals("open", firstValue(kafka, "tsunagi.desk"));
            assertEquals("compact", setting(kafka, "tsunagi.desk", "cleanup.policy"));
            assertEquals("604800000", setting(kafka, "tsunagi.handover", "retention.ms"));
            assertThrows(Exception.class, () -> send(kafka, "tsunagi.unheard-of", "k", "v"));
        }
    }

    @Test
    @Tag("P1")
    void recordsSurviveARestartOfTheBroker(@TempDir Path dir) throws Exception {
        var port = FreePort.next();
        var controller = FreePort.next();
        try (var kafka = LocalKafka.start(dir, port, controller)) {
            kafka.admit(PASSWORDS, false);
            send(kafka, "tsunagi.referral", "r1", "accepted");
        }
        try (var kafka = LocalKafka.start(dir, port, controller)) {
            assertEquals("accepted", firstValue(kafka, "tsunagi.referral"));
        }
    }

    private static Connection as(LocalPostgres postgres, String role) throws SQLException {
        var database = role.substring(0, role.indexOf('_'));
        return DriverManager.getConnection(postgres.jdbcUrl(database), role, postgres.password());
    }

    private static void send(LocalKafka kafka, String topic, String key, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                client(kafka, Map.of("max.block.ms", "2000")), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    private static String firstValue(LocalKafka kafka, String topic) {
        try (var consumer = new KafkaConsumer<>(
                client(kafka, Map.of("group.id", "test", "auto.offset.reset", "earliest")),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }

    private static String setting(LocalKafka kafka, String topic, String name) throws Exception {
        try (var admin = Admin.create(kafka.administrator())) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(name)
                    .value();
        }
    }

    private static Map<String, Object> client(LocalKafka kafka, Map<String, Object> settings) {
        var all = new HashMap<>(kafka.administrator());
        all.putAll(settings);
        return all;
    }
}
