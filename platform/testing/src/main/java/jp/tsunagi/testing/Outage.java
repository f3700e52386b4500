package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tsunagi.platform.infrastructure.InfrastructureException;
import jp.tsunagi.platform.infrastructure.LocalPostgres;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * PostgreSQL dies at random moments under a service that reads events: all connections of the service, those that have
 * committed and were not told so, or the whole server. Some events come twice, as they do when a consumer dies between
 * its commit and Kafka's. {@code -Dtsunagi.outage.seconds=600 -Dtsunagi.outage.seed=…} for a long run or an old one
 * again.
 */
public final class Outage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
    private final long seed = Long.getLong("tsunagi.outage.seed", new Random().nextLong(1_000_000));
    private final Random moments = new Random(seed);

    private int connections;
    private int commits;
    private int servers;

    public Outage() {
        System.out.println("outage seed: " + seed);
        // The tests' server acknowledges before it writes; a killed one would forget what it had acknowledged.
        asSuperuser("alter role tests_app set synchronous_commit = on");
        // As superuser, because the service may not create a table.
        asSuperuser("""
                create table outage_change (table_name text, row_name text);
                grant insert, select on outage_change to tests_app;
                create function outage_change() returns trigger language plpgsql as $$
                begin
                    insert into outage_change values (tg_table_name, to_jsonb(new) ->> tg_argv[0]);
                    return new;
                end $$;
                """);
    }

    /** How long a test sends events. */
    public static Duration time() {
        return Duration.ofSeconds(Long.getLong("tsunagi.outage.seconds", 6));
    }

    /** From now on every committed insert and update of the table is counted by the value of one of its columns. */
    public void watch(String table, String column) {
        asSuperuser("create trigger outage after insert or update on " + table
                + " for each row execute function outage_change('" + column + "')");
    }

    /** The first update of such a row kills its own connection. */
    public void dieAtFirstUpdate(String table, String condition) {
        asSuperuser("""
                create sequence outage_deaths;
                grant usage on outage_deaths to tests_app;
                create function outage_die() returns trigger language plpgsql as $$
                begin
                    if nextval('outage_deaths') = 1 then
                        perform pg_terminate_backend(pg_backend_pid());
                    end if;
                    return new;
                end $$;
                """);
        asSuperuser("create trigger outage_die before update on " + table + " for each row when (" + condition
                + ") execute function outage_die()");
    }

    /** Whether {@link #dieAtFirstUpdate} has happened. */
    public boolean hasKilled() {
        return TestDatabase.count("select count(*) from outage_deaths where is_called") == 1;
    }

    /** From now on nothing can be added to the table. */
    public void refuseInserts(String table) {
        asSuperuser("""
                create function outage_refuse() returns trigger language plpgsql as $$
                begin
                    raise exception 'taken away by a test';
                end $$;
                """);
        asSuperuser("create trigger outage_refuse before insert on " + table
                + " for each row execute function outage_refuse()");
    }

    public void assertChanges(int expected, String table, String row) {
        assertEquals(
                expected,
                TestDatabase.count(
                        "select count(*) from outage_change where table_name = ? and row_name = ?", table, row),
                table + " " + row);
    }

    /** Sends the events in their order while PostgreSQL dies again and again; it is up when this returns. */
    public void send(List<ProducerRecord<String, byte[]>> events) throws Exception {
        long pause = Math.max(1, 2 * time().toMillis() / events.size());
        Random choice = new Random(seed);
        during(() -> {
            try (var kafka =
                    new KafkaProducer<>(TestKafka.client(), new StringSerializer(), new ByteArraySerializer())) {
                for (int i = 0; i < events.size(); i++) {
                    kafka.send(events.get(i));
                    if (choice.nextInt(5) == 0) {
                        kafka.send(events.get(choice.nextInt(i + 1)));
                    }
                    Thread.sleep(choice.nextLong(pause));
                }
            }
            return null;
        });
    }

    /** Does the work while PostgreSQL dies again and again; it is up when this returns. */
    public <T> T during(Callable<T> work) throws Exception {
        // Statements before were acknowledged before they were written: the first kill may forget them.
        asSuperuser("checkpoint");
        killConnections();
        var going = new AtomicBoolean(true);
        try (var killer = Executors.newSingleThreadExecutor()) {
            var kills = killer.submit(() -> {
                while (going.get()) {
                    killSomething();
                }
                return null;
            });
            try {
                return work.call();
            } finally {
                going.set(false);
                kills.get();
                // The pool tries a connection that idled for a second; until then a test would meet dead ones itself.
                Thread.sleep(1_500);
                System.out.printf(
                        "killed all connections %d times, after a commit %d times, the server %d times%n",
                        connections, commits, servers);
            }
        }
    }

    /** Each event is worked in, nothing is parked or waits, and nothing was worked in that its owner did not say. */
    public static void awaitWorkedIn(List<ProducerRecord<String, byte[]>> events) {
        for (var event : events) {
            await("event of " + event.key()).atMost(PATIENCE).ignoreExceptions().until(() -> workedIn(event) == 1);
        }
        for (var event : events) {
            assertEquals(
                    0,
                    TestDatabase.count("select count(*) from dead_letter where aggregate = ?", event.key()),
                    "parked: " + event.key());
            assertEquals(
                    0,
                    TestDatabase.count(
                            "select count(*) from inbox_position where aggregate = ? and (waiting_since is not null or differences > 0)",
                            event.key()),
                    "waits or differs: " + event.key());
        }
    }

    /** The service is live with all its channels, ready, and no event is tried in vain. */
    public static void assertNothingStopped() {
        given().get("/q/health/live").then().statusCode(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("checks.find { it.name == 'inbox' }.data.'failing-seconds'", equalTo(0)));
    }

    @Override
    public void close() {
        asSuperuser("drop function if exists outage_change, outage_die, outage_refuse cascade");
        asSuperuser("drop table outage_change", "drop sequence if exists outage_deaths");
        asSuperuser("alter role tests_app reset synchronous_commit");
    }

    private static long workedIn(ProducerRecord<String, byte[]> event) {
        return TestDatabase.count(
                "select count(*) from inbox where event_id = ?", TestKafka.header(event.headers(), "ce_id"));
    }

    private void killSomething() throws Exception {
        Thread.sleep(moments.nextInt(300));
        switch (moments.nextInt(8)) {
            case 0 -> killServer();
            case 1, 2, 3 -> killAfterCommits();
            default -> killConnections();
        }
    }

    private void killConnections() {
        asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tests_app'");
        connections++;
    }

    /** A commit waits for a second server that does not exist; killed there, it has happened and nobody was told. */
    private void killAfterCommits() throws InterruptedException {
        asSuperuser("alter system set synchronous_standby_names = 'nobody'", "select pg_reload_conf()");
        for (int i = 0; i < 5; i++) {
            Thread.sleep(20 + moments.nextInt(30));
            commits +=
                    asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'");
        }
        asSuperuser("alter system reset synchronous_standby_names", "select pg_reload_conf()");
    }

    private void killServer() throws IOException, InterruptedException {
        Path folder = Path.of("target", "parts", "postgres").toAbsolutePath();
        String pid = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"))
                .getFirst();
        ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();
        servers++;
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

    /** Runs the statements, each by itself; returns how many rows the last one answered. */
    private int asSuperuser(String... statements) {
        try (var superuser = TestDatabase.superuser();
                var statement = superuser.createStatement()) {
            int rows = 0;
            for (String sql : statements) {
                rows = 0;
                if (statement.execute(sql)) {
                    for (var answer = statement.getResultSet(); answer.next(); ) {
                        rows++;
                    }
                }
            }
            return rows;
        } catch (SQLException refused) {
            throw new IllegalStateException(String.join("; ", statements), refused);
        }
    }
}
