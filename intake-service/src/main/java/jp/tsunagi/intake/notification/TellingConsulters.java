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

    public void tell(UUID consultation, String text, Instant now) {
        tell(consultation, "", text, now);
    }

    /** @param author in whose name, such as a desk that let us pass its words on; empty for the platform itself */
    public void tell(UUID consultation, String author, String text, Instant now) {
        Message notice = correspondence.addNotice(consultation, author, text, consultations.key(consultation), now);
        notifications.add(notice.id().toString(), consultation);
    }
}
