package jp.tsunagi.intake.handover;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consent.Consent;
import jp.tsunagi.intake.consent.ConsentHistory;
import jp.tsunagi.intake.consent.LegalGround;
import jp.tsunagi.intake.consent.TextEditions;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Ground;
import org.jspecify.annotations.Nullable;

/** Why passing something on is allowed: the consulter's consent, or a ground of the law. */
public sealed interface Basis {

    /** Why it does not carry this hand-over; the rules of consent itself are in {@link Consent}. */
    List<Violation> objections(HandoverPlan plan, Circumstances now);

    /** Whether a second person must approve, because nobody may decide this alone. */
    boolean needsApproval(String desk, ConsentHistory history);

    /** What a basis is checked against: what the consulter said so far, and what can have happened when. */
    record Circumstances(ConsentHistory history, Instant receivedAt, Instant now) {}

    /** The caller named no basis. */
    record None() implements Basis {

        @Override
        public List<Violation> objections(HandoverPlan plan, Circumstances now) {
            return Consent.objections(Optional.empty(), plan.targetDesk(), plan.fields());
        }

        @Override
        public boolean needsApproval(String desk, ConsentHistory history) {
            return false;
        }
    }

    /** The answer already on record, for example from the mailbox. */
    record ConsentOnRecord() implements Basis {

        @Override
        public List<Violation> objections(HandoverPlan plan, Circumstances now) {
            return Consent.objections(now.history.newest(plan.targetDesk()), plan.targetDesk(), plan.fields());
        }

        @Override
        public boolean needsApproval(String desk, ConsentHistory history) {
            return false;
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
        public List<Violation> objections(HandoverPlan plan, Circumstances now) {
            List<Violation> implausible = implausible(now);
            if (!implausible.isEmpty()) {
                return implausible;
            }
            Optional<Consent> laterNo = now.history
                    .newestAnswer(plan.targetDesk())
                    .filter(answer -> answer.isNo() && isNotBefore(answer.decidedAt()));
            return laterNo.isPresent()
                    ? Consent.objections(laterNo, plan.targetDesk(), plan.fields())
                    : Consent.objections(scope(plan), plan.fields());
        }

        /** Who said no before is overridden by somebody's word: never by one person's alone. */
        @Override
        public boolean needsApproval(String desk, ConsentHistory history) {
            return history.isNo(desk);
        }

        private List<Violation> implausible(Circumstances now) {
            Violations violations = new Violations();
            if (Narrative.isBlank(textVersion)) {
                violations.add("/basis/textVersion", IntakeProblem.BASIS_TEXT_VERSION_MISSING);
            }
            givenAt.ifPresentOrElse(
                    at -> checkTime(at, now, violations),
                    () -> violations.add("/basis/givenAt", IntakeProblem.BASIS_TIME_MISSING));
            return violations.list();
        }

        private void checkTime(Instant at, Circumstances now, Violations violations) {
            boolean isUnknown = !Narrative.isBlank(textVersion)
                    && !TextEditions.existed(
                            textVersion, at.atZone(JapanTime.ZONE).toLocalDate());
            violations
                    .addIf(at.isAfter(now.now), "/basis/givenAt", IntakeProblem.BASIS_TIME_IN_FUTURE)
                    // A page's field for the time has no seconds.
                    .addIf(
                            at.isBefore(now.receivedAt.truncatedTo(ChronoUnit.MINUTES)),
                            "/basis/givenAt",
                            IntakeProblem.BASIS_TIME_BEFORE_RECEIPT)
                    .addIf(isUnknown, "/basis/textVersion", IntakeProblem.BASIS_TEXT_VERSION_UNKNOWN);
        }

        private boolean isNotBefore(@Nullable Instant decidedAt) {
            return decidedAt != null
                    && givenAt.filter(at -> !decidedAt.isBefore(at)).isPresent();
        }
    }

    /** A ground of the law. */
    record OtherGround(Optional<Ground> kind, String reason) implements Basis {

        @Override
        public List<Violation> objections(HandoverPlan plan, Circumstances now) {
            return LegalGround.objections(kind, reason);
        }

        @Override
        public boolean needsApproval(String desk, ConsentHistory history) {
            return true;
        }
    }
}
