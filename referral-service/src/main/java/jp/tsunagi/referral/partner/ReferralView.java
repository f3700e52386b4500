package jp.tsunagi.referral.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.tsunagi.referral.disclosure.Disclosures;
import jp.tsunagi.referral.disclosure.Field;
import jp.tsunagi.referral.disclosure.LegalBasis;
import jp.tsunagi.referral.disclosure.Parcel;
import jp.tsunagi.referral.handover.Business;
import jp.tsunagi.referral.handover.Facts;
import jp.tsunagi.referral.handover.Reason;
import jp.tsunagi.referral.handover.Referrals;
import jp.tsunagi.referral.handover.Result;
import jp.tsunagi.referral.handover.Standing;
import jp.tsunagi.referral.handover.Status;
import jp.tsunagi.referral.handover.Taken;
import jp.tsunagi.referral.handover.Terms;
import jp.tsunagi.referral.handover.Trail;

/**
 * A referral as one of its two sides sees it.
 *
 * @param fields names of what is disclosed; visible before it is opened
 * @param disclosed what the consulter told; null for the target until it accepts, and again when it has ended
 */
record ReferralView(
        UUID id,
        long version,
        Terms.Kind kind,
        String consultationRef,
        String originAgency,
        String originDesk,
        String targetAgency,
        String targetDesk,
        String ownerAgency,
        Status status,
        Business businessStatus,
        Set<Business> marks,
        List<String> categories,
        String wish,
        String consulterType,
        String ageBand,
        String urgency,
        String label,
        LegalBasis basis,
        Set<Field> fields,
        String summary,
        @JsonInclude(JsonInclude.Include.NON_NULL) Told disclosed,
        Reason reasonCode,
        String suggestedDesk,
        List<Result> outcomes,
        String assignee,
        String contact,
        LocalDate resumeBy,
        UUID replaces,
        UUID basedOn,
        Instant createdAt,
        Instant changedAt,
        List<Trail.Entry> history,
        List<Disclosures.Given> disclosures) {

    /** What the consulter told, as far as it was disclosed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(String narrative, List<String> urls, String callName, String contact) {
        static Told of(Parcel parcel) {
            return new Told(
                    parcel.narrative(),
                    parcel.urls().isEmpty() ? null : parcel.urls(),
                    parcel.callName(),
                    parcel.contact());
        }
    }

    static ReferralView of(
            Referrals.Kept kept,
            Parcel parcel,
            boolean isOpened,
            List<Trail.Entry> history,
            List<Disclosures.Given> disclosures) {
        Terms terms = kept.referral().terms();
        Facts facts = terms.facts();
        Standing standing = Standing.of(kept.referral());
        Taken.Work work = kept.referral() instanceof Taken taken ? taken.work() : null;
        return new ReferralView(
                terms.id(),
                kept.version(),
                terms.kind(),
                terms.consultation(),
                terms.originAgency(),
                terms.originDesk(),
                terms.targetAgency(),
                terms.targetDesk(),
                standing.owner(),
                standing.status(),
                standing.business(),
                new TreeSet<>(Standing.marks(kept.referral())),
                facts.categories(),
                facts.wish(),
                facts.consulterType(),
                facts.ageBand(),
                facts.urgency(),
                terms.label().wire(),
                terms.basis(),
                new TreeSet<>(terms.fields()),
                parcel == null ? null : parcel.summary(),
                parcel == null || !isOpened ? null : Told.of(parcel),
                standing.reason(),
                standing.suggestedDesk(),
                standing.results(),
                work == null ? null : work.assignee(),
                work == null ? null : work.contact(),
                kept.referral() instanceof Taken.Held held ? held.resumeBy() : null,
                terms.replaces(),
                terms.basedOn(),
                terms.createdAt(),
                kept.changedAt(),
                history,
                disclosures);
    }
}
