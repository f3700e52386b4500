package jp.tsunagi.intake.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import jp.tsunagi.intake.IntakeSettings;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cookie of a mailbox as browsers see it; the rest of the page is in MailboxTest. */
class MailboxPageTest {

    @ParameterizedTest
    @CsvSource({"https://tsunagi.example, true", "http://127.0.0.1:8080, false"})
    @Requirement("R3.1")
    void theCookieIsForHttpsOnlyWhereTheSiteIsHttps(String publicUrl, boolean isSecure) {
        var settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(IntakeSettings.class)
                .withDefaultValue("tsunagi.intake.public-url", publicUrl)
                .build()
                .getConfigMapping(IntakeSettings.class);
        var sessions = new MailboxSessions(null, null, Clock.systemUTC());

        var door = new MailboxDoor(sessions, settings, null);

        var answer = new MailboxPage(null, null, sessions, null, door, null).leave(null, null);

        assertEquals(isSecure, answer.getCookies().get("box").isSecure());
    }
}
