package jp.tsunagi.intake.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import jp.tsunagi.intake.IntakeClient;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestMail;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Supervisors hear once a month that entries of the directory are old, and no name of any. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class ReminderMailsTest {

    private final ReminderMails mails;
    private final String chief = "chief-" + UUID.randomUUID();
    private final String address = chief + "@ihaho.example.jp";

    ReminderMailsTest(ReminderMails mails) {
        this.mails = mails;
    }

    @BeforeEach
    void theDirectoryIsThere() throws IOException {
        IntakeClient.counsellor()
                .auth()
                .oauth2(Tokens.machine("directory-loader", "", "directory:write"))
                .contentType("text/csv; charset=utf-8")
                .body(Files.readString(Path.of(System.getProperty("tsunagi.root"), "deploy/directory/providers.csv")))
                .post("/v1/provider-directory")
                .then()
                .statusCode(200);
    }

    @Test
    void aSupervisorIsRemindedOnceAMonth() {
        IntakeClient.atTheDesk(Tokens.staffWithMail(chief, address, "IHAHO", "supervisor"));

        mails.sendDue();
        mails.sendDue();

        assertEquals(1, TestMail.to(address).size());
        String text = TestMail.to(address).getFirst().text();
        assertTrue(text.contains("/desk/providers?view=due"), text);
        assertFalse(text.contains("YouTube"), text);
        TestDatabase.execute(
                "update provider_reminder set sent_at = sent_at - interval '31 days' where account = ?", chief);
        mails.sendDue();
        assertEquals(2, TestMail.to(address).size());
    }

    @Test
    void aCounsellorIsNot() {
        IntakeClient.atTheDesk(Tokens.staffWithMail(chief, address, "IHAHO", "counsellor"));

        mails.sendDue();

        assertEquals(0, TestMail.to(address).size());
    }
}
