package jp.tsunagi.referral.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.referral.disclosure.Field;
import jp.tsunagi.referral.disclosure.Label;
import jp.tsunagi.referral.disclosure.LegalBasis;

/** Referrals in each state, people on each side, and one well-formed command of each kind. */
final class ReferralFixtures {

    static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
    static final LegalBasis CONSENT = LegalBasis.consent("2026-11", NOW.minusSeconds(600));
    static final Readiness READY = new Readiness(List.of(), false);

    static final Actor SATO = person("sato", "IHAHO", "counsellor");
    static final Actor KIMURA = person("kimura", "SIA", "agency-staff");

    private ReferralFixtures() {}

    static Actor person(String id, String agency, String... roles) {
        return new Actor(id, id, agency, Set.of(roles));
    }

    static Terms terms(Terms.Kind kind) {
        return new Terms(
                UUID.fromString("0199c0de-0000-7000-8000-000000000001"),
                "0199c0de-0000-7000-8000-000000000002",
                kind,
                "IHAHO",
                "IHAHO",
                "SIA",
                "SIA_HIBO",
                new Facts(List.of("defamation"), "delete_by_other", "victim_self", "30-39", "normal"),
                Label.AMBER_STRICT,
                CONSENT,
                Set.of(Field.NARRATIVE, Field.URLS, Field.CONTACT),
                "sato",
                null,
                null,
                NOW.minusSeconds(3600));
    }

    static Undecided.Requested aRequestedReferral(Terms.Kind kind) {
        return new Undecided.Requested(terms(kind), new Undecided.Waiting(NOW.minusSeconds(1), 1, Set.of()));
    }

    static Undecided.Received aReceivedReferral() {
        return new Undecided.Received(
                terms(Terms.Kind.REFERRAL), new Undecided.Waiting(NOW.minusSeconds(1), 1, Set.of()));
    }

    static Taken.Work work(Because cancelAsked, Because returnOffered) {
        return new Taken.Work(NOW, "kimura", null, "03-0000-0000", cancelAsked, returnOffered, Set.of());
    }

    static Taken.Accepted anAcceptedReferral() {
        return new Taken.Accepted(terms(Terms.Kind.REFERRAL), work(null, null));
    }

    static Taken.Accepted anAcceptedTransfer() {
        return new Taken.Accepted(terms(Terms.Kind.TRANSFER), work(null, null));
    }

    static Closed.Completed aCompletedReferral() {
        return new Closed.Completed(terms(Terms.Kind.REFERRAL), List.of(Result.ADVISED), "助言しました", true, NOW, Set.of());
    }

    static Taken.Held held(Taken.InHand before, Reason reason, Taken.Holder holder) {
        return new Taken.Held(before, new Because(reason, "待っています"), LocalDate.of(2026, 12, 1), holder);
    }

    /** Every state, in every variant that a guard of the table tells apart. */
    static Map<String, Referral> states() {
        Because why = new Because(Reason.SUBJECT_DECLINED, "本人の希望");
        Because back = new Because(Reason.NOT_IN_REMIT, "所管外");
        Terms terms = terms(Terms.Kind.REFERRAL);
        Taken.InProgress inProgress = new Taken.InProgress(terms, work(null, null));
        Map<String, Referral> states = new LinkedHashMap<>();
        states.put("draft", new Referral.Draft(terms));
        states.put("requested", aRequestedReferral(Terms.Kind.REFERRAL));
        states.put("requested transfer", aRequestedReferral(Terms.Kind.TRANSFER));
        states.put("received", aReceivedReferral());
        states.put(
                "on-hold undecided awaiting-information",
                new Referral.AwaitingInformation(aReceivedReferral(), "URLは?"));
        states.put("accepted", anAcceptedReferral());
        states.put("accepted transfer", anAcceptedTransfer());
        states.put("accepted cancellation-requested", new Taken.Accepted(terms, work(why, null)));
        states.put(
                "accepted transfer return-offered", new Taken.Accepted(terms(Terms.Kind.TRANSFER), work(null, back)));
        states.put("in-progress", inProgress);
        states.put("in-progress cancellation-requested", new Taken.InProgress(terms, work(why, null)));
        states.put("on-hold by-target", held(inProgress, Reason.CAPACITY, Taken.Holder.TARGET));
        states.put("on-hold by-origin", held(anAcceptedReferral(), Reason.AWAITING_SUBJECT, Taken.Holder.ORIGIN));
        states.put(
                "on-hold by-target awaiting-information",
                held(inProgress, Reason.AWAITING_INFORMATION, Taken.Holder.TARGET));
        states.put(
                "on-hold by-target cancellation-requested",
                held(new Taken.Accepted(terms, work(why, null)), Reason.CAPACITY, Taken.Holder.TARGET));
        states.put("completed", aCompletedReferral());
        states.put("rejected", new Closed.Rejected(terms, back, "MOJ_JINKEN", NOW, Set.of()));
        states.put("cancelled", new Closed.Cancelled(terms, why, NOW, Set.of()));
        states.put("failed", new Closed.Failed(terms, new Because(Reason.EVIDENCE_LOST, "消失"), NOW, Set.of()));
        states.put("entered-in-error", new Closed.EnteredInError(terms, new Because(Reason.OTHER, "誤り"), NOW));
        return states;
    }

