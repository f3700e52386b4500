package jp.tsunagi.council.routingguide;

import java.time.Instant;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.platform.problem.Refusal;

/**
 * How far a version of the routing guide has come. What was adopted stays adopted: another version takes its place.
 *
 * <pre>
 * proposed ─► adopted
 *     └─────► withdrawn
 * </pre>
 */
sealed interface GuideState {

    record Proposed() implements GuideState {}

    record Adopted(String by, Instant at) implements GuideState {}

    record Withdrawn(String by, Instant at, String reason) implements GuideState {}

    /** A state and what is asked of it, so that one switch can see both. */
    record Move(GuideState state, GuideCommand command) {}

    /** The whole state machine: any pair not listed is refused. */
    default GuideState on(GuideCommand command, String by, Instant now) {
        return switch (new Move(this, command)) {
            case Move(Proposed _, GuideCommand.Adopt _) -> new Adopted(by, now);
            case Move(Proposed _, GuideCommand.Withdraw asked) -> new Withdrawn(by, now, asked.reason());
            case Move(var state, var refused) ->
                throw new Refusal(CouncilProblem.ILLEGAL_TRANSITION)
                        .with("guideStatus", state.status().code())
                        .with("command", refused.name().code());
        };
    }

    default GuideStatus status() {
        return switch (this) {
            case Proposed _ -> GuideStatus.PROPOSED;
            case Adopted _ -> GuideStatus.ADOPTED;
            case Withdrawn _ -> GuideStatus.WITHDRAWN;
        };
    }
}
