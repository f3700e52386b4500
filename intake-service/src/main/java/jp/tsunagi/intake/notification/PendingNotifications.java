package jp.tsunagi.intake.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.counsellor.Counsellors;
import jp.tsunagi.platform.rowsecurity.RowAccess;
import jp.tsunagi.platform.time.Ids;

/** The mails that are due. Kept as rows, because a mail server that is away must not hold up anything. */
@ApplicationScoped
class PendingNotifications {

    private static final int BATCH = 20;

    private final NotificationRows rows;
    private final Consultations consultations;
    private final CaseFiles files;
    private final Counsellors counsellors;
    private final RowAccess access;
    private final Clock clock;

    PendingNotifications(
            NotificationRows rows,
            Consultations consultations,
            CaseFiles files,
            Counsellors counsellors,
            RowAccess access,
            Clock clock) {
        this.rows = rows;
        this.consultations = consultations;
        this.files = files;
        this.counsellors = counsellors;
        this.access = access;
        this.clock = clock;
    }

    void add(String eventId, UUID consultation) {
        if (!consultations.exists(consultation)) {
            return;
        }
        rows.persist(row(eventId, consultation));
    }

    /** For who works on a case; nothing when a mail is due or was sent and they have not looked since. */
    void addForHolder(UUID consultation, String account) {
        NotificationRow row = row(Ids.next().toString(), consultation);
        row.account = account;
        rows.addOnce(row);
    }

    void forget(UUID consultation, String account) {
        rows.deleteForHolder(consultation, account);
    }

    private NotificationRow row(String eventId, UUID consultation) {
        NotificationRow row = new NotificationRow();
        row.eventId = eventId;
        row.consultationId = consultation;
        row.dueAt = clock.instant();
        return row;
    }

    /**
     * A mail that is to go out now.
     *
     * @param toHolder whether it is for who works on the case, and not for the consulter
     */
    record Due(String eventId, String address, boolean toHolder) {}

    /** Event ids of the next mails to send. */
    List<String> due() {
        access.openEverything();
        return rows.findDue(BATCH);
    }

    /**
     * Sends one due mail and marks it, unless another instance was faster.
     *
     * @param mail not called when there is no address, or when the case has gone to somebody else meanwhile
     */
    void send(String eventId, Consumer<Due> mail) {
        access.openEverything();
        rows.findDueLocked(eventId).ifPresent(row -> {
            address(row).ifPresent(address -> mail.accept(new Due(eventId, address, row.account != null)));
            row.sentAt = clock.instant();
        });
    }

    private Optional<String> address(NotificationRow row) {
        if (row.account == null) {
            return Optional.of(files.contact(row.consultationId)).filter(address -> !address.isEmpty());
        }
        return consultations
                .findHolder(row.consultationId)
                .filter(holder -> holder.account().equals(row.account))
                .flatMap(holder -> counsellors.address(holder.agency(), holder.account()));
    }
}
