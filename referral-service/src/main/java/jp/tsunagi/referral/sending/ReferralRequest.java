package jp.tsunagi.referral.sending;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.referral.desk.DeskRef;
import jp.tsunagi.referral.desk.Parties;
import jp.tsunagi.referral.details.CaseClassification;
import jp.tsunagi.referral.details.Lineage;
import jp.tsunagi.referral.details.ReferralDetails;
import jp.tsunagi.referral.details.ReferralKind;
import jp.tsunagi.referral.disclosure.DisclosedData;
import jp.tsunagi.referral.disclosure.Disclosure;
import jp.tsunagi.referral.disclosure.LegalBasis;
import jp.tsunagi.vocabulary.Label;
import org.jspecify.annotations.Nullable;

/** A referral that an agency wants to send. */
public record ReferralRequest(
        UUID id,
        String consultationRef,
        ReferralKind kind,
        DeskRef origin,
        String targetDesk,
        CaseClassification classification,
        Label label,
        @Nullable LegalBasis basis,
        DisclosedData disclosedData,
        String requestedBy) {

    /** A request to send a draft that exists already. */
    static ReferralRequest of(
            ReferralDetails draft, @Nullable LegalBasis basis, DisclosedData disclosedData, String by) {
        return new ReferralRequest(
                draft.id(),
                draft.consultationRef(),
                draft.kind(),
                draft.parties().origin(),
                draft.parties().target().desk(),
                draft.classification(),
                draft.disclosure().label(),
                basis,
                disclosedData,
                by);
    }

    ReferralDetails toDetails(String targetAgency, Instant now) {
        return new ReferralDetails(
                id,
                consultationRef,
                kind,
                new Parties(origin, new DeskRef(targetAgency, targetDesk)),
                classification,
                new Disclosure(label, basis, disclosedData.fields()),
                requestedBy,
                Lineage.NONE,
                false,
                now);
    }
}
