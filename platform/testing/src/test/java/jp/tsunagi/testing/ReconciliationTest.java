package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import jp.tsunagi.platform.outbox.Fingerprint;
import org.junit.jupiter.api.Test;

/** What somebody else writes on a topic never stays: the owner's history wins. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement({"F8", "P19", "P20"})
class ReconciliationTest {

    private final String note = UUID.randomUUID().toString();

    @Test
    void aJumpIsNotWorkedInAndTheOwnerIsAsked() {
        write("one");
        awaitHeard("one", 1);

        TestKafka.forge(forged(90, "forged"), "f".repeat(64));
        // The owner says that it announced nothing else, often before a look at the table can see the wait.
        await().atMost(Duration.ofSeconds(20)).until(this::isAnswered);
        assertEquals("one", heard());
        awaitWaiting(false);

        write("two");
        awaitHeard("two", 2);
        assertEquals(0, differences());
    }

    @Test
    void aForgedSuccessorIsFoundWithoutAnotherEventAndUndone() {
        write("one");
        write("two");
        awaitHeard("two", 2);

        TestKafka.forge(forged(90, "forged"), last());
        awaitHeard("two", 2);
        await().until(() -> differences() == 1);
        assertTrue(TestDatabase.count("select count(*) from effect where id = ? and sequence = 90", subject()) == 1);

        write("three");
        awaitHeard("three", 3);
        awaitWaiting(false);
        assertEquals(1, differences());
    }

    @Test
    void theOwnersNextEventUncoversAForgedOneBeforeIt() {
        write("one");
        awaitHeard("one", 1);
        TestKafka.forge(forged(2, "forged"), last());
        write("two");

        awaitHeard("two", 2);
        await().until(() -> differences() == 1);
        awaitWaiting(false);
    }

    @Test
    void aForgedPoisonDoesNotKeepTheTruthOut() {
        write("one");
        awaitHeard("one", 1);
        String broken = last();
        TestKafka.forge(forged(2, "poison"), broken);
        await().until(() -> TestDatabase.count("select count(*) from dead_letter where aggregate = ?", note) == 1);

        write("two");
        awaitHeard("two", 2);
        assertEquals(0, TestDatabase.count("select count(*) from dead_letter where aggregate = ?", note));
    }

    @Test
    void anAggregateThatNobodyOwnsIsReported() {
        // Who never announced anything on a topic does not answer for it.
        write(UUID.randomUUID().toString(), "another note");
        TestKafka.forge(forged(1, "phantom"), Fingerprint.NONE);

        await().atMost(Duration.ofSeconds(20)).until(() -> differences() == 1);
        awaitWaiting(true);
    }

    @Test
    void whoMissesTheBeginningIsToldAll() {
        write("one");
        write("two");
        awaitHeard("two", 2);
        // A consumer that starts late: the topic has forgotten the first event.
        TestDatabase.execute("delete from inbox_position where aggregate = ?", note);
        TestDatabase.execute("delete from heard where id = ?", subject());

        write("three");
        awaitHeard("three", 3);
        awaitWaiting(false);
        assertEquals(0, differences());
    }

    private void write(String text) {
        write(note, text);
    }

    private static void write(String note, String text) {
        given().auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"text\":\"" + text + "\"}")
                .post("/v1/notes/" + note)
                .then()
                .statusCode(201);
    }

    private EventExamples.Example forged(long sequence, String text) {
        var data = JsonNodeFactory.instance.objectNode().put("text", text);
        return new EventExamples.Example(
                "tsunagi.consultation", "jp.tsunagi.note.written.v1", "/intake", subject(), sequence, data);
    }

    private String subject() {
        return "note/" + note;
    }

    private String last() {
        return TestDatabase.text(
                "select fingerprint from outbox where aggregateid = ? order by seq desc limit 1", note);
    }

    private boolean isAnswered() {
        return TestKafka.read("tsunagi.consultation", note).stream()
                .anyMatch(record -> record.headers().lastHeader("ce_head") != null);
    }

    private String heard() {
        return TestDatabase.text("select text from heard where id = ?", subject());
    }

    private void awaitHeard(String text, long sequence) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> TestDatabase.count(
                                "select count(*) from heard where id = ? and text = ? and sequence = ?",
                                subject(),
                                text,
                                sequence)
                        == 1);
    }

    private long differences() {
        return TestDatabase.count("select coalesce(max(differences), 0) from inbox_position where aggregate = ?", note);
    }

    private void awaitWaiting(boolean expected) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> TestDatabase.count(
                                "select count(*) from inbox_position where aggregate = ? and waiting_since is not null",
                                note)
                        == (expected ? 1 : 0));
    }
}
