package jp.tsunagi.council.topic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.platform.problem.Refusal;

/**
 * How far the council has come with a topic, from a member's proposal to its end.
 *
 * <pre>
 * proposed ─► adopted ─► scheduled ─► discussed ─► decided ─► closed
 *   │  │        │            ▲            │
 *   │  │        │            └─ carried-over
 *   │  └► declined
 *   └───────────┴► withdrawn
 * </pre>
 */
public sealed interface TopicState {

    /** When this state was reached. */
    Instant since();

    record Proposed(Instant since) implements TopicState {}

    record Adopted(Instant since) implements TopicState {}

    record Scheduled(Instant since, LocalDate meetingOn) implements TopicState {}

    record Discussed(Instant since, LocalDate meetingOn) implements TopicState {}

    record Decided(Instant since, LocalDate meetingOn, String decision) implements TopicState {}

    record CarriedOver(Instant since, LocalDate meetingOn, String reason) implements TopicState {}

    record Closed(Instant since, LocalDate meetingOn, String decision) implements TopicState {}

    record Declined(Instant since, String reason) implements TopicState {}

    record Withdrawn(Instant since, String reason) implements TopicState {}

    /** A state and what is asked of it, so that one switch can see both. */
    record Move(TopicState state, TopicCommand.Transition command) {}

    /** The whole state machine on one screen: any pair not listed is refused. */
    default TopicState on(TopicCommand.Transition command, Instant now) {
        return switch (new Move(this, command)) {
            case Move(Proposed _, TopicCommand.Adopt _) -> new Adopted(now);
            case Move(Proposed _, TopicCommand.Decline asked) -> new Declined(now, asked.reason());
            case Move(Proposed _, TopicCommand.Withdraw asked) -> new Withdrawn(now, asked.reason());
            case Move(Adopted _, TopicCommand.Schedule asked) -> new Scheduled(now, asked.meetingOn());
            case Move(Adopted _, TopicCommand.Withdraw asked) -> new Withdrawn(now, asked.reason());
            case Move(Scheduled s, TopicCommand.Discuss _) -> new Discussed(now, s.meetingOn());
            case Move(Discussed d, TopicCommand.Decide asked) -> new Decided(now, d.meetingOn(), asked.decision());
            case Move(Discussed d, TopicCommand.CarryOver asked) -> new CarriedOver(now, d.meetingOn(), asked.reason());
            case Move(CarriedOver _, TopicCommand.Schedule asked) -> new Scheduled(now, asked.meetingOn());
            case Move(Decided d, TopicCommand.Close _) -> new Closed(now, d.meetingOn(), d.decision());
            case Move(var state, var refused) ->
                throw new Refusal(CouncilProblem.ILLEGAL_TRANSITION)
                        .with("topicStatus", TopicFields.of(state).status().code())
                        .with("command", refused.name().code());
        };
    }

    /** What {@link #on} takes in this state, for pages that offer no more; a test compares the two. */
    default List<TopicCommand.Name> moves() {
        return switch (this) {
            case Proposed _ -> List.of(TopicCommand.Name.ADOPT, TopicCommand.Name.DECLINE, TopicCommand.Name.WITHDRAW);
            case Adopted _ -> List.of(TopicCommand.Name.SCHEDULE, TopicCommand.Name.WITHDRAW);
            case Scheduled _ -> List.of(TopicCommand.Name.DISCUSS);
            case Discussed _ -> List.of(TopicCommand.Name.DECIDE, TopicCommand.Name.CARRY_OVER);
            case CarriedOver _ -> List.of(TopicCommand.Name.SCHEDULE);
            case Decided _ -> List.of(TopicCommand.Name.CLOSE);
            case Closed _, Declined _, Withdrawn _ -> List.of();
        };
    }
}
