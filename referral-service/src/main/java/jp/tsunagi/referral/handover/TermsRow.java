package jp.tsunagi.referral.handover;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.referral.disclosure.Field;
import jp.tsunagi.referral.disclosure.Ground;
import jp.tsunagi.referral.disclosure.Label;
import jp.tsunagi.referral.disclosure.LegalBasis;

@Embeddable
class TermsRow {

    String consultation;

    @Enumerated(EnumType.STRING)
    Terms.Kind kind;

    @Column(name = "origin_agency")
    String originAgency;

    @Column(name = "origin_desk")
    String originDesk;

    @Column(name = "target_agency")
    String targetAgency;

    @Column(name = "target_desk")
    String targetDesk;

    String[] categories;
    String wish;

    @Column(name = "consulter_type")
    String consulterType;

    @Column(name = "age_band")
    String ageBand;

    String urgency;
    String label;
    String[] fields;

    @Column(name = "basis_ground")
    String basisGround;

    @Column(name = "basis_record_id")
    String basisRecordId;

    @Column(name = "basis_text_version")
    String basisTextVersion;

    @Column(name = "basis_given_at")
    Instant basisGivenAt;

    @Column(name = "basis_reason")
    String basisReason;

    @Column(name = "basis_approved_by")
    String basisApprovedBy;

    @Column(name = "requested_by")
    String requestedBy;

    UUID replaces;

    @Column(name = "based_on")
    UUID basedOn;

    @Column(name = "created_at")
    Instant createdAt;

    static TermsRow of(Terms terms) {
        TermsRow row = new TermsRow();
        row.consultation = terms.consultation();
        row.kind = terms.kind();
        row.originAgency = terms.originAgency();
        row.originDesk = terms.originDesk();
        row.targetAgency = terms.targetAgency();
        row.targetDesk = terms.targetDesk();
        row.categories = terms.facts().categories().toArray(String[]::new);
        row.wish = terms.facts().wish();
        row.consulterType = terms.facts().consulterType();
        row.ageBand = terms.facts().ageBand();
        row.urgency = terms.facts().urgency();
        row.label = terms.label().wire();
        row.fields = terms.fields().stream().sorted().map(Field::wire).toArray(String[]::new);
        row.requestedBy = terms.requestedBy();
        row.replaces = terms.replaces();
        row.basedOn = terms.basedOn();
        row.createdAt = terms.createdAt();
        if (terms.basis() != null) {
            row.store(terms.basis());
        }
        return row;
    }

    private void store(LegalBasis basis) {
        basisGround = basis.ground().wire();
        basisRecordId = basis.recordId();
        basisTextVersion = basis.textVersion();
        basisGivenAt = basis.givenAt();
        basisReason = basis.reason();
        basisApprovedBy = basis.approvedBy();
    }

    Terms toDomain(UUID id) {
        return new Terms(
                id,
                consultation,
                kind,
                originAgency,
                originDesk,
                targetAgency,
                targetDesk,
                facts(),
                Label.of(label).orElseThrow(),
                basis(),
                Arrays.stream(fields).map(f -> Field.of(f).orElseThrow()).collect(Collectors.toSet()),
                requestedBy,
                replaces,
                basedOn,
                createdAt);
    }

    Facts facts() {
        return new Facts(List.of(categories), wish, consulterType, ageBand, urgency);
    }

    private LegalBasis basis() {
        return basisGround == null
                ? null
                : new LegalBasis(
                        Ground.of(basisGround).orElseThrow(),
                        basisRecordId,
                        basisTextVersion,
                        basisGivenAt,
                        basisReason,
                        basisApprovedBy);
    }
}
