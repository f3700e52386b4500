package jp.tsunagi.intake.mailbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.intake.IntakeSettings;
import jp.tsunagi.intake.letter.LetterField;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The door of the mailbox: who has entered, and what others see. */
@ApplicationScoped
class MailboxDoor {

    static final String ADDRESS = "/box";
    static final String COOKIE = "box";

    private final MailboxSessions sessions;
    private final IntakeSettings settings;
    private final PageLayout layout;

    MailboxDoor(MailboxSessions sessions, IntakeSettings settings, PageLayout layout) {
        this.sessions = sessions;
        this.settings = settings;
        this.layout = layout;
    }

    @CheckedTemplate(basePath = "MailboxPage")
    static class Templates {
        private Templates() {}

        static native TemplateInstance enter(Form form, boolean timedOut, String kept);
    }

    /** The consultation behind a session, which goes on; in a transaction of its own. */
    Optional<UUID> entered(@Nullable String session) {
        return QuarkusTransaction.requiringNew().call(() -> sessions.use(session));
    }

    /** The door with what was typed on it. */
    TemplateInstance page(Form form) {
        return layout.show(Templates.enter(form, false, ""));
    }

    /** The door. A session that has ended is forgotten in the browser, too: so it says so once. */
    RestResponse<TemplateInstance> closed(@Nullable String session, boolean timedOut) {
        boolean wasOpen = MailboxSessions.isId(session);
        ResponseBuilder<TemplateInstance> door =
                ResponseBuilder.ok(layout.show(Templates.enter(Form.blank(), timedOut || wasOpen, "")));
        return wasOpen ? door.cookie(cookie("", 0)).build() : door.build();
    }

    /** The door for somebody who sent something after the session had ended: what was written stands on it. */
    RestResponse<TemplateInstance> closed(Form sent) {
        return ResponseBuilder.<TemplateInstance>create(Refusal.Kind.UNAUTHORIZED.status())
                .entity(layout.show(Templates.enter(sent, true, kept(sent))))
                .build();
    }

    /** The texts that were written, but not who wrote them: somebody else may sit there next. */
    private static String kept(Form sent) {
        return Stream.concat(
                        Stream.of("text"),
                        Arrays.stream(LetterField.values())
                                .filter(field -> field.kind() == LetterField.Kind.TEXT)
                                .map(LetterField::code))
                .map(sent::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(ADDRESS)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure("https".equals(settings.publicUrl().getScheme()))
                .maxAge(maxAge)
                .build();
    }
}
