package jp.tsunagi.referral.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** A referral the desk has accepted: it knows who the person is and works for them. */
public sealed interface Taken extends Referral {

    /** Days are Japan's days. */
    ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    Work work();

    Taken with(Work work);

    /** The two states from which work may be put on hold or passed on. */
    sealed interface InHand extends Taken permits Accepted, InProgress {

        @Override
        InHand with(Work work);

        /** R11. */
        default Held hold(Command.Hold hold, Set<Side> sides, Instant now) {
            Because because = Because.of(Reason.HOLDING, hold.reason(), hold.note());
            LocalDate day = Referral.future(hold.resumeBy(), LocalDate.ofInstant(now, JAPAN), "/resumeBy");
            return new Held(this, because, day, isTarget(sides) ? Holder.TARGET : Holder.ORIGIN);
        }

        /** R27: passing on needs its own ground, and the originator's yes where the label is close (vocabulary 3.4). */
        default Step forward(Command.Forward forward, Actor by, Instant now) {
            if (terms().label().needsOriginatorsYes()
                    && (forward.originatorsYes() == null
                            || forward.originatorsYes().isBlank())) {
                throw new Refusal(
                                Kind.UNMET,
                                "originators-yes-missing",
                                "この取扱区分では、差出元の了解が必要です。",
                                "This label needs the originator's yes.")
                        .at(
                                "/originatorsYes",
                                "originators-yes-missing",
                                "いつ、だれが了解したかを入れてください。",
                                "Say who agreed and when.");
            }
            if (forward.basis() == null) {
                throw new Refusal(
                                Kind.UNMET,
                                "basis-missing",
                                "別の機関に渡す根拠を記録してください。",
                                "Record the ground for passing it on.")
                        .at("/basis", "basis-missing", "根拠を入れてください。", "Give a legal basis.");
            }
            return new Step(with(work().marked(Business.FORWARDED)), new Draft(terms().onward(forward, by.id(), now)));
        }
    }

    record Accepted(Terms terms, Work work) implements InHand {

        @Override
        public Accepted with(Work other) {
            return new Accepted(terms, other);
        }
    }

    record InProgress(Terms terms, Work work) implements InHand {

        @Override
        public InProgress with(Work other) {
            return new InProgress(terms, other);
        }
    }

    /** On hold after acceptance; it goes back to the state it left (invariant I11). */
    record Held(InHand before, Because because, LocalDate resumeBy, Holder holder) implements Taken {

        @Override
        public Terms terms() {
            return before.terms();
        }

        @Override
        public Work work() {
            return before.work();
        }

        @Override
        public Held with(Work other) {
            return new Held(before.with(other), because, resumeBy, holder);
        }

        boolean awaitsInformation() {
            return because.reason() == Reason.AWAITING_INFORMATION;
        }

        boolean mayResume(Set<Side> sides) {
            return isTarget(sides) || (holder == Holder.ORIGIN && sides.contains(Side.ORIGIN_CONSULTANT));
        }

        InHand answered(Command.SupplyInformation supply) {
            Because.said(supply.answer(), "/answer");
            return before;
        }
    }

    /** Whose wish it was to put the work on hold. */
    enum Holder {
        ORIGIN,
        TARGET
    }

    /**
     * Who works on it, and what is open between the two sides.
     *
     * @param cancelAsked why the origin asks to stop, or null; once accepted it can only ask
     * @param returnOffered why the target offers a transfer back, or null
     */
    record Work(
            Instant acceptedAt,
            String acceptedBy,
            String assignee,
            String contact,
            Because cancelAsked,
            Because returnOffered,
            Set<Business> marks) {

        public Work {
            marks = Set.copyOf(marks);
        }

        Work marked(Business mark) {
            return new Work(
                    acceptedAt, acceptedBy, assignee, contact, cancelAsked, returnOffered, Business.and(marks, mark));
        }

        Work cancelAsked(Because why) {
            return new Work(acceptedAt, acceptedBy, assignee, contact, why, returnOffered, marks);
        }

        Work returnOffered(Because why) {
            return new Work(acceptedAt, acceptedBy, assignee, contact, cancelAsked, why, marks);
        }
    }

    static boolean isTarget(Set<Side> sides) {
        return sides.contains(Side.TARGET_HANDLER) || sides.contains(Side.TARGET_INTAKE);
    }

    default Taken progress(Command.ReportProgress report) {
        Because.said(report.note(), "/note");
        if (report.event() != null
                && report.event() != Business.EVENT_SCHEDULED
                && report.event() != Business.EVENT_COMPLETED) {
            throw new Refusal(
                            Kind.UNMET,
                            "event-unfit",
                            "予定または実施のどちらかを選んでください。",
                            "Choose event-scheduled or event-completed.")
                    .at("/event", "event-unfit", "選び直してください。", "Choose event-scheduled or event-completed.");
        }
        return report.event() == null ? this : with(work().marked(report.event()));
    }

    default Closed.Completed complete(Command.Complete complete, Instant now) {
        var results = Referral.atLeastOne(complete.results());
        String note = Because.said(complete.note(), "/note");
        return new Closed.Completed(terms(), results, note, complete.visibleToConsulter(), now, work().marks());
    }

    default Closed.Failed fail(Command.Fail fail, Instant now) {
        return new Closed.Failed(terms(), Because.of(Reason.FAILING, fail.reason(), fail.note()), now, work().marks());
    }

    /** R16: only of a referral; a transfer moved the ownership and must be offered back (invariant I17). */
    default Closed.Rejected decline(Command.DeclineAfterAccept decline, Instant now) {
        if (terms().isTransfer()) {
            throw kind("transfer-needs-return", "移送を受理した後は、返還を申し出てください。", "An accepted transfer must be offered back.");
        }
        Because because = Because.of(Reason.REJECTING, decline.reason(), decline.note());
        return new Closed.Rejected(
                terms(), because, decline.suggestedDesk(), now, Business.and(work().marks(), Business.DECLINED_LATE));
    }

    default Taken offerReturn(Command.OfferReturn offer) {
        if (!terms().isTransfer()) {
            throw kind("not-a-transfer", "主担当は移っていません。受理後の辞退を使ってください。", "Ownership never moved: decline instead.");
        }
        return with(work().returnOffered(Because.of(Reason.REJECTING, offer.reason(), offer.note())));
    }

    default Closed.Rejected returned(Instant now) {
        return new Closed.Rejected(terms(), work().returnOffered(), null, now, work().marks());
    }

    default Taken requestCancel(Command.RequestCancel request) {
        return with(work().cancelAsked(Because.of(Reason.WITHDRAWING, request.reason(), request.note())));
    }

    default Closed.Cancelled cancelled(Instant now) {
        return new Closed.Cancelled(terms(), work().cancelAsked(), now, work().marks());
    }

    default Taken refuseCancel(Command.RefuseCancel refuse) {
        Because.said(refuse.note(), "/note");
        return with(work().cancelAsked(null));
    }

    private static Refusal kind(String code, String ja, String en) {
        return new Refusal(Kind.CONFLICT, code, ja, en).with("reason", code);
    }
}
