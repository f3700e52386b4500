package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** PostgreSQL is killed at random moments while several write at once; the state, its event and its audit agree. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class WritesDuringOutageTest {

    private static final int WRITERS = 4;

    /** Of each note the last status; a request that failed is sent again, or it is left as it is. */
    private final Map<String, Integer> answered = new ConcurrentHashMap<>();

    private final Set<Integer> refused = ConcurrentHashMap.newKeySet();

    @Test
    @Requirement({"R2.3", "P1", "P3", "P5", "P6"})
    void whatWasAnsweredIsThereOnceAndWhatFailedIsThereWholeOrNotAtAll() throws Exception {
        try (var outage = new Outage()) {
            outage.during(this::writeMany);
        }

        Set<Integer> statuses = Set.copyOf(answered.values());
        assertTrue(Set.of(201, 503).containsAll(statuses), statuses.toString());
        assertTrue(statuses.contains(201), "nothing was written");
        // What is refused meanwhile is refused with its row in the audit, or later.
        assertTrue(Set.of(404, 503).containsAll(refused), refused.toString());
        for (var note : answered.entrySet()) {
            String id = note.getKey();
            long written = TestDatabase.count("select count(*) from note where version = 1 and id = ?", id);
            if (note.getValue() == 201) {
                assertEquals(1, written, "answered and lost: " + id);
            }
            assertEquals(written, TestDatabase.count("select count(*) from note where id = ?", id), "twice: " + id);
            assertEquals(
                    written,
                    TestDatabase.count("select count(*) from outbox where aggregateid = ?", id),
                    "events " + id);
            assertEquals(
                    written,
                    TestDatabase.count(
                            "select count(*) from audit where action = 'note.write' and result = 'done' and request_id = ?",
                            id),
                    "audit of " + id);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> TestDatabase.count("select count(*) from outbox where sent_at is null") == 0);
        assertEquals(0, TestDatabase.count("select count(*) from audit_verify()"));
        answered.keySet().stream()
                .filter(id -> TestDatabase.count("select count(*) from note where id = ?", id) == 0)
                .limit(5)
                .forEach(absent -> assertEquals(
                        List.of(), TestKafka.read("tsunagi.consultation", absent), "an event without its change"));
    }

    private Void writeMany() throws Exception {
        long end = System.nanoTime() + Outage.time().toNanos();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                all.add(writers.submit(() -> {
                    for (int n = 0; System.nanoTime() < end; n++) {
                        String id = UUID.randomUUID().toString();
                        int tries = n % 2 == 0 ? 5 : 1;
                        for (int t = 0; t < tries && answered.getOrDefault(id, 0) != 201; t++) {
                            answered.put(id, write(id));
                            refused.add(readUnknown());
                        }
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return null;
    }

    private static int readUnknown() {
        return given().auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .get("/v1/notes/" + UUID.randomUUID())
                .statusCode();
    }

    private static int write(String id) {
        return given().auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .header("Idempotency-Key", id)
                .header("X-Request-Id", id)
                .contentType("application/json")
                .body("{\"text\":\"a\"}")
                .post("/v1/notes/" + id)
                .statusCode();
    }
}
