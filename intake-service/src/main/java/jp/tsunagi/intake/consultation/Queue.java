package jp.tsunagi.intake.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.intake.receipt.ReceiptNumber;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * The counsellors' list: emergencies that nobody has looked at since the person last told something, the other
 * emergencies, those in which a period of the law is about to end, what came back from another desk, then by urgency; in
 * each the one whose period ends first, then the oldest. A new message never moves a case down. A case that lies with the person or a desk comes back among
 * these when the person writes.
 */
public final class Queue {

    private Queue() {}

    /** Place of a consultation in the list; the smallest is on top. */
    static short rank(ConsultationStatus status, Urgency urgency, boolean unseen, boolean pressing) {
        if (status != ConsultationStatus.CLOSED && urgency == Urgency.EMERGENCY) {
            return (short) (unseen ? 0 : 1);
        }
        if (pressing && waitsForUs(status, unseen)) {
            return 2;
        }
        return switch (status) {
            case RETURNED -> 3;
            case RECEIVED, IN_PROGRESS -> waiting(urgency);
            case ADVISED, REFERRED -> unseen ? waiting(urgency) : 7;
            case CLOSED -> 8;
        };
    }

    private static short waiting(Urgency urgency) {
        return (short) (3 + urgency.ordinal());
    }

    /** Whether somebody of ours has to do something next, and the person's time runs. */
    static boolean waitsForUs(ConsultationStatus status, boolean unseen) {
        return switch (status) {
            case RECEIVED, IN_PROGRESS, RETURNED -> true;
            case ADVISED, REFERRED -> unseen;
            case CLOSED -> false;
        };
    }

    /**
     * The tabs of the list, in their order. Each is a condition in {@link ConsultationRows}: a new one needs its line
     * there and its name in {@code messages/queue.properties}.
     */
    public enum View implements Coded {
        /** Nobody works on it. */
        UNASSIGNED,
        /** The reader works on it. */
        MINE,
        /** A desk did not take it. */
        RETURNED,
        /** The person wrote again, and the reader has not looked since. */
        REPLIED,
        /** A desk has asked something and waits for our answer. */
        QUESTION,
        /** The person should hear from us before this day ends in Japan, or should have heard already. */
        DUE,
        /** A period of the law is about to end, wherever the case lies. */
        PRESSING,
        ALL;

        @Override
        public String code() {
            return Coded.kebab(name());
        }
    }

    /**
     * Which lines of the list are asked for; closed cases show only when asked for by status or by number.
     *
     * @param respondents asks for the walled-off list of those who received a claim
     * @param number asks for one case, on whichever side it is
     */
    public record Filter(
            View view,
            Optional<ConsultationStatus> status,
            Optional<Urgency> urgency,
            boolean respondents,
            Optional<ReceiptNumber> number) {

        /** Reads what a caller asked for; an unknown value is refused instead of showing an empty list. */
        public static Filter read(
                @Nullable String view,
                @Nullable String status,
                @Nullable String urgency,
                boolean respondents,
                @Nullable String number) {
            Violations violations = new Violations();
            Optional<String> wanted = Optional.ofNullable(number).filter(given -> !given.isBlank());
            Filter filter = new Filter(
                    violations.find(View.class, view, "/view").orElse(View.ALL),
                    violations.find(ConsultationStatus.class, status, "/status"),
                    violations.find(Urgency.class, urgency, "/urgency"),
                    respondents,
                    wanted.flatMap(ReceiptNumber::read));
            violations
                    .addIf(wanted.isPresent() && filter.number.isEmpty(), "/number", PlatformProblem.VALUE_MALFORMED)
                    .throwIfAny();
            return filter;
        }
    }

    /**
     * What has come in so far, to notice what comes in later.
     *
     * @param received consultations that ever came in; only grows
     * @param replied cases in which the person wrote again and the reader has not looked since
     */
    public record Arrivals(long received, long replied) {}

    /** Where a page of the list ended. */
    record Position(short rank, LocalDate deadlineOn, Instant receivedAt, UUID id) {

        static Position of(QueueItem item) {
            return new Position(item.queueRank(), item.order(), item.state().receivedAt(), item.id());
        }

        String written() {
            return rank + " " + deadlineOn + " " + receivedAt + " " + id;
        }

        static Position read(String written) {
            String[] parts = written.split(" ");
            return new Position(
                    Short.parseShort(parts[0]),
                    LocalDate.parse(parts[1]),
                    Instant.parse(parts[2]),
                    UUID.fromString(parts[3]));
        }
    }
}
