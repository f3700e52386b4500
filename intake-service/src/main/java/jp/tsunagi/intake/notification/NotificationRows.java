package jp.tsunagi.intake.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The table of notification mails. */
@ApplicationScoped
class NotificationRows implements PanacheRepositoryBase<NotificationRow, String> {

    /** Event ids of the mails to send, the oldest first. */
    List<String> findDue(int most) {
        return find("sentAt is null order by dueAt").page(0, most).stream()
                .map(row -> row.eventId)
                .toList();
    }

    /** The row of one due mail, locked; empty when another instance has just sent it. */
    Optional<NotificationRow> findDueLocked(String eventId) {
        return findByIdOptional(eventId, LockModeType.PESSIMISTIC_WRITE).filter(row -> row.sentAt == null);
    }
}
