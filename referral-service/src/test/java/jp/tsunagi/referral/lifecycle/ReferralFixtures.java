package jp.tsunagi.referral.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.referral.desk.DeskRef;
import jp.tsunagi.referral.desk.Parties;
import jp.tsunagi.referral.details.CaseClassification;
import jp.tsunagi.referral.details.Lineage;
import jp.tsunagi.referral.details.ReferralDetails;
import jp.tsunagi.referral.details.ReferralKind;
import jp.tsunagi.referral.disclosure.Approval;
import jp.tsunagi.referral.disclosure.Disclosure;
import jp.tsunagi.referral.disclosure.LegalBasis;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.DeliveryChannel;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Ground;
import jp.tsunagi.vocabulary.Label;
import jp.tsunagi.vocabulary.Outcome;
import jp.tsunagi.vocabulary.ReasonCode;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;
import org.jspecify.annotations.Nullable;

/** Referrals in each state, people on each side, and one well-formed command of each kind. */
public final class ReferralFixtures {

    public static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
    public static final LegalBasis CONSENT =
            LegalBasis.vouched(Ground.CONSENT, "2026-0001", "2026-11", NOW.minusSeconds(600), null);

    /** An exception of the law, which nobody has approved yet. */
    public static final LegalBasis DANGER = LegalBasis.vouched(Ground.LIFE, null, null, null, "連絡がつかない");

    public static final Actor SATO = person("sato", "IHAHO", "counsellor");
    public static final Actor KIMURA = person("kimura", "SIA", "agency-staff");

    private ReferralFixtures() {}

    public static Actor person(String id, String agency, String... roles) {
        return new Actor(id, id, agency, Set.of(roles));
    }

    public static ReferralDetails details(ReferralKind kind) {
        return new ReferralDetails(
                UUID.fromString("0199c0de-0000-7000-8000-000000000001"),
                "0199c0de-0000-7000-8000-000000000002",
                kind,
                new Parties(new DeskRef("IHAHO", "IHAHO"), new DeskRef("SIA", "SIA_HIBO")),
                new CaseClassification(
                        List.of(Category.DEFAMATION),
                        Wish.DELETE_BY_OTHER,
                        ConsulterType.VICTIM_SELF,
                        AgeBand.THIRTIES,
                        Urgency.NORMAL),
                new Disclosure(Label.AMBER_STRICT, CONSENT, Set.of(Field.NARRATIVE, Field.URLS, Field.CONTACT)),
                "sato",
                Lineage.NONE,
                false,
                NOW.minusSeconds(3600));
    }

    public static Pending.Requested aRequestedReferral(ReferralKind kind) {
        return new Pending.Requested(details(kind), new Pending.ResponseDeadline(NOW.minusSeconds(1), 1, Set.of()));
    }

    public static Referral.AwaitingApproval aDraftThatWaits() {
        ReferralDetails details = details(ReferralKind.REFERRAL);
        return new Referral.AwaitingApproval(
                details.with(new Disclosure(Label.AMBER_STRICT, DANGER, Set.of(Field.NARRATIVE))), "sato");
    }

    public static Pending.Received aReceivedReferral() {
        return new Pending.Received(
                details(ReferralKind.REFERRAL), new Pending.ResponseDeadline(NOW.minusSeconds(1), 1, Set.of()));
    }

    public static Active.Assignment assignment(
            @Nullable StatusReason cancelAsked, @Nullable StatusReason returnOffered) {
        return new Active.Assignment(NOW, "kimura", null, "03-0000-0000", cancelAsked, returnOffered, Set.of());
    }

    public static Active.Accepted anAcceptedReferral() {
        return new Active.Accepted(details(ReferralKind.REFERRAL), assignment(null, null));
    }

    public static Active.Accepted anAcceptedTransfer() {
        return new Active.Accepted(details(ReferralKind.TRANSFER), assignment(null, null));
    }

    public static Closed.Completed aCompletedReferral() {
        return new Closed.Completed(
                details(ReferralKind.REFERRAL), List.of(Outcome.ADVISED), "助言しました", true, NOW, Set.of());
    }

    public static Active.Held held(Active.Working before, ReasonCode reason, Active.HeldBy heldBy) {
        return new Active.Held(before, new StatusReason(reason, "待っています"), LocalDate.of(2026, 12, 1), heldBy);
    }

    /** One of {@link #states}. */
    public static Referral state(String name) {
        return Objects.requireNonNull(states().get(name), name);
    }

