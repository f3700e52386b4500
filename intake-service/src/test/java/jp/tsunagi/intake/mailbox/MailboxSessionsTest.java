package jp.tsunagi.intake.mailbox;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import jp.tsunagi.intake.IntakeClient;
import jp.tsunagi.platform.sealing.FieldEncryption;
import jp.tsunagi.testing.MutableClock;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;

/** How long an opened mailbox stays open, and for whom. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class MailboxSessionsTest {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-24T00:00:00Z"));
    private final MailboxSessions sessions;

    MailboxSessionsTest(MailboxSessionRows rows, FieldEncryption encryption) {
        this.sessions = new MailboxSessions(rows, encryption, clock);
    }

    @Test
    @Requirement("R7.1")
    void aQuarterOfAnHourOfSilenceEndsIt() {
        String id = open();
        clock.advance(Duration.ofMinutes(14));
        assertTrue(isOpen(id));
        clock.advance(Duration.ofMinutes(14));
        assertTrue(isOpen(id), "each click begins the quarter of an hour again");
        clock.advance(Duration.ofMinutes(15));
        assertFalse(isOpen(id));
    }

    @Test
    @Requirement("R7.1")
    void eightHoursEndItHoweverItIsUsed() {
        String id = open();
        for (int i = 0; i < 34; i++) {
            clock.advance(Duration.ofMinutes(14));
            assertTrue(isOpen(id));
        }
        clock.advance(Duration.ofMinutes(4));
        assertFalse(isOpen(id));
    }

    /** The session of another box, planted in this browser before the code is entered. */
    @Test
    @Requirement("R7.2")
    void whoEntersACodeGetsASessionOfTheirOwn() {
        JsonPath theirs = IntakeClient.received("相談です");
        String planted = enter(IntakeClient.received("別の相談"), "").getCookie("box");

        Response entered = enter(theirs, planted);

        assertEquals(303, entered.statusCode());
        String own = entered.getCookie("box");
        assertNotEquals(planted, own);
        String page = given().cookie("box", own).get("/box").asString();
        assertTrue(page.contains(theirs.getString("receiptNumber")), page);
        String seen = given().cookie("box", planted).get("/box").asString();
        assertFalse(seen.contains(theirs.getString("receiptNumber")), seen);
    }

    private static Response enter(JsonPath receipt, String session) {
        return given().redirects()
                .follow(false)
                .cookie("box", session)
                .formParam("code", receipt.getString("confirmationCode"))
                .post("/box");
    }

    private String open() {
        UUID consultation = UUID.fromString(IntakeClient.received("相談です").getString("id"));
        return inTransaction(() -> sessions.start(consultation));
    }

    private boolean isOpen(String id) {
        return inTransaction(() -> sessions.use(id).isPresent());
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
