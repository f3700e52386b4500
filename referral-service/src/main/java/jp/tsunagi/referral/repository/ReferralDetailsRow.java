package jp.tsunagi.referral.repository;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.referral.desk.DeskRef;
import jp.tsunagi.referral.desk.Parties;
import jp.tsunagi.referral.details.CaseClassification;
import jp.tsunagi.referral.details.Lineage;
import jp.tsunagi.referral.details.ReferralDetails;
import jp.tsunagi.referral.details.ReferralKind;
import jp.tsunagi.referral.disclosure.Approval;
import jp.tsunagi.referral.disclosure.BasisEvidence;
import jp.tsunagi.referral.disclosure.Disclosure;
import jp.tsunagi.referral.disclosure.LegalBasis;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Ground;
import jp.tsunagi.vocabulary.Label;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;
import org.jspecify.annotations.Nullable;

/** The columns of a referral that do not change once it is sent. */
@Embeddable
@SuppressWarnings("NullAway.Init") // Hibernate and of() fill the columns.
class ReferralDetailsRow {

    @Column(updatable = false)
    String consultationRef;

    @Enumerated(EnumType.STRING)
    ReferralKind kind;

    @Column(updatable = false)
    String originAgency;

    @Column(updatable = false)
    String originDesk;

    @Column(updatable = false)
    String targetAgency;

    @Column(updatable = false)
    String targetDesk;

    String[] categories;

    @Enumerated(EnumType.STRING)
    Wish wish;

    @Enumerated(EnumType.STRING)
    ConsulterType consulterType;

    @Enumerated(EnumType.STRING)
    AgeBand ageBand;

    @Enumerated(EnumType.STRING)
    Urgency urgency;

    @Enumerated(EnumType.STRING)
    Label label;

    String[] fields;

    @Enumerated(EnumType.STRING)
    @Nullable
    Ground basisGround;

    @Enumerated(EnumType.STRING)
    @Nullable
    BasisEvidence basisEvidence;

    @Nullable
    String basisRecordId;

    @Nullable
    String basisTextVersion;

    @Nullable
    Instant basisGivenAt;

    /** Sealed with the referral's other words: it may say something about the person. */
    byte @Nullable [] basisReason;

    @Nullable
    String approvedBy;

    @Nullable
    String approvedAs;

    @Nullable
    Instant approvedAt;

    @Column(updatable = false)
    String requestedBy;

    @Nullable
    @Column(updatable = false)
    UUID replaces;

    @Nullable
    @Column(updatable = false)
    UUID basedOn;

    boolean carried;

    @Column(updatable = false)
    Instant createdAt;

    static ReferralDetailsRow of(ReferralDetails details, DataKey notes) {
        ReferralDetailsRow row = new ReferralDetailsRow();
        row.consultationRef = details.consultationRef();
        row.kind = details.kind();
        row.originAgency = details.parties().origin().agency();
        row.originDesk = details.parties().origin().desk();
        row.targetAgency = details.parties().target().agency();
        row.targetDesk = details.parties().target().desk();
        row.categories = codes(details.classification().categories());
        row.wish = details.classification().wish();
        row.consulterType = details.classification().consulterType();
        row.ageBand = details.classification().ageBand();
        row.urgency = details.classification().urgency();
        row.label = details.disclosure().label();
        row.fields = codes(details.disclosure().fields().stream().sorted().toList());
        row.requestedBy = details.requestedBy();
        row.replaces = details.lineage().replaces();
        row.basedOn = details.lineage().basedOn();
        row.carried = details.carried();
        row.createdAt = details.createdAt();
        if (details.disclosure().basis() != null) {
            row.store(details.disclosure().basis(), details.id(), notes);
        }
        return row;
    }

    private void store(LegalBasis basis, UUID id, DataKey notes) {
        basisGround = basis.ground();
        basisEvidence = basis.evidence();
        basisRecordId = basis.recordId();
        basisTextVersion = basis.textVersion();
        basisGivenAt = basis.givenAt();
        basisReason = notes.seal(basis.reason(), ReferralRow.record(id), "basisReason");
        if (basis.approval() != null) {
            approvedBy = basis.approval().by();
            approvedAs = basis.approval().role();
            approvedAt = basis.approval().at();
        }
    }

    ReferralDetails toDomain(UUID id, DataKey notes) {
        return new ReferralDetails(
                id,
                consultationRef,
                kind,
                parties(),
                classification(),
                new Disclosure(label, basis(id, notes), Set.copyOf(fields())),
                requestedBy,
                new Lineage(replaces, basedOn),
                carried,
                createdAt);
    }

    Parties parties() {
        return new Parties(new DeskRef(originAgency, originDesk), new DeskRef(targetAgency, targetDesk));
    }

    CaseClassification classification() {
        return new CaseClassification(constants(Category.class, categories), wish, consulterType, ageBand, urgency);
    }

    List<Field> fields() {
        return constants(Field.class, fields);
    }

    private @Nullable LegalBasis basis(UUID id, DataKey notes) {
        return basisGround == null || basisEvidence == null
                ? null
                : new LegalBasis(
                        basisGround,
                        basisEvidence,
                        basisRecordId,
                        basisTextVersion,
                        basisGivenAt,
                        notes.open(basisReason, ReferralRow.record(id), "basisReason"),
                        approval());
    }

    private @Nullable Approval approval() {
        return approvedBy == null || approvedAs == null || approvedAt == null
                ? null
                : new Approval(approvedBy, approvedAs, approvedAt);
    }

    /** A list of codes for a column of type {@code text[]}. */
    static String[] codes(Collection<? extends Coded> constants) {
        return constants.stream().map(Coded::code).toArray(String[]::new);
    }

    static <E extends Enum<E> & Coded> List<E> constants(Class<E> type, String[] codes) {
        return Arrays.stream(codes)
                .map(code -> Coded.find(type, code).orElseThrow())
                .toList();
    }
}
