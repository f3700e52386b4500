package jp.tsunagi.intake.notification;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.language.RequestLocale;
import org.jboss.logging.Logger;

/**
 * Tells a consulter who left an address that there is news, and nothing else: somebody else may read the mail. No
 * case, no code, no name, no link; plain text, because carriers drop the rest. It speaks every language, because
 * intake does not keep which one a consulter reads.
 */
@ApplicationScoped
class NotificationMails {

    private static final Logger LOG = Logger.getLogger(NotificationMails.class);

    private final PendingNotifications notifications;
    private final Mailer mailer;
    private final RequestLocale locales;

    NotificationMails(PendingNotifications notifications, Mailer mailer, RequestLocale locales) {
        this.notifications = notifications;
        this.mailer = mailer;
        this.locales = locales;
    }

    @Scheduled(every = "${tsunagi.intake.mail-every:3s}", concurrentExecution = ConcurrentExecution.SKIP)
    void sendDue() {
        for (String eventId : QuarkusTransaction.requiringNew().call(notifications::due)) {
            try {
                QuarkusTransaction.requiringNew().run(() -> notifications.send(eventId, this::send));
            } catch (RuntimeException mailServerAway) {
                // The row stays due and is tried again; the next one may go to another server.
                LOG.warnf("a notification waits: %s", mailServerAway.getClass().getSimpleName());
            }
        }
    }

    private void send(String eventId, String address) {
        String text = locales.supported().stream().map(this::text).collect(Collectors.joining("\n"));
        // The same Message-ID when it is sent twice: the reader's mail program then shows one.
        mailer.send(
                Mail.withText(address, messages(locales.supported().getFirst()).subject(), text)
                        .addHeader("Message-ID", "<" + eventId + "@tsunagi>")
                        .addHeader("Auto-Submitted", "auto-generated"));
    }

    private String text(Locale locale) {
        return messages(locale).news() + "\n" + messages(locale).noReply() + "\n";
    }

    private static NotificationMessages messages(Locale locale) {
        return Messages.in(locale, NotificationMessages.class);
    }
}
