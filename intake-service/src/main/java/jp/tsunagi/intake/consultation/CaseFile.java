package jp.tsunagi.intake.consultation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.intake.message.Message;
import jp.tsunagi.intake.removal.Target;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one consultation, opened: only for those who may read it, and only after the read was audited.
 *
 * @param classification as the person told it, or as somebody decided
 * @param targets every place that was named so far, in that order
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
        List<Target> targets,
        List<Message> messages,
        List<Step> steps) {

    public CaseFile {
        targets = List.copyOf(targets);
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

    /**
     * What the consulter had told when a consent was given: a yes does not grow with what is named after it.
     *
     * @param givenAt to the minute, as somebody may have typed it; null for everything
     */
    public Submission toldBy(@Nullable Instant givenAt) {
        if (givenAt == null) {
            return submission;
        }
        boolean isToTheMinute = givenAt.truncatedTo(ChronoUnit.MINUTES).equals(givenAt);
        Instant end = isToTheMinute ? givenAt.plus(Duration.ofMinutes(1)) : givenAt;
        return submission.withUrls(targets.stream()
                .filter(target -> !target.namedAt().isAfter(receivedAt)
                        || target.namedAt().isBefore(end))
                .map(Target::url)
                .toList());
    }

    /** Every kind of harm that the person told or somebody decided. */
    public List<Category> allCategories() {
        return Stream.concat(submission.categories().stream(), classification.categories().stream())
                .distinct()
                .toList();
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
