package jp.tsunagi.intake.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.platform.rowsecurity.RowAccess;

/** The mails that are due. Kept as rows, because a mail server that is away must not hold up anything. */
@ApplicationScoped
class PendingNotifications {

    private static final int BATCH = 20;

    private final NotificationRows rows;
    private final Consultations consultations;
    private final CaseFiles files;
    private final RowAccess access;
    private final Clock clock;

    PendingNotifications(
            NotificationRows rows, Consultations consultations, CaseFiles files, RowAccess access, Clock clock) {
        this.rows = rows;
        this.consultations = consultations;
        this.files = files;
        this.access = access;
        this.clock = clock;
    }

    void add(String eventId, UUID consultation) {
        if (!consultations.exists(consultation)) {
            return;
        }
        NotificationRow row = new NotificationRow();
        row.eventId = eventId;
        row.consultationId = consultation;
        row.dueAt = clock.instant();
        rows.persist(row);
    }

    /** Event ids of the next mails to send. */
    List<String> due() {
        access.openEverything();
        return rows.findDue(BATCH);
    }

    /**
     * Sends one due mail and marks it, unless another instance was faster.
     *
     * @param mail is given the event id and the address; not called when the consulter left no address
     */
    void send(String eventId, BiConsumer<String, String> mail) {
        access.openEverything();
        rows.findDueLocked(eventId).ifPresent(row -> {
            String address = files.contact(row.consultationId);
            if (!address.isEmpty()) {
                mail.accept(eventId, address);
            }
            row.sentAt = clock.instant();
        });
    }
}
