package jp.tsunagi.council.topic;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagi.council.topic.TopicState.Adopted;
import jp.tsunagi.council.topic.TopicState.CarriedOver;
import jp.tsunagi.council.topic.TopicState.Closed;
import jp.tsunagi.council.topic.TopicState.Decided;
import jp.tsunagi.council.topic.TopicState.Declined;
import jp.tsunagi.council.topic.TopicState.Discussed;
import jp.tsunagi.council.topic.TopicState.Proposed;
import jp.tsunagi.council.topic.TopicState.Scheduled;
import jp.tsunagi.council.topic.TopicState.Withdrawn;
import org.jspecify.annotations.Nullable;

/**
 * A topic's state laid flat, for the table, the API and the pages.
 *
 * @param meetingOn null in a state without a meeting
 * @param note the decision or the reason; null in a state without one
 */
public record TopicFields(
        TopicStatus status,
        Instant since,
        @Nullable LocalDate meetingOn,
        @Nullable String note) {

    public static TopicFields of(TopicState state) {
        return switch (state) {
            case Proposed p -> new TopicFields(TopicStatus.PROPOSED, p.since(), null, null);
            case Adopted a -> new TopicFields(TopicStatus.ADOPTED, a.since(), null, null);
            case Scheduled s -> new TopicFields(TopicStatus.SCHEDULED, s.since(), s.meetingOn(), null);
            case Discussed d -> new TopicFields(TopicStatus.DISCUSSED, d.since(), d.meetingOn(), null);
            case Decided d -> new TopicFields(TopicStatus.DECIDED, d.since(), d.meetingOn(), d.decision());
            case CarriedOver c -> new TopicFields(TopicStatus.CARRIED_OVER, c.since(), c.meetingOn(), c.reason());
            case Closed c -> new TopicFields(TopicStatus.CLOSED, c.since(), c.meetingOn(), c.decision());
            case Declined d -> new TopicFields(TopicStatus.DECLINED, d.since(), null, d.reason());
            case Withdrawn w -> new TopicFields(TopicStatus.WITHDRAWN, w.since(), null, w.reason());
        };
    }

    TopicFields withNote(String corrected) {
        return new TopicFields(status, since, meetingOn, corrected);
    }

    TopicFields withoutNote() {
        return new TopicFields(status, since, meetingOn, null);
    }

    /** The state that {@link #of} laid flat; the table's checks see to it that nothing is missing. */
    TopicState state() {
        return switch (status) {
            case PROPOSED -> new Proposed(since);
            case ADOPTED -> new Adopted(since);
            case SCHEDULED -> new Scheduled(since, requireNonNull(meetingOn));
            case DISCUSSED -> new Discussed(since, requireNonNull(meetingOn));
            case DECIDED -> new Decided(since, requireNonNull(meetingOn), requireNonNull(note));
            case CARRIED_OVER -> new CarriedOver(since, requireNonNull(meetingOn), requireNonNull(note));
            case CLOSED -> new Closed(since, requireNonNull(meetingOn), requireNonNull(note));
            case DECLINED -> new Declined(since, requireNonNull(note));
            case WITHDRAWN -> new Withdrawn(since, requireNonNull(note));
        };
    }
}
