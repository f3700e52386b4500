package jp.tsunagi.referral.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.platform.outbox.Event;

/**
 * What others may know of the state a referral has reached: ids, codes and a time, never a story.
 *
 * @param consultationId intake's id; null when the origin keeps references of its own, which concern nobody else
 */
record ReferralEvent(
        UUID referralId,
        String consultationId,
        Terms.Kind kind,
        String originAgency,
        String originDesk,
        String targetAgency,
        String targetDesk,
        Status status,
        Business businessStatus,
        long version,
        String reasonCode,
        String suggestedDesk,
        List<Result> outcomeCodes,
        Instant at,
        String detailUrl) {

    static final String TOPIC = "tsunagi.referral";

    static Event of(String name, Referral referral, long version, Instant at) {
        Standing standing = Standing.of(referral);
        return announce(
                name,
                referral,
                version,
                standing.reason() == null ? null : standing.reason().wire(),
                at);
    }

    /** A draft that could not be sent, and why: the origin's work is in its owner's hands again (invariant I13). */
    static Event notDelivered(Referral.Draft draft, long version, String reasonCode, Instant at) {
        return announce("not-delivered", draft, version, reasonCode, at);
    }

    private static Event announce(String name, Referral referral, long version, String reasonCode, Instant at) {
        Terms terms = referral.terms();
        Standing standing = Standing.of(referral);
        return new Event(
                TOPIC,
                "jp.tsunagi.referral." + name + ".v1",
                "referral",
                terms.id().toString(),
                version,
                new ReferralEvent(
                        terms.id(),
                        intakesId(terms.consultation()),
                        terms.kind(),
                        terms.originAgency(),
                        terms.originDesk(),
                        terms.targetAgency(),
                        terms.targetDesk(),
                        standing.status(),
                        standing.business(),
                        version,
                        reasonCode,
                        standing.suggestedDesk(),
                        standing.results(),
                        at,
                        "/v1/referrals/" + terms.id()));
    }

    /** The name under which a command's effect is announced; what stays inside the origin has none. */
    static String name(Command command) {
        return switch (command) {
            case Command.Send _ -> "requested";
            case Command.Acknowledge _ -> "received";
            case Command.Accept _ -> "accepted";
            case Command.Reject _, Command.DeclineAfterAccept _ -> "rejected";
            case Command.Withdraw _ -> "withdrawn";
            case Command.AskInformation _ -> "information-requested";
            case Command.SupplyInformation _ -> "information-supplied";
            case Command.Start _ -> "started";
            case Command.Hold _ -> "held";
            case Command.Resume _ -> "resumed";
            case Command.ReportProgress _ -> "progressed";
            case Command.Complete _ -> "completed";
            case Command.Fail _ -> "failed";
            case Command.OfferReturn _ -> "return-offered";
            case Command.AcceptReturn _ -> "returned";
            case Command.RequestCancel _ -> "cancellation-requested";
            case Command.ConfirmCancel _, Command.Expire _ -> "cancelled";
            case Command.RefuseCancel _ -> "cancellation-refused";
            case Command.Escalate _ -> "overdue";
            case Command.Recall _ -> "recalled";
            case Command.MarkInError _ -> "entered-in-error";
            case Command.Forward _ -> "forwarded";
            case Command.Discard _, Command.ReOpen _ -> null;
        };
    }

    private static String intakesId(String reference) {
        return reference.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? reference : null;
    }
}
