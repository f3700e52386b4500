package jp.tsunagi.intake;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.testing.Outage;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestMail;
import org.junit.jupiter.api.Test;

/** The sender dies after the mail server has taken a mail and before that is marked. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class MailDuringOutageTest {

    /** SMTP cannot do better; a reader's mail program shows one mail for one Message-ID. */
    @Test
    @Requirement("P3")
    void aMailWhoseMarkIsLostIsSentOnceMoreUnderItsMessageId() throws Exception {
        String address = UUID.randomUUID() + "@example.com";
        String id =
                IntakeClient.received(Map.of("text", "メール", "contact", address)).getString("id");

        try (var outage = new Outage()) {
            outage.dieAtFirstUpdate("notification", "new.sent_at is not null and new.consultation_id = '" + id + "'");
            IntakeClient.answer(id, "1", "返事").then().statusCode(201);
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> TestMail.to(address).size() == 1 && outage.hasKilled());
            // The second attempt is half a minute away.
            TestDatabase.execute("update notification set due_at = now() where consultation_id::text = ?", id);
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> marked(id) == 1);
        }

        // Long enough for the sender to look again.
        Thread.sleep(4_000);
        assertEquals(2, TestMail.to(address).size());
        assertEquals(
                1,
                TestMail.to(address).stream()
                        .map(TestMail.Letter::messageId)
                        .collect(Collectors.toSet())
                        .size());
    }

    private static long marked(String id) {
        return TestDatabase.count(
                "select count(*) from notification where sent_at is not null and consultation_id::text = ?", id);
    }
}