    /** One command of each kind with nothing missing in it. */
    static Command aCommand(Verb verb) {
        return switch (verb) {
            case SEND -> new Command.Send(READY, CONSENT, Set.of(Field.NARRATIVE));
            case DISCARD -> new Command.Discard();
            case ACKNOWLEDGE -> new Command.Acknowledge();
            case ACCEPT -> new Command.Accept("木村", "03-0000-0000", "お引き受けします");
            case REJECT -> new Command.Reject(Reason.NOT_IN_REMIT, "所管外です", "MOJ_JINKEN");
            case WITHDRAW -> new Command.Withdraw(Reason.SUBJECT_DECLINED, "本人の希望");
            case ASK_INFORMATION -> new Command.AskInformation("投稿のURLはありますか");
            case SUPPLY_INFORMATION -> new Command.SupplyInformation("はい");
            case START -> new Command.Start();
            case HOLD -> new Command.Hold(Reason.CAPACITY, "混雑", LocalDate.of(2026, 12, 1));
            case RESUME -> new Command.Resume();
            case REPORT_PROGRESS -> new Command.ReportProgress("連絡しました", Command.Audience.AGENCY, null);
            case COMPLETE -> new Command.Complete(List.of(Result.ADVISED), "助言しました", true);
            case FAIL -> new Command.Fail(Reason.EVIDENCE_LOST, "投稿が消えていました");
            case DECLINE_AFTER_ACCEPT -> new Command.DeclineAfterAccept(Reason.NOT_IN_REMIT, "所管外でした", null);
            case OFFER_RETURN -> new Command.OfferReturn(Reason.NOT_IN_REMIT, "所管外でした");
            case ACCEPT_RETURN -> new Command.AcceptReturn();
            case REQUEST_CANCEL -> new Command.RequestCancel(Reason.SUBJECT_DECLINED, "本人の希望");
            case CONFIRM_CANCEL -> new Command.ConfirmCancel();
            case REFUSE_CANCEL -> new Command.RefuseCancel("ほぼ終わっています");
            case ESCALATE -> new Command.Escalate();
            case EXPIRE -> new Command.Expire(1);
            case RECALL -> new Command.Recall(Reason.SUBJECT_WITHDREW_CONSENT, "同意の撤回");
            case MARK_IN_ERROR ->
                new Command.MarkInError("別人の相談でした", terms(Terms.Kind.REFERRAL).id());
            case RE_OPEN -> new Command.ReOpen(UUID.fromString("0199c0de-0000-7000-8000-0000000000aa"), "再度依頼");
            case FORWARD ->
                new Command.Forward(
                        UUID.fromString("0199c0de-0000-7000-8000-0000000000bb"),
                        "MOJ",
                        "MOJ_JINKEN",
                        CONSENT,
                        "佐藤 11/24 了解");
        };
    }
}
