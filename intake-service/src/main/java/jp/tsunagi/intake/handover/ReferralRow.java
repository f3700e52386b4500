package jp.tsunagi.intake.handover;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.desk.DeskReason;
import jp.tsunagi.vocabulary.DeskMode;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Ground;
import jp.tsunagi.vocabulary.Outcome;
import org.jspecify.annotations.Nullable;

/** What we know of one hand-over. Its version is referral-service's, so it is no {@code @Version} of ours. */
@Entity
@Table(name = "referral")
class ReferralRow {

    @Id
    UUID id;

    UUID consultationId;
    String targetDesk;

    @Enumerated(EnumType.STRING)
    @Nullable
    DeskMode mode;

    @Enumerated(EnumType.STRING)
    HandoverStatus status;

    @Nullable
    String referenceNumber;

    long version;
    boolean carried;
    boolean open;

    @Enumerated(EnumType.STRING)
    Referral.@Nullable Attention attention;

    @Nullable
    String reasonCode;

    @Nullable
    String suggestedDesk;

    @Enumerated(EnumType.STRING)
    List<Outcome> outcomeCodes;

    @Enumerated(EnumType.STRING)
    List<Field> disclosedFields;

    @Enumerated(EnumType.STRING)
    @Nullable
    Ground basisKind;

    @Nullable
    UUID basisRecord;

    byte @Nullable [] summary;
    String requestedBy;
    String requestedByName;
    Instant requestedAt;

    @Nullable
    Instant due;

    Instant changedAt;

    void store(Referral.Request request) {
        disclosedFields = request.disclosedFields();
        basisKind = request.basisKind();
        requestedBy = request.requestedBy();
        requestedByName = request.requestedByName();
        requestedAt = request.requestedAt();
    }

    void store(Referral.Progress news) {
        Referral.Progress progress = news.undelivered();
        status = progress.status();
        referenceNumber = progress.referenceNumber();
        version = progress.version();
        carried = progress.carried();
        open = progress.status().isOpen();
        attention = progress.attention();
        reasonCode =
                progress.reasonCode() == null ? null : progress.reasonCode().code();
        suggestedDesk = progress.suggestedDesk();
        outcomeCodes = progress.outcomeCodes();
        due = progress.due();
        changedAt = progress.changedAt();
    }

    Referral toDomain() {
        return new Referral(
                id,
                targetDesk,
                mode,
                new Referral.Progress(
                        status,
                        referenceNumber,
                        version,
                        DeskReason.of(reasonCode),
                        suggestedDesk,
                        outcomeCodes,
                        carried,
                        due,
                        changedAt),
                new Referral.Request(disclosedFields, basisKind, requestedBy, requestedByName, requestedAt));
    }
}
