package jp.tsunagi.referral.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.referral.approval.Approvals;
import jp.tsunagi.referral.desk.Parties;
import jp.tsunagi.referral.details.CaseClassification;
import jp.tsunagi.referral.details.Lineage;
import jp.tsunagi.referral.details.ReferralDetails;
import jp.tsunagi.referral.disclosure.DisclosedData;
import jp.tsunagi.referral.disclosure.Disclosure;
import jp.tsunagi.referral.disclosure.DisclosureRecord;
import jp.tsunagi.referral.lifecycle.Active;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.lifecycle.Pending;
import jp.tsunagi.referral.lifecycle.Referral;
import jp.tsunagi.referral.lifecycle.StatusSummary;
import jp.tsunagi.referral.repository.ReferralHeader;
import jp.tsunagi.referral.repository.ReferralHistory;
import org.jspecify.annotations.Nullable;

/**
 * A referral as one of its two agencies sees it.
 *
 * @param carried whether the desk is outside the platform: the origin carries it there and speaks for the desk
 * @param marks everything that is special about it; {@code businessStatus} is the most pressing of them
 */
public record ReferralView(
        @JsonUnwrapped ReferralHeader header,
        Parties parties,
        Lineage lineage,
        boolean carried,
        @JsonUnwrapped StatusSummary state,
        Set<BusinessStatus> marks,
        CaseClassification classification,
        @JsonUnwrapped Content content,
        @JsonUnwrapped Handling handling,
        List<ReferralHistory.Entry> history) {

    /**
     * What the target may know of what the person told.
     *
     * @param disclosure names of what is disclosed, and the ground; visible before the data itself
     * @param disclosedData null for the target until it accepts, and again when the referral has ended
     * @param disclosures the record of provision
     * @param approvals what second accounts answered; for the origin only
     */
    public record Content(
            Disclosure disclosure,
            @Nullable String summary,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Opened disclosedData,

            List<DisclosureRecord> disclosures,
            List<Approvals.Given> approvals) {}

    /** What the person told, beside the summary, as far as it was disclosed. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Opened(
            @Nullable String narrative,
            List<String> urls,
            @Nullable String callName,
            @Nullable String contact) {
        static Opened of(DisclosedData data) {
            return new Opened(data.narrative(), data.urls(), data.callName(), data.contact());
        }
    }

    /**
     * Who works on it, null before the target accepts, and what the clocks say.
     *
     * @param due when the desk is reminded next; null after its decision and while it waits for an answer
     */
    public record Handling(
            @Nullable String assignee,
            @Nullable String contact,
            @Nullable LocalDate resumeBy,
            @Nullable Instant due) {
        static Handling of(Referral referral) {
            Active.Assignment assignment = referral instanceof Active active ? active.assignment() : null;
            return new Handling(
                    assignment == null ? null : assignment.assignee(),
                    assignment == null ? null : assignment.contact(),
                    referral instanceof Active.Held held ? held.resumeBy() : null,
                    referral instanceof Pending pending ? pending.deadline().due() : null);
        }
    }

    static ReferralView of(
            ReferralHeader header, Referral referral, Content content, List<ReferralHistory.Entry> history) {
        ReferralDetails details = referral.details();
        return new ReferralView(
                header,
                details.parties(),
                details.lineage(),
                details.carried(),
                StatusSummary.of(referral),
                new TreeSet<>(StatusSummary.marks(referral)),
                details.classification(),
                content,
                Handling.of(referral),
                history);
    }
}
