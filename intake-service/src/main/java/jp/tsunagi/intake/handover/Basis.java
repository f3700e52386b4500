package jp.tsunagi.intake.handover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consent.LegalGround;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Ground;

/** Why passing something on is allowed: the consulter's consent, or a ground of the law that somebody approved. */
public sealed interface Basis {

    /** Why it does not carry this hand-over; the rules of consent itself are in {@link Consent}. */
    List<Violation> objections(HandoverPlan plan, Optional<Consent> newest, String requester, Instant now);

    /** The caller named no basis. */
    record None() implements Basis {

        @Override
        public List<Violation> objections(HandoverPlan plan, Optional<Consent> newest, String requester, Instant now) {
            return Consent.objections(Optional.empty(), plan.targetDesk(), plan.fields());
        }
    }

    /** The answer already on record, for example from the mailbox. */
    record ConsentOnRecord() implements Basis {

        @Override
        public List<Violation> objections(HandoverPlan plan, Optional<Consent> newest, String requester, Instant now) {
            return Consent.objections(newest, plan.targetDesk(), plan.fields());
        }
    }

    /**
     * The consulter told the counsellor, who records it now.
     *
     * @param fields what the consulter agreed to; empty for exactly what is passed on
     */
    record ConsentTold(String textVersion, Optional<Instant> givenAt, Optional<Set<Field>> fields) implements Basis {

        Consent.Scope scope(HandoverPlan plan) {
            return new Consent.Scope(plan.targetDesk(), fields.orElse(plan.fields()), textVersion);
        }

        @Override
        public List<Violation> objections(HandoverPlan plan, Optional<Consent> newest, String requester, Instant now) {
            Violations incomplete = new Violations()
                    .addIf(
                            Narrative.isBlank(textVersion),
                            "/basis/textVersion",
                            IntakeProblem.BASIS_TEXT_VERSION_MISSING)
                    .addIf(
                            givenAt.filter(at -> !at.isAfter(now)).isEmpty(),
                            "/basis/givenAt",
                            IntakeProblem.BASIS_TIME_MISSING);
            if (!incomplete.isEmpty()) {
                return incomplete.list();
            }
            Optional<Consent> laterNo = newest.filter(consent -> consent.isNoSince(givenAt.orElseThrow()));
            return laterNo.isPresent()
                    ? Consent.objections(laterNo, plan.targetDesk(), plan.fields())
                    : Consent.objections(scope(plan), plan.fields());
        }
    }

    /** A ground of the law. */
    record OtherGround(Optional<Ground> kind, String reason, String approvedBy) implements Basis {

        @Override
        public List<Violation> objections(HandoverPlan plan, Optional<Consent> newest, String requester, Instant now) {
            return LegalGround.objections(kind, reason, approvedBy, requester);
        }
    }
}
