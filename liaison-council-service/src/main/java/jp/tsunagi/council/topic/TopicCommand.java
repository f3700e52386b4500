package jp.tsunagi.council.topic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.council.publication.Visibility;
import jp.tsunagi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** What somebody wants to do with a topic. */
public sealed interface TopicCommand {

    /** Moves the topic to another state. */
    sealed interface Transition extends TopicCommand {}

    record Adopt() implements Transition {}

    record Schedule(LocalDate meetingOn) implements Transition {}

    record Discuss() implements Transition {}

    record Decide(String decision) implements Transition {}

    record CarryOver(String reason) implements Transition {}

    record Close() implements Transition {}

    record Decline(String reason) implements Transition {}

    record Withdraw(String reason) implements Transition {}

    record Revise(Topic.Text text) implements TopicCommand {}

    record Publish(Visibility visibility, @Nullable Instant embargoUntil) implements TopicCommand {}

    /** Tells the other services of the topic, because its embargo has ended. */
    record Release() implements TopicCommand {}

    /** The name of the command in the API and in the audit, for example {@code carry-over}. */
    default String code() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Reads a transition as the API names it, with what it needs. */
    static Transition transition(String code, @Nullable LocalDate meetingOn, @Nullable String note) {
        return switch (code) {
            case "adopt" -> new Adopt();
            case "schedule" -> new Schedule(required(meetingOn, "/meetingOn", CouncilProblem.MEETING_DAY_MISSING));
            case "discuss" -> new Discuss();
            case "decide" -> new Decide(required(note, "/note", CouncilProblem.DECISION_MISSING));
            case "carry-over" -> new CarryOver(required(note, "/note", CouncilProblem.REASON_MISSING));
            case "close" -> new Close();
            case "decline" -> new Decline(required(note, "/note", CouncilProblem.REASON_MISSING));
            case "withdraw" -> new Withdraw(required(note, "/note", CouncilProblem.REASON_MISSING));
            default -> throw new Refusal(CouncilProblem.COMMAND_UNKNOWN);
        };
    }

    private static <T> T required(@Nullable T value, String pointer, CouncilProblem problem) {
        if (value == null || value.toString().isBlank()) {
            throw new Refusal(CouncilProblem.TOPIC_COMMAND_INCOMPLETE).at(pointer, problem);
        }
        return value;
    }
}
