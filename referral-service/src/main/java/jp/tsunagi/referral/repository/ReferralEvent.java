package jp.tsunagi.referral.repository;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.outbox.Event;
import jp.tsunagi.referral.desk.Parties;
import jp.tsunagi.referral.details.ReferralDetails;
import jp.tsunagi.referral.details.ReferralKind;
import jp.tsunagi.referral.details.ReferralNumber;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.lifecycle.StatusSummary;
import jp.tsunagi.vocabulary.Outcome;
import jp.tsunagi.vocabulary.ReferralStatus;
import org.jspecify.annotations.Nullable;

/**
 * What others may know of the state a referral has reached: ids, codes and a time, never a story. As flat as its JSON in
 * docs/events, because an event is plain Java and this one is built in one place.
 *
 * @param carried whether the desk is outside the platform, so that somebody has to carry it there
 * @param due when the desk should have moved; null when nothing is waited for
 * @param sealedEntry the step for the case page of intake, sealed for intake (base64); null for other origins
 * @param consultationId intake's id; null when the origin keeps references of its own, which concern nobody else
 */
record ReferralEvent(
        UUID referralId,
        String referenceNumber,
        @Nullable String consultationId,
        ReferralKind kind,
        String originAgency,
        String originDesk,
        String targetAgency,
        String targetDesk,
        boolean carried,
        ReferralStatus status,
        @Nullable BusinessStatus businessStatus,
        long version,
        @Nullable String reasonCode,
        @Nullable String suggestedDesk,
        List<Outcome> outcomeCodes,
        @Nullable Instant due,
        @Nullable String sealedEntry,
        Instant at,
        String detailUrl) {

    static final String NOT_DELIVERED = "not-delivered";

    private static final Pattern INTAKE_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static Event of(
            String name,
            ReferralNumber number,
            Stored<ReferralDetails> reached,
            StatusSummary state,
            @Nullable Instant due,
            @Nullable String sealedEntry) {
        String reason = state.reasonCode() == null ? null : state.reasonCode().code();
        return announce(name, number, reached, state, reason, due, sealedEntry);
    }

    /** A draft that could not be sent, and why: its owner has to look at it again (docs/invariants.md I13). */
    static Event notDelivered(
            ReferralNumber number, Stored<ReferralDetails> draft, StatusSummary state, String problemCode) {
        return announce(NOT_DELIVERED, number, draft, state, problemCode, null, null);
    }

    private static Event announce(
            String name,
            ReferralNumber number,
            Stored<ReferralDetails> stored,
            StatusSummary state,
            @Nullable String reason,
            @Nullable Instant due,
            @Nullable String sealedEntry) {
        ReferralDetails details = stored.value();
        Parties parties = details.parties();
        ReferralEvent data = new ReferralEvent(
                details.id(),
                number.value(),
                INTAKE_ID.matcher(details.consultationRef()).matches() ? details.consultationRef() : null,
                details.kind(),
                parties.origin().agency(),
                parties.origin().desk(),
                parties.target().agency(),
                parties.target().desk(),
                details.carried(),
                state.status(),
                state.businessStatus(),
                stored.version(),
                reason,
                state.suggestedDesk(),
                state.outcomes(),
                due,
                sealedEntry,
                stored.changedAt(),
                "/v1/referrals/" + details.id());
        String type = "jp.tsunagi.referral." + name + ".v1";
        return new Event("tsunagi.referral", type, "referral", details.id().toString(), stored.version(), data);
    }
}
