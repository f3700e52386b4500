package jp.tsunagi.intake.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A "there is news" mail that is due, or was sent; named after the event that asks for it. */
@Entity
@Table(name = "notification")
class NotificationRow {

    @Id
    String eventId;

    UUID consultationId;

    /** Which counsellor is told; null when it is for the consulter. */
    @Nullable
    String account;

    /** Rings for an emergency: for whoever works on the case and for the supervisors. */
    boolean emergency;

    /** Not before; later with each attempt. */
    Instant dueAt;

    int attempts;

    @Nullable
    Instant sentAt;
}
