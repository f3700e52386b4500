package jp.tsunagi.intake.mailbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.tsunagi.intake.IntakeSettings;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Leaves at once for a page nobody asks about, ends the mailbox's session and takes this site's traces in the browser
 * along. Not all cookies: that would sign out a member of staff at the same computer. Below the mailbox's address,
 * because only there a browser brings its session.
 */
@Path(MailboxDoor.ADDRESS + "/quit")
@Produces(MediaType.TEXT_HTML)
class QuitPage {

    private static final Logger LOG = Logger.getLogger(QuitPage.class);

    private final MailboxSessions sessions;
    private final IntakeSettings settings;

    QuitPage(MailboxSessions sessions, IntakeSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    @GET
    @PermitAll
    public RestResponse<Void> quit(@CookieParam(MailboxDoor.COOKIE) @Nullable String session) {
        try {
            QuarkusTransaction.requiringNew().run(() -> sessions.end(session));
        } catch (RuntimeException noDatabase) {
            // Leaving comes first: the browser forgets the session, and without use it ends by itself.
            LOG.warnf(
                    "a mailbox that was left stays open for now: %s",
                    noDatabase.getClass().getSimpleName());
        }
        return ResponseBuilder.<Void>seeOther(settings.neutralPage())
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .cookie(QuickExit.marks())
                .build();
    }
}
