package jp.tsunagi.intake.approval;

import jakarta.persistence.EnumeratedValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.vocabulary.Ground;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over that nobody may do alone: one without consent, or one by a consent that a counsellor was told after the
 * consulter had said no. It waits for a supervisor who signed in with another account.
 *
 * @param ground the ground of the law, or consent
 * @param content what would be handed over and why, as the feature that asked wrote it
 * @param decision null while it waits
 */
public record Approval(
        UUID id,
        UUID consultation,
        String targetDesk,
        Ground ground,
        String content,
        Requester requestedBy,
        Instant requestedAt,
        @Nullable Decision decision) {

    /** The only role that may decide. */
    public static final String ROLE = Roles.SUPERVISOR;

    /**
     * Who asked.
     *
     * @param id of the account
     */
    public record Requester(String id, String name) {}

    public record Decision(Verdict verdict, String reason, String by, String role, Instant at) {}

    /** What the second person decided. */
    public enum Verdict implements Coded {
        APPROVED,
        DECLINED;

        @EnumeratedValue
        private final String code = name().toLowerCase(Locale.ROOT);

        @Override
        public String code() {
            return code;
        }
    }

    /** One line of the list of what waits; nothing personal. */
    public record Waiting(
            UUID id,
            UUID consultation,
            String receiptNumber,
            String targetDesk,
            Ground ground,
            String requestedBy,
            Instant requestedAt) {}

    public boolean isWaiting() {
        return decision == null;
    }

    public boolean mayBeDecidedBy(Actor actor) {
        return isWaiting()
                && actor.hasRole(ROLE)
                && actor.isPerson()
                && !Actor.isSameAccount(requestedBy.id(), actor.id());
    }

    /** The decision of a second person, with a reason; never a program's, and never on one's own request. */
    Decision decided(Verdict verdict, String reason, Actor by, Instant now) {
        if (!by.hasRole(ROLE)) {
            throw new Refusal(PlatformProblem.ROLE_MISSING);
        }
        if (!by.isPerson()) {
            throw new Refusal(IntakeProblem.APPROVER_IS_MACHINE);
        }
        if (Actor.isSameAccount(requestedBy.id(), by.id())) {
            throw new Refusal(IntakeProblem.APPROVER_IS_REQUESTER);
        }
        if (decision != null) {
            throw new Refusal(IntakeProblem.APPROVAL_DECIDED)
                    .with("changedBy", decision.by)
                    .with("changedAt", decision.at.toString());
        }
        if (Narrative.isBlank(reason)) {
            throw new Refusal(IntakeProblem.APPROVAL_REASON_MISSING).at("/reason");
        }
        return new Decision(verdict, reason, by.id(), ROLE, now);
    }
}
