package jp.tsunagi.intake.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.message.Correspondence;
import jp.tsunagi.intake.message.Message;

/** Puts something that the platform itself has to say into a mailbox, and lets the mail say that there is news. */
@ApplicationScoped
public class TellingConsulters {

    private final Correspondence correspondence;
    private final Consultations consultations;
    private final PendingNotifications notifications;

    TellingConsulters(Correspondence correspondence, Consultations consultations, PendingNotifications notifications) {
        this.correspondence = correspondence;
        this.consultations = consultations;
        this.notifications = notifications;
    }

    /** Lets the mail say that there is news; {@code cause}, for example a question, lies in the mailbox already. */
    public void remind(UUID consultation, UUID cause) {
        notifications.add(cause.toString(), consultation);
    }

    /** Whether the mails do not get through, so that the consulter may not know that there is news. */
    public boolean isUnheard(UUID consultation) {
        return notifications.isStuck(consultation);
    }

    public void tell(UUID consultation, String text, Instant now) {
        remind(
                consultation,
                correspondence
                        .addNotice(consultation, text, consultations.key(consultation), now)
                        .id());
    }

    /** What a desk said, in its name. */
    public void passOn(UUID consultation, Correspondence.Desk desk, String words, Instant now) {
        Message said = correspondence.addDeskWords(consultation, desk, words, consultations.key(consultation), now);
        remind(consultation, said.id());
    }
}
