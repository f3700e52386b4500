package jp.tsunagi.council.topic;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagi.council.publication.Visibility;
import jp.tsunagi.platform.code.Coded;
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

    /** What the API and the audit call a command, for example {@code carry-over}. */
    enum Name implements Coded {
        ADOPT,
        SCHEDULE,
        DISCUSS,
        DECIDE,
        CARRY_OVER,
        CLOSE,
        DECLINE,
        WITHDRAW,
        REVISE,
        PUBLISH,
        RELEASE;

        @Override
        public String code() {
            return Coded.kebab(name());
        }
    }

    default Name name() {
        return switch (this) {
            case Adopt _ -> Name.ADOPT;
            case Schedule _ -> Name.SCHEDULE;
            case Discuss _ -> Name.DISCUSS;
            case Decide _ -> Name.DECIDE;
            case CarryOver _ -> Name.CARRY_OVER;
            case Close _ -> Name.CLOSE;
            case Decline _ -> Name.DECLINE;
            case Withdraw _ -> Name.WITHDRAW;
            case Revise _ -> Name.REVISE;
            case Publish _ -> Name.PUBLISH;
            case Release _ -> Name.RELEASE;
        };
    }
}