    /** Every state, in every variant that a guard of the table tells apart. */
    public static Map<String, Referral> states() {
        StatusReason why = new StatusReason(ReasonCode.SUBJECT_DECLINED, "本人の希望");
        StatusReason back = new StatusReason(ReasonCode.NOT_IN_REMIT, "所管外");
        ReferralDetails details = details(ReferralKind.REFERRAL);
        Active.InProgress inProgress = new Active.InProgress(details, assignment(null, null));
        Map<String, Referral> states = new LinkedHashMap<>();
        states.put("draft", new Referral.Draft(details));
        states.put("draft awaiting-approval", aDraftThatWaits());
        states.put("requested", aRequestedReferral(ReferralKind.REFERRAL));
        states.put("requested transfer", aRequestedReferral(ReferralKind.TRANSFER));
        states.put("received", aReceivedReferral());
        states.put(
                "on-hold pending awaiting-information", new Referral.AwaitingInformation(aReceivedReferral(), "URLは?"));
        ReferralDetails carried = details.sent(true);
        states.put(
                "requested carried",
                new Pending.Requested(
                        carried, aRequestedReferral(ReferralKind.REFERRAL).deadline()));
        states.put(
                "received carried",
                new Pending.Received(carried, aReceivedReferral().deadline()));
        states.put("accepted carried", new Active.Accepted(carried, assignment(null, null)));
        states.put("accepted", anAcceptedReferral());
        states.put("accepted transfer", anAcceptedTransfer());
        states.put("accepted cancellation-requested", new Active.Accepted(details, assignment(why, null)));
        states.put(
                "accepted transfer return-offered",
                new Active.Accepted(details(ReferralKind.TRANSFER), assignment(null, back)));
        states.put("in-progress", inProgress);
        states.put("in-progress cancellation-requested", new Active.InProgress(details, assignment(why, null)));
        states.put("on-hold by-target", held(inProgress, ReasonCode.CAPACITY, Active.HeldBy.TARGET));
        states.put("on-hold by-origin", held(anAcceptedReferral(), ReasonCode.AWAITING_SUBJECT, Active.HeldBy.ORIGIN));
        states.put(
                "on-hold by-target awaiting-information",
                held(inProgress, ReasonCode.AWAITING_INFORMATION, Active.HeldBy.TARGET));
        states.put(
                "on-hold by-target cancellation-requested",
                held(new Active.Accepted(details, assignment(why, null)), ReasonCode.CAPACITY, Active.HeldBy.TARGET));
        states.put("completed", aCompletedReferral());
        states.put("rejected", new Closed.Rejected(details, back, "MOJ_JINKEN", NOW, Set.of()));
        states.put("cancelled", new Closed.Cancelled(details, why, NOW, Set.of()));
        states.put(
                "failed", new Closed.Failed(details, new StatusReason(ReasonCode.EVIDENCE_LOST, "消失"), NOW, Set.of()));
        states.put(
                "entered-in-error", new Closed.EnteredInError(details, new StatusReason(ReasonCode.OTHER, "誤り"), NOW));
        return states;
    }

    /** One command of each kind with nothing missing in it. */
    public static Command aCommand(CommandType type) {
        return switch (type) {
            case SEND -> new Command.Send(List.of(), CONSENT, Set.of(Field.NARRATIVE), false);
            case ASK_APPROVAL -> new Command.AskApproval(List.of(), DANGER, Set.of(Field.NARRATIVE));
            case APPROVE ->
                new Command.Approve(List.of(), DANGER.approved(new Approval("x", "supervisor", NOW)), "確かめました", false);
            case DECLINE_APPROVAL -> new Command.DeclineApproval("先に本人へ");
            case DISCARD -> new Command.Discard();
            case ACKNOWLEDGE -> new Command.Acknowledge(DeliveryChannel.BY_PHONE, "窓口の人");
            case ACCEPT -> new Command.Accept("木村", "03-0000-0000", "お引き受けします");
            case REJECT -> new Command.Reject(ReasonCode.NOT_IN_REMIT, "所管外です", "MOJ_JINKEN");
            case WITHDRAW -> new Command.Withdraw(ReasonCode.SUBJECT_DECLINED, "本人の希望");
            case ASK_INFORMATION -> new Command.AskInformation("投稿のURLはありますか");
            case SUPPLY_INFORMATION -> new Command.SupplyInformation("はい");
            case START -> new Command.Start();
            case HOLD -> new Command.Hold(ReasonCode.CAPACITY, "混雑", LocalDate.of(2026, 12, 1));
            case RESUME -> new Command.Resume();
            case REPORT_PROGRESS -> new Command.ReportProgress("連絡しました", Command.Audience.AGENCY, null);
            case COMPLETE -> new Command.Complete(List.of(Outcome.ADVISED), "助言しました", true);
            case FAIL -> new Command.Fail(ReasonCode.EVIDENCE_LOST, "投稿が消えていました");
            case DECLINE_AFTER_ACCEPT -> new Command.DeclineAfterAccept(ReasonCode.NOT_IN_REMIT, "所管外でした", null);
            case OFFER_RETURN -> new Command.OfferReturn(ReasonCode.NOT_IN_REMIT, "所管外でした");
            case ACCEPT_RETURN -> new Command.AcceptReturn();
            case REQUEST_CANCEL -> new Command.RequestCancel(ReasonCode.SUBJECT_DECLINED, "本人の希望");
            case CONFIRM_CANCEL -> new Command.ConfirmCancel();
            case REFUSE_CANCEL -> new Command.RefuseCancel("ほぼ終わっています");
            case ESCALATE -> new Command.Escalate();
            case EXPIRE -> new Command.Expire(1);
            case RECALL -> new Command.Recall(ReasonCode.SUBJECT_WITHDREW_CONSENT, "同意の撤回");
            case MARK_IN_ERROR ->
                new Command.MarkInError(
                        "別人の相談でした", details(ReferralKind.REFERRAL).id());
            case CANCEL_WITHOUT_CONSENT -> new Command.CancelWithoutConsent();
            case MARK_CONSENT_WITHDRAWN -> new Command.MarkConsentWithdrawn();
            case RE_OPEN -> new Command.ReOpen(UUID.fromString("0199c0de-0000-7000-8000-0000000000aa"), "再度依頼");
            case FORWARD ->
                new Command.Forward(
                        UUID.fromString("0199c0de-0000-7000-8000-0000000000bb"),
                        new DeskRef("MOJ", "MOJ_JINKEN"),
                        CONSENT,
                        "佐藤 11/24 了解");
        };
    }
}
