package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.tsunagi.platform.rowsecurity.RowAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways around row level security that PostgreSQL leaves open, each of them closed. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement({"R8.5", "R8.2"})
class RowSecurityTest {

    private static final Set<String> OPEN = Set.of(
            "audit",
            "audit_chain",
            "dead_letter",
            "effect",
            "heard",
            "inbox",
            "inbox_position",
            "note",
            "outbox",
            "replay");

    private static final String CLIENT = "SIA/row-security";
    private static final String COUNT = "select count(*) from idempotency where client = '" + CLIENT + "'";

    @Inject
    RowAccess access;

    @Inject
    EntityManager entities;

    @BeforeEach
    void aRowOfOneAgency() {
        TestDatabase.execute("""
                insert into idempotency (client, key, fingerprint, created_at) values (?, 'k', 'x', now())
                on conflict do nothing""", CLIENT);
    }

    @AfterEach
    void removeIt() {
        TestDatabase.execute("delete from idempotency where client = ?", CLIENT);
    }

    @Test
    void theOwnerOfTheTablesIsNoWayAround() throws SQLException {
        try (var connection = TestDatabase.owner();
                var rows = connection.createStatement().executeQuery(COUNT)) {
            rows.next();
            assertEquals(0, rows.getLong(1));
        }
    }

    @Test
    void whoeverSaysNothingSeesNothingAndWhoeverSaysAllSeesIt() {
        assertEquals(0, QuarkusTransaction.requiringNew().call(this::rows));
        assertEquals(1, QuarkusTransaction.requiringNew().call(() -> {
            access.openEverything();
            return rows();
        }));
    }

    /** A setting that has ended is an empty text, which is no UUID. */
    @Test
    void anEndedSettingIsNoValueAndNoError() {
        for (int again = 0; again < 20; again++) {
            QuarkusTransaction.requiringNew().run(() -> access.open(UUID.randomUUID()));
            assertEquals("nobody nothing", QuarkusTransaction.requiringNew().call(this::said));
        }
    }

    /** On every connection of the pool, after commits, rollbacks, errors and ended sessions alike. */
    @Test
    @Requirement("P13")
    void nothingLeaksToTheNextUserOfAConnection() throws InterruptedException {
        int units = 2_000;
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger leaked = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(16)) {
            threads.invokeAll(IntStream.range(0, units)
                    .mapToObj(seed -> Executors.callable(() -> unit(new Random(seed), asked, leaked)))
                    .toList());
        }

        assertEquals(0, leaked.get());
        assertTrue(asked.get() > units / 4, "asked " + asked);
    }

    private void unit(Random random, AtomicInteger asked, AtomicInteger leaked) {
        int kind = random.nextInt(200);
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (kind < 100) {
                    leaked.addAndGet(said().equals("nobody nothing") && rows() == 0 ? 0 : 1);
                    asked.incrementAndGet();
                    return;
                }
                access.openEverything();
                access.open(UUID.randomUUID());
                switch (kind) {
                    case 199 -> ask("select pg_terminate_backend(pg_backend_pid())");
                    case 198 -> ask("select 1 / 0");
                    default -> {
                        if (kind % 3 == 0) {
                            QuarkusTransaction.rollback();
                        } else if (kind % 3 == 1) {
                            throw new IllegalStateException("on purpose");
                        }
                    }
                }
            });
        } catch (RuntimeException expected) {
            // The unit failed as it should; what matters is what the next one sees.
        }
    }

    @Test
    void theCatalogueOfThePlatformIsAsItMustBe() {
        assertEquals(List.of(), RowSecurityRules.problems(OPEN, Set.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create table leak (id int) | drop table leak | table leak does not force",
                "create table leak (id int); alter table leak enable row level security | drop table leak | table leak does not force",
                "create view leak as select * from idempotency | drop view leak | view leak reads as its owner",
                "create materialized view leak as select 1 | drop materialized view leak | view leak reads as its owner",
                "create policy leak on idempotency using (true) | drop policy leak on idempotency | policy leak",
                "create policy leak on idempotency using (client = current_setting('tsunagi.agency')) | drop policy leak on idempotency | policy leak",
                "create function leak() returns int language sql security definer as 'select 1' | drop function leak() | function leak runs as its owner",
                "create function leak() returns text language sql as 'select current_setting(''x'')' | drop function leak() | function leak takes an ended setting",
                "alter role tests_app bypassrls | alter role tests_app nobypassrls | role tests_app passes by",
                "grant truncate on idempotency to tests_app | revoke truncate on idempotency from tests_app | role tests_app may empty",
                "create unique index leak on idempotency (key) | drop index leak | index leak is unique across agencies",
                "alter table note owner to tests_app | alter table note owner to tests_owner; grant select, insert, update, delete on note to tests_app | role tests_app owns note"
            })
    @Requirement("R8.6")
    void theCatalogueShowsEachWayAround(String opening, String closing, String problem) {
        TestDatabase.execute(opening);
        List<String> found;
        try {
            found = RowSecurityRules.problems(OPEN, Set.of());
        } finally {
            TestDatabase.execute(closing);
        }
        assertTrue(found.stream().anyMatch(text -> text.startsWith(problem)), problem + " in " + found);
    }

    private long rows() {
        return ((Number) ask(COUNT)).longValue();
    }

    private String said() {
        return (String)
                ask("select coalesce(acting_agency(), 'nobody') || ' ' || coalesce(opened_record()::text, 'nothing')");
    }

    private Object ask(String query) {
        return entities.createNativeQuery(query).getSingleResult();
    }
}
