package jp.tsunagi.intake.mailbox;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Tells a consulter who left an address that there is news, and nothing else: somebody else may read the mail. No
 * case, no code, no name, no link; plain text, because carriers drop the rest (ux.md 6).
 */
@ApplicationScoped
class NewsMails {

    private static final Logger LOG = Logger.getLogger(NewsMails.class);
    private static final String SUBJECT = "お知らせがあります";
    private static final String TEXT = "新しいお知らせがあります。お手元の番号で確かめてください。\nこのメールには返信できません。\n\nThere is news for you.\n";

    private final Notices notices;
    private final Mailer mailer;

    NewsMails(Notices notices, Mailer mailer) {
        this.notices = notices;
        this.mailer = mailer;
    }

    @Scheduled(every = "${tsunagi.intake.mail-every:3s}", concurrentExecution = ConcurrentExecution.SKIP)
    void sendDue() {
        for (String eventId : QuarkusTransaction.requiringNew().call(notices::due)) {
            try {
                QuarkusTransaction.requiringNew().run(() -> send(eventId));
            } catch (RuntimeException mailServerAway) {
                // The row stays due and is tried again; the next one may go to another server.
                LOG.warnf("a notice waits: %s", mailServerAway.getClass().getSimpleName());
            }
        }
    }

    private void send(String eventId) {
        NoticeRow row = notices.take(eventId);
        if (row == null) {
            return;
        }
        String address = notices.address(row);
        if (!address.isEmpty()) {
            // The same Message-ID when it is sent twice: the reader's mail program then shows one.
            mailer.send(Mail.withText(address, SUBJECT, TEXT)
                    .addHeader("Message-ID", "<" + eventId + "@tsunagi>")
                    .addHeader("Auto-Submitted", "auto-generated"));
        }
        notices.sent(row);
    }
}
