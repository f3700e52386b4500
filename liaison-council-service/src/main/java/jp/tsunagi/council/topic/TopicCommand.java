package jp.tsunagi.council.topic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.council.publication.TakeDownReason;
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

    /** Asks a second person to publish the topic as it is written now. */
    record RequestPublication(
            Visibility visibility, @Nullable Instant embargoUntil) implements TopicCommand {}

    /**
     * Publishes what was asked for.
     *
     * @param acknowledged keys of the findings of the scan that the second person has looked at
     */
    record Publish(List<String> acknowledged) implements TopicCommand {

        public Publish {
            acknowledged = List.copyOf(acknowledged);
        }
    }

    /**
     * Asks a second person to put another text in the place of the published one.
     *
     * @param note the decision or reason in the place of the present one; null when that one stays
     */
    record RequestCorrection(Topic.Text text, @Nullable String note, String reason) implements TopicCommand {}

    /** Publishes the text that was asked for; {@code acknowledged} as in {@link Publish}. */
    record PublishCorrection(List<String> acknowledged) implements TopicCommand {

        public PublishCorrection {
            acknowledged = List.copyOf(acknowledged);
        }
    }

    /** Takes what was published away from its readers, at once and by one person. */
    record TakeDown(TakeDownReason reason) implements TopicCommand {}

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
        REQUEST_PUBLICATION,
        PUBLISH,
        REQUEST_CORRECTION,
        PUBLISH_CORRECTION,
        TAKE_DOWN,
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
            case RequestPublication _ -> Name.REQUEST_PUBLICATION;
            case Publish _ -> Name.PUBLISH;
            case RequestCorrection _ -> Name.REQUEST_CORRECTION;
            case PublishCorrection _ -> Name.PUBLISH_CORRECTION;
            case TakeDown _ -> Name.TAKE_DOWN;
            case Release _ -> Name.RELEASE;
        };
    }
}
