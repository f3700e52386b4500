package jp.tsunagi.intake.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.message.Message;
import jp.tsunagi.intake.triage.Assessment;
import org.jspecify.annotations.Nullable;

/** Everything about one consultation, opened: only for those who may read it, and only after the read was audited. */
public record CaseFile(
        Consultation state,
        long version,
        String receiptNumber,
        Instant receivedAt,
        Instant changedAt,
        CaseStatement statement,
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

    public ConsultationStatus status() {
        return state.status();
    }

    public boolean isOpen() {
        return state instanceof Consultation.Open;
    }

    /** Why it came back from a desk; null when it did not. */
    public Consultation.@Nullable Return returned() {
        return state instanceof Consultation.Returned back ? back.why() : null;
    }

    /** One line of the timeline. */
    public record Step(CommandType action, String by, Instant at) {}
}
