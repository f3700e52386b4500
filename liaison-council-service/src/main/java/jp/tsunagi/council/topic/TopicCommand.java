package jp.tsunagi.council.topic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import jp.tsunagi.council.publication.Visibility;
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
}
