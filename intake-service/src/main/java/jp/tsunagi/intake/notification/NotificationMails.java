package jp.tsunagi.intake.notification;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.tsunagi.intake.IntakeSettings;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.language.RequestLocale;
import org.jboss.logging.Logger;

/**
 * Tells a consulter who left an address that there is news, and nothing else: somebody else may read the mail. No
 * case, no code, no name, no link; plain text, because carriers drop the rest. It speaks every language, because
 * intake does not keep which one a consulter reads. Counsellors and supervisors are told as little, with a link to a list.
 */
@ApplicationScoped
class NotificationMails {

    private static final Logger LOG = Logger.getLogger(NotificationMails.class);

    /** The cases of whoever opens it. */
    private static final String LIST = "/desk/queue?view=mine";

    private static final String EMERGENCIES = "/desk/queue?urgency=emergency";

    private static final String RESPONDENTS = "&respondents=true";

    private final PendingNotifications notifications;
    private final Mailer mailer;
    private final RequestLocale locales;
    private final IntakeSettings settings;

    NotificationMails(
            PendingNotifications notifications, Mailer mailer, RequestLocale locales, IntakeSettings settings) {
        this.notifications = notifications;
        this.mailer = mailer;
        this.locales = locales;
        this.settings = settings;
    }

    @Scheduled(every = "${tsunagi.intake.mail-every:3s}", concurrentExecution = ConcurrentExecution.SKIP)
    void sendDue() {
        for (String eventId : QuarkusTransaction.requiringNew().call(notifications::due)) {
            QuarkusTransaction.requiringNew()
                    .call(() -> notifications.take(eventId))
                    .ifPresent(this::sendTaken);
        }
    }

    /** Outside a transaction: a mail server that does not answer must not hold the database. */
    private void sendTaken(PendingNotifications.Due due) {
        try {
            send(due);
        } catch (RuntimeException unsent) {
            LOG.warnf("a notification waits: %s", unsent.getClass().getSimpleName());
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> notifications.sent(due.eventId()));
    }

    private void send(PendingNotifications.Due due) {
        NotificationMessages first = messages(locales.supported().getFirst());
        String subject = switch (due.about()) {
            case NEWS -> first.subject();
            case NEWS_IN_CASE -> first.holderSubject();
            case EMERGENCY -> first.emergencySubject();
        };
        String text = locales.supported().stream()
                .map(NotificationMails::messages)
                .map(texts -> text(due, texts))
                .collect(Collectors.joining("\n"));
        // The same Message-ID when it is sent twice: the reader's mail program then shows one.
        mailer.send(Mail.withText(due.address(), subject, text)
                .addHeader("Message-ID", "<" + due.eventId() + "@tsunagi>")
                .addHeader("Auto-Submitted", "auto-generated"));
    }

    private String text(PendingNotifications.Due due, NotificationMessages texts) {
        String news = switch (due.about()) {
            case NEWS -> texts.news();
            case NEWS_IN_CASE ->
                texts.holderNews() + "\n" + settings.publicUrl().resolve(LIST);
            case EMERGENCY ->
                texts.emergencyNews() + "\n"
                        + settings.publicUrl()
                                .resolve(due.isFromRespondent() ? EMERGENCIES + RESPONDENTS : EMERGENCIES);
        };
        return news + "\n" + texts.noReply() + "\n";
    }

    private static NotificationMessages messages(Locale locale) {
        return Messages.in(locale, NotificationMessages.class);
    }
}
