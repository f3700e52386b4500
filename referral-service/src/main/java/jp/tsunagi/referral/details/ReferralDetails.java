package jp.tsunagi.referral.details;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.referral.desk.DeskRef;
import jp.tsunagi.referral.desk.Parties;
import jp.tsunagi.referral.disclosure.Disclosure;
import jp.tsunagi.referral.disclosure.LegalBasis;

/**
 * What a referral is about; nothing of it changes once the referral is sent.
 *
 * @param consultationRef the origin's own reference of the consultation
 * @param carried whether the desk was outside the platform when it was sent: the origin carries it there, and says here
 *     what the desk does with it
 * @param requestedBy id of the person or machine at the origin that made the referral
 */
public record ReferralDetails(
        UUID id,
        String consultationRef,
        ReferralKind kind,
        Parties parties,
        CaseClassification classification,
        Disclosure disclosure,
        String requestedBy,
        Lineage lineage,
        boolean carried,
        Instant createdAt) {

    public boolean isTransfer() {
        return kind == ReferralKind.TRANSFER;
    }

    /** The same details with the disclosure that the sender decided on. */
    public ReferralDetails with(Disclosure decided) {
        return new ReferralDetails(
                id, consultationRef, kind, parties, classification, decided, requestedBy, lineage, carried, createdAt);
    }

    /** The same details on the way to a desk that they reach by themselves, or that somebody has to carry them to. */
    public ReferralDetails sent(boolean isCarried) {
        return new ReferralDetails(
                id,
                consultationRef,
                kind,
                parties,
                classification,
                disclosure,
                requestedBy,
                lineage,
                isCarried,
                createdAt);
    }

    /** Details of a new draft of the same consultation to the same desk; its ground has to be given again. */
    public ReferralDetails reopened(UUID newId, String by, Instant now) {
        Disclosure undecided = new Disclosure(disclosure.label(), null, Set.of());
        return new ReferralDetails(
                newId,
                consultationRef,
                kind,
                parties,
                classification,
                undecided,
                by,
                new Lineage(id, null),
                false,
                now);
    }

    /** Details of the draft with which the target passes the consultation on. */
    public ReferralDetails forwarded(UUID childId, DeskRef onward, LegalBasis basis, String by, Instant now) {
        return new ReferralDetails(
                childId,
                consultationRef,
                ReferralKind.REFERRAL,
                new Parties(parties.target(), onward),
                classification,
                new Disclosure(disclosure.label(), basis, disclosure.fields()),
                by,
                new Lineage(null, id),
                false,
                now);
    }
}
