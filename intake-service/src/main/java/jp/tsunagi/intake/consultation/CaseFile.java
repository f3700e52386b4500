package jp.tsunagi.intake.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.message.Message;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one consultation, opened: only for those who may read it, and only after the read was audited.
 *
 * @param classification as the person told it, or as somebody decided
 * @param urgency as it was decided, or as triage suggests
 * @param urgencyDecided whether a person decided it, and no new words have raised it since
 */
public record CaseFile(
        Stored<Consultation> stored,
        String receiptNumber,
        Instant receivedAt,
        Submission submission,
        CaseClassification classification,
        Urgency urgency,
        boolean urgencyDecided,
        Assessment assessment,
        List<Message> messages,
        List<Step> steps) {

    public CaseFile {
        messages = List.copyOf(messages);
        steps = List.copyOf(steps);
    }

    public UUID id() {
        return consultation().id();
    }

    public Consultation consultation() {
        return stored.value();
    }

    public long version() {
        return stored.version();
    }

    public boolean isOpen() {
        return consultation() instanceof Consultation.Open;
    }

    public CaseState state() {
        return new CaseState(
                consultation().status(),
                consultation().owner(),
                consultation().assignee(),
                consultation() instanceof Consultation.Returned back ? back.why() : null,
                receivedAt,
                stored.changedAt());
    }

    /**
     * One line of the timeline.
     *
     * @param version that the case reached with it
     * @param to what people call whom the case was given to; null for any other step
     */
    public record Step(
            CommandType action,
            String byId,
            String by,
            @Nullable String toId,
            @Nullable String to,
            Instant at,
            long version) {

        /** What people call an account that made the step or was given the case by it; null for another. */
        public @Nullable String nameOf(String account) {
            if (account.equals(byId)) {
                return by;
            }
            return account.equals(toId) ? to : null;
        }
    }
}
