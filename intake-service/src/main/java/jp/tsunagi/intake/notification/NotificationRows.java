package jp.tsunagi.intake.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of notification mails. */
@ApplicationScoped
class NotificationRows implements PanacheRepositoryBase<NotificationRow, String> {

    /** Event ids of the mails to send: what was never tried first, then the oldest. */
    List<String> findDue(Instant now, int mostAttempts, int most) {
        return find("sentAt is null and dueAt <= ?1 and attempts < ?2 order by attempts, dueAt", now, mostAttempts)
                .page(0, most)
                .stream()
                .map(row -> row.eventId)
                .toList();
    }

    /** Whether a mail to the consulter was tried again and is still to be sent. */
    boolean hasFailed(UUID consultation) {
        return count("consultationId = ?1 and account is null and sentAt is null and attempts > 1", consultation) > 0;
    }

    /** Adds a mail for a counsellor; one that is there already waits for the end of whoever adds or forgets it. */
    void addOnce(NotificationRow row) {
        getEntityManager()
                .createNativeQuery(
                        "insert into notification (event_id, consultation_id, account, due_at, emergency, attempts)"
                                + " values (?1, ?2, ?3, ?4, ?5, 0)"
                                + " on conflict (consultation_id, account, emergency)"
                                + " do update set due_at = notification.due_at")
                .setParameter(1, row.eventId)
                .setParameter(2, row.consultationId)
                .setParameter(3, row.account)
                .setParameter(4, row.dueAt)
                .setParameter(5, row.emergency)
                .executeUpdate();
    }

    void deleteNews(UUID consultation, String account) {
        delete("consultationId = ?1 and account = ?2 and emergency = false", consultation, account);
    }

    void deleteForCounsellor(UUID consultation, String account) {
        delete("consultationId = ?1 and account = ?2", consultation, account);
    }

    /** The row of one due mail, locked; empty when another instance has just taken it. */
    Optional<NotificationRow> findDueLocked(String eventId, Instant now) {
        return findByIdOptional(eventId, LockModeType.PESSIMISTIC_WRITE)
                .filter(row -> row.sentAt == null && !row.dueAt.isAfter(now));
    }
}
