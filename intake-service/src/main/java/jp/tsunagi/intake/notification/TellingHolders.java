package jp.tsunagi.intake.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import jp.tsunagi.intake.consultation.Consultations;

/**
 * Tells who works on a case that there is news, by one mail until they look. Called before the case is locked: a page
 * that shows the case takes the same two locks in this order.
 */
@ApplicationScoped
public class TellingHolders {

    private final Consultations consultations;
    private final PendingNotifications notifications;

    TellingHolders(Consultations consultations, PendingNotifications notifications) {
        this.consultations = consultations;
        this.notifications = notifications;
    }

    /** The person or a desk said something; nobody is told of a case on which nobody works. */
    public void tell(UUID consultation) {
        consultations
                .findHolder(consultation)
                .ifPresent(holder -> notifications.addForHolder(consultation, holder.account()));
    }

    /** A colleague gives them the case: told also when an earlier mail about it was not followed. */
    public void tellNext(UUID consultation, String account) {
        notifications.forgetNews(consultation, account);
        notifications.addForHolder(consultation, account);
    }

    /** They are about to look. Before the case is read, so that what is told meanwhile makes a mail of its own. */
    public void seen(UUID consultation, String account) {
        notifications.forget(consultation, account);
    }
}
