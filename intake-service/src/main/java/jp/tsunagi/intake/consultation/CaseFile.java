package jp.tsunagi.intake.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.submission.ConsulterType;

/** Everything about one consultation, opened: only for those who may read it, and only after the read was audited. */
public record CaseFile(
        Consultation state,
        long version,
        String receiptNumber,
        Instant receivedAt,
        Instant changedAt,
        String changedBy,
        Told told,
        Assessment assessment,
        List<Message> messages,
        List<Step> steps) {

    public CaseFile {
        messages = List.copyOf(messages);
        steps = List.copyOf(steps);
    }

    public UUID id() {
        return state.id();
    }

    public String status() {
        return state.status();
    }

    public boolean isOpen() {
        return state instanceof Consultation.Open;
    }

    /** Why it came back from a desk, or null. */
    public Consultation.Return returned() {
        return state instanceof Consultation.Returned back ? back.why() : null;
    }

    /** In the consulter's words. */
    public record Told(
            String wish,
            String narrative,
            String consulterType,
            String ageBand,
            List<String> categories,
            List<String> urls,
            String danger,
            String callName,
            String contact,
            String prefecture) {

        public Told {
            categories = List.copyOf(categories);
            urls = List.copyOf(urls);
        }

        public boolean isRespondentSide() {
            return ConsulterType.RESPONDENT.code().equals(consulterType);
        }
    }

    /** How urgent it is and which rules said so. */
    public record Assessment(String urgency, List<String> reasons) {
        public Assessment {
            reasons = List.copyOf(reasons);
        }
    }

    public record Message(UUID id, String author, boolean fromConsulter, String text, Instant at) {}

    public record Step(long version, String action, String by, Instant at) {}
}
