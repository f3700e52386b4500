package jp.tsunagi.intake.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.triage.Urgency;
import jp.tsunagi.platform.problem.Refusal;

/** The counsellors' list: emergencies, what came back from another desk, then by urgency; the oldest first in each. */
public final class Queue {

    private Queue() {}

    /** Place of a consultation in the list; the smallest is on top. */
    static short rank(Consultation state, Urgency urgency) {
        if (state instanceof Consultation.Open && urgency == Urgency.EMERGENCY) {
            return 0;
        }
        return switch (state) {
            case Consultation.Returned _ -> 1;
            case Consultation.Received _, Consultation.InProgress _ -> (short) (1 + urgency.ordinal());
            case Consultation.Advised _, Consultation.Referred _ -> 5;
            case Consultation.Closed _ -> 6;
        };
    }

    /**
     * What is asked for; null means any, but closed cases show only when asked for.
     *
     * @param respondents the walled-off list of those who received a claim (domain.md 2.3, rule 10)
     */
    public record Filter(String status, String urgency, boolean respondents) {

        private static final List<String> STATUSES =
                List.of("received", "in-progress", "advised", "referred", "returned", "closed");

        /** What a caller asked for; empty is any, an unknown value is refused instead of showing an empty list. */
        public static Filter of(String status, String urgency, boolean respondents) {
            String wantedStatus = status == null || status.isEmpty() ? null : status;
            String wantedUrgency = urgency == null || urgency.isEmpty() ? null : urgency;
            if (wantedStatus != null && !STATUSES.contains(wantedStatus)) {
                throw unknown("/status");
            }
            if (wantedUrgency != null && Urgency.of(wantedUrgency).isEmpty()) {
                throw unknown("/urgency");
            }
            return new Filter(wantedStatus, wantedUrgency, respondents);
        }

        public static List<String> statuses() {
            return STATUSES;
        }

        private static Refusal unknown(String pointer) {
            String ja = "選べるものの中から選んでください。";
            String en = "Choose one of the values listed in the API description.";
            return new Refusal(Refusal.Kind.INVALID, "value-unknown", ja, en).at(pointer, "value-unknown", ja, en);
        }
    }

    /** One line of the list: no name, no text. */
    public record Item(
            UUID id,
            String receiptNumber,
            String status,
            String urgency,
            List<String> urgencyReasons,
            String wish,
            List<String> categories,
            String consulterType,
            String ageBand,
            String holder,
            String returnDesk,
            String returnReason,
            Instant receivedAt,
            Instant changedAt,
            long version,
            short rank) {}

    /** Where a page of the list ended. */
    record Position(short rank, Instant receivedAt, UUID id) {

        String written() {
            return rank + " " + receivedAt + " " + id;
        }

        static Position read(String written) {
            String[] parts = written.split(" ");
            return new Position(Short.parseShort(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
        }
    }
}
