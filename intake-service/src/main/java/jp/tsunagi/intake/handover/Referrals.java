package jp.tsunagi.intake.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.submission.Field;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.outbox.Event;
import jp.tsunagi.platform.outbox.Outbox;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.platform.time.Ids;

/** The hand-overs of our cases: asked for here, then followed by what referral-service announces. */
@ApplicationScoped
public class Referrals {

    private final EntityManager entities;
    private final Envelope envelope;
    private final Outbox outbox;
    private final ObjectMapper json;

    Referrals(EntityManager entities, Envelope envelope, Outbox outbox, ObjectMapper json) {
        this.entities = entities;
        this.envelope = envelope;
        this.outbox = outbox;
        this.json = json;
    }

    /** The consent or ground as it was written down; {@code approvedBy} is null for consent. */
    record RecordedBasis(String kind, UUID recordId, String textVersion, Instant givenAt, String approvedBy) {

        HandoverEvent.Basis announced() {
            return new HandoverEvent.Basis(
                    kind,
                    recordId.toString(),
                    textVersion,
                    givenAt,
                    approvedBy == null ? null : HandoverEvent.Basis.REASON_AT_ORIGIN,
                    approvedBy);
        }
    }

    /** All hand-overs of a case, oldest first. */
    public List<Referral> of(UUID consultation) {
        return entities.createQuery(
                        "from ReferralRow where consultationId = ?1 order by requestedAt, id", ReferralRow.class)
                .setParameter(1, consultation)
                .getResultStream()
                .map(ReferralRow::toDomain)
                .toList();
    }

    Optional<Referral> open(UUID consultation, String desk) {
        return of(consultation).stream()
                .filter(referral -> referral.open() && referral.targetDesk().equals(desk))
                .findAny();
    }

    UUID request(
            CaseFile file, HandoverPlan plan, RecordedBasis basis, Actor by, long version, DataKey key, Instant now) {
        ReferralRow row = new ReferralRow();
        row.id = Ids.next();
        row.consultationId = file.id();
        row.targetDesk = plan.targetDesk();
        row.status = Referral.SENDING;
        row.open = true;
        row.outcomeCodes = new String[0];
        row.disclosedFields = plan.fields().stream().map(Field::code).toArray(String[]::new);
        row.basisKind = basis.kind();
        row.basisRecord = basis.recordId();
        row.summary = key.seal(plan.summary(), row.id.toString(), "summary");
        row.requestedBy = by.id();
        row.requestedAt = now;
        row.changedAt = now;
        entities.persist(row);
        outbox.append(new Event(
                HandoverEvent.TOPIC,
                HandoverEvent.TYPE,
                "consultation",
                file.id().toString(),
                version,
                event(row, file, plan, basis)));
        return row.id;
    }

    /** Keeps what is newer than we know; empty when it was old news. */
    Optional<Referral> keep(UUID id, UUID consultation, News news) {
        ReferralRow row = entities.find(ReferralRow.class, id);
        if (row == null) {
            row = created(id, consultation, news);
        } else if (row.version >= news.version()) {
            return Optional.empty();
        }
        row.status = news.status();
        row.version = news.version();
        row.open = Referral.isOpen(news.status());
        row.reasonCode = news.reasonCode();
        row.suggestedDesk = news.suggestedDesk();
        row.outcomeCodes = news.outcomeCodes().toArray(String[]::new);
        row.changedAt = news.at();
        entities.flush();
        return Optional.of(row.toDomain());
    }

    /** What one event says about a referral. */
    record News(
            String targetDesk,
            String status,
            long version,
            String reasonCode,
            String suggestedDesk,
            List<String> outcomeCodes,
            Instant at) {}

    /** A referral of our case that did not start on our pages, for example by the partner API. */
    private ReferralRow created(UUID id, UUID consultation, News news) {
        ReferralRow row = new ReferralRow();
        row.id = id;
        row.consultationId = consultation;
        row.targetDesk = news.targetDesk();
        row.status = news.status();
        row.disclosedFields = new String[0];
        row.outcomeCodes = new String[0];
        row.basisKind = "";
        row.requestedBy = "";
        row.requestedAt = news.at();
        row.changedAt = news.at();
        entities.persist(row);
        return row;
    }

    private HandoverEvent event(ReferralRow row, CaseFile file, HandoverPlan plan, RecordedBasis basis) {
        CaseFile.Told told = file.told();
        String owner = file.state().owner();
        return new HandoverEvent(
                row.id.toString(),
                file.id().toString(),
                "referral",
                owner,
                owner,
                plan.targetDesk(),
                told.categories(),
                told.wish(),
                told.consulterType(),
                told.ageBand(),
                file.assessment().urgency(),
                HandoverEvent.LABEL,
                basis.announced(),
                List.of(row.disclosedFields),
                row.requestedBy,
                sealed(row.id, plan, told),
                row.requestedAt);
    }

    private String sealed(UUID referral, HandoverPlan plan, CaseFile.Told told) {
        try {
            byte[] plain = json.writeValueAsBytes(plan.disclosed(told));
            return Base64.getEncoder().encodeToString(envelope.seal(plain, referral.toString()));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a disclosed package could not be written", unwritable);
        }
    }
}
