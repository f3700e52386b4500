package jp.tsunagi.intake.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.paging.Cursors;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.sealing.FieldEncryption;

/** Reading consultations: the queue without anything personal, and one case opened, audited before it is shown. */
@ApplicationScoped
public class CaseFiles {

    private final EntityManager entities;
    private final FieldEncryption encryption;
    private final Audit audit;
    private final Cursors cursors;

    CaseFiles(EntityManager entities, FieldEncryption encryption, Audit audit, Cursors cursors) {
        this.entities = entities;
        this.encryption = encryption;
        this.audit = audit;
        this.cursors = cursors;
    }

    /** Opens a case for somebody of its agency; a legal adviser does not see how to reach the person. */
    public CaseFile open(UUID id, Actor reader) {
        ConsultationRow row = entities.find(ConsultationRow.class, id);
        if (row == null || !reader.belongsTo(row.owner)) {
            throw Consultations.unknown();
        }
        audit.record(reader, "consultation.read", Consultations.object(id), null);
        return file(row, reader.hasAnyRole("counsellor", "supervisor"));
    }

    /** Opens a case for the consulter, who brought the code. */
    public CaseFile openForConsulter(UUID id) {
        audit.record(Actor.consulter(), "mailbox.read", Consultations.object(id), null);
        return file(entities.find(ConsultationRow.class, id), true);
    }

    /** Opens a case for a move that the same request records. */
    public CaseFile forHandOver(UUID id, Actor by) {
        ConsultationRow row = entities.find(ConsultationRow.class, id);
        if (row == null || !by.belongsTo(row.owner)) {
            throw Consultations.unknown();
        }
        return file(row, true);
    }

    /** Where the consulter wants to be told of news, empty for nowhere. */
    public String contact(UUID id) {
        ConsultationRow row = entities.find(ConsultationRow.class, id);
        return row.open(encryption.unwrap(row.dataKey), row.contact, "contact");
    }

    /** One page of an agency's queue. */
    public CursorPage<Queue.Item> list(String agency, Queue.Filter filter, String cursor, int size) {
        String scope = "queue " + agency + " " + filter;
        Query query = entities.createNativeQuery(sql(filter, cursor != null), Tuple.class)
                .setParameter("agency", agency)
                .setParameter("respondents", filter.respondents())
                .setParameter("size", size + 1);
        if (filter.status() != null) {
            query.setParameter("status", filter.status());
        }
        if (filter.urgency() != null) {
            query.setParameter("urgency", filter.urgency());
        }
        if (cursor != null) {
            Queue.Position after = Queue.Position.read(cursors.decode(scope, cursor));
            query.setParameter("rank", after.rank())
                    .setParameter("receivedAt", after.receivedAt())
                    .setParameter("id", after.id());
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return CursorPage.of(
                rows.stream().map(CaseFiles::item).toList(),
                size,
                item -> item,
                item -> cursors.encode(scope, new Queue.Position(item.rank(), item.receivedAt(), item.id()).written()));
    }

    /** Made of constants only; what the caller sends is bound. */
    private static String sql(Queue.Filter filter, boolean continued) {
        return """
                select id, receipt_number, status, urgency, urgency_reasons, wish, categories, consulter_type, age_band,
                       holder, return_desk, return_reason, received_at, changed_at, version, queue_rank
                  from consultation
                 where owner_agency = :agency and respondent_side = :respondents
                """
                + (filter.status() == null ? " and status <> 'closed'" : " and status = :status")
                + (filter.urgency() == null ? "" : " and urgency = :urgency")
                + (continued ? " and (queue_rank, received_at, id) > (:rank, :receivedAt, :id)" : "")
                + " order by queue_rank, received_at, id limit :size";
    }

    private static Queue.Item item(Tuple row) {
        return new Queue.Item(
                row.get("id", UUID.class),
                row.get("receipt_number", String.class),
                row.get("status", String.class),
                row.get("urgency", String.class),
                List.of(row.get("urgency_reasons", String[].class)),
                row.get("wish", String.class),
                List.of(row.get("categories", String[].class)),
                row.get("consulter_type", String.class),
                row.get("age_band", String.class),
                row.get("holder", String.class),
                row.get("return_desk", String.class),
                row.get("return_reason", String.class),
                row.get("received_at", Instant.class),
                row.get("changed_at", Instant.class),
                row.get("version", Long.class),
                row.get("queue_rank", Short.class));
    }

    private CaseFile file(ConsultationRow row, boolean withContact) {
        DataKey key = encryption.unwrap(row.dataKey);
        return new CaseFile(
                row.toDomain(),
                row.version,
                row.receiptNumber,
                row.receivedAt,
                row.changedAt,
                row.changedBy,
                told(row, key, withContact),
                new CaseFile.Assessment(row.urgency, List.of(row.urgencyReasons)),
                messages(row.id, key),
                steps(row.id));
    }

    private static CaseFile.Told told(ConsultationRow row, DataKey key, boolean withContact) {
        return new CaseFile.Told(
                row.wish,
                row.open(key, row.narrative, "narrative"),
                row.consulterType,
                row.ageBand,
                List.of(row.categories),
                row.openUrls(key),
                row.danger,
                row.open(key, row.callName, "callName"),
                withContact ? row.open(key, row.contact, "contact") : "",
                row.open(key, row.prefecture, "prefecture"));
    }

    private List<CaseFile.Message> messages(UUID id, DataKey key) {
        return entities.createQuery("from MessageRow where consultationId = ?1 order by at, id", MessageRow.class)
                .setParameter(1, id)
                .getResultStream()
                .map(m -> new CaseFile.Message(
                        m.id, m.author, m.fromConsulter, key.open(m.body, m.id.toString(), "body"), m.at))
                .toList();
    }

    private List<CaseFile.Step> steps(UUID id) {
        return entities.createQuery("from StepRow where key.consultationId = ?1 order by key.version", StepRow.class)
                .setParameter(1, id)
                .getResultStream()
                .map(s -> new CaseFile.Step(s.key.version(), s.action, s.byName, s.at))
                .toList();
    }
}
