package jp.tsunagi.intake.consultation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * The counsellors' list: emergencies that nobody has looked at since the person last told something, the other
 * emergencies, what came back from another desk, then by urgency; the oldest first in each. A new
 * message never moves a case down. A case that lies with the person or a desk comes back among these when the person writes.
 */
public final class Queue {

    private Queue() {}

    /** Place of a consultation in the list; the smallest is on top. */
    static short rank(ConsultationStatus status, Urgency urgency, boolean unseen) {
        if (status != ConsultationStatus.CLOSED && urgency == Urgency.EMERGENCY) {
            return (short) (unseen ? 0 : 1);
        }
        return switch (status) {
            case RETURNED -> 2;
            case RECEIVED, IN_PROGRESS -> waiting(urgency);
            case ADVISED, REFERRED -> unseen ? waiting(urgency) : 6;
            case CLOSED -> 7;
        };
    }

    private static short waiting(Urgency urgency) {
        return (short) (2 + urgency.ordinal());
    }

    /**
     * Which lines of the list are asked for; closed cases show only when asked for by status.
     *
     * @param respondents asks for the walled-off list of those who received a claim
     */
    public record Filter(Optional<ConsultationStatus> status, Optional<Urgency> urgency, boolean respondents) {

        /** Reads what a caller asked for; an unknown value is refused instead of showing an empty list. */
        public static Filter read(@Nullable String status, @Nullable String urgency, boolean respondents) {
            Violations violations = new Violations();
            Filter filter = new Filter(
                    find(ConsultationStatus.class, status, "/status", violations),
                    find(Urgency.class, urgency, "/urgency", violations),
                    respondents);
            violations.throwIfAny();
            return filter;
        }

        private static <E extends Enum<E> & Coded> Optional<E> find(
                Class<E> list, @Nullable String code, String pointer, Violations violations) {
            Optional<String> asked = Optional.ofNullable(code).filter(given -> !given.isEmpty());
            Optional<E> found = asked.flatMap(given -> Coded.find(list, given));
            if (asked.isPresent() && found.isEmpty()) {
                violations.add(
                        new Violation(pointer, PlatformProblem.VALUE_UNKNOWN).with("allowed", Coded.codes(list)));
            }
            return found;
        }
    }

    /** Where a page of the list ended. */
    record Position(short rank, Instant receivedAt, UUID id) {

        static Position of(QueueItem item) {
            return new Position(item.queueRank(), item.state().receivedAt(), item.id());
        }

        String written() {
            return rank + " " + receivedAt + " " + id;
        }

        static Position read(String written) {
            String[] parts = written.split(" ");
            return new Position(Short.parseShort(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
        }
    }
}
