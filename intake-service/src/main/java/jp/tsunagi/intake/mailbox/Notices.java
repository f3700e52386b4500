package jp.tsunagi.intake.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultations;

/** The mails that are due. Kept as rows, because a mail server that is away must not hold up anything. */
@ApplicationScoped
class Notices {

    private static final int BATCH = 20;

    private final EntityManager entities;
    private final Consultations consultations;
    private final CaseFiles files;
    private final Clock clock;

    Notices(EntityManager entities, Consultations consultations, CaseFiles files, Clock clock) {
        this.entities = entities;
        this.consultations = consultations;
        this.files = files;
        this.clock = clock;
    }

    void add(String eventId, UUID consultation) {
        if (!consultations.exists(consultation)) {
            return;
        }
        NoticeRow row = new NoticeRow();
        row.eventId = eventId;
        row.consultationId = consultation;
        row.dueAt = clock.instant();
        entities.persist(row);
    }

    List<String> due() {
        return entities.createQuery("select eventId from NoticeRow where sentAt is null order by dueAt", String.class)
                .setMaxResults(BATCH)
                .getResultList();
    }

    /** The row of one due mail, locked until it is marked; null when another instance has just sent it. */
    NoticeRow take(String eventId) {
        NoticeRow row = entities.find(NoticeRow.class, eventId, LockModeType.PESSIMISTIC_WRITE);
        return row.sentAt == null ? row : null;
    }

    /** Where the consulter wants to be told, empty for nowhere. */
    String address(NoticeRow row) {
        return files.contact(row.consultationId);
    }

    void sent(NoticeRow row) {
        row.sentAt = clock.instant();
    }
}
