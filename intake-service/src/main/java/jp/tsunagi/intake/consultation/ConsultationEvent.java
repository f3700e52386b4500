package jp.tsunagi.intake.consultation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import jp.tsunagi.intake.submission.CaseClassification;
import jp.tsunagi.platform.outbox.Event;
import jp.tsunagi.vocabulary.Urgency;

/** What other services may know of a consultation: codes and times, nothing a person said. */
sealed interface ConsultationEvent {

    String TOPIC = "tsunagi.consultation";

    record Received(
            String consultationId,
            String ownerAgency,
            ConsultationStatus status,
            long version,
            @JsonUnwrapped CaseClassification classification,
            Urgency urgency,
            Instant at,
            String detailUrl)
            implements ConsultationEvent {}

    record Reached(
            String consultationId,
            String ownerAgency,
            ConsultationStatus status,
            long version,
            Instant at,
            String detailUrl)
            implements ConsultationEvent {}

    /**
     * It became more urgent, or less.
     *
     * @param decided whether a person decided so; else new words led to it
     */
    record UrgencyChanged(
            String consultationId,
            String ownerAgency,
            ConsultationStatus status,
            long version,
            Urgency urgency,
            boolean decided,
            Instant at,
            String detailUrl)
            implements ConsultationEvent {}

    /** Somebody decided that it is about something else than the person told. */
    record ClassificationChanged(
            String consultationId,
            String ownerAgency,
            ConsultationStatus status,
            long version,
            @JsonUnwrapped CaseClassification classification,
            Instant at,
            String detailUrl)
            implements ConsultationEvent {}

    static Event classificationChanged(ConsultationRow row) {
        return event(
                row,
                "classification-changed",
                new ClassificationChanged(
                        row.id.toString(),
                        row.ownerAgency,
                        row.status,
                        row.version,
                        row.classification(),
                        row.changedAt,
                        detail(row)));
    }

    static Event urgencyChanged(ConsultationRow row, boolean decided) {
        return event(
                row,
                "urgency-changed",
                new UrgencyChanged(
                        row.id.toString(),
                        row.ownerAgency,
                        row.status,
                        row.version,
                        row.urgency,
                        decided,
                        row.changedAt,
                        detail(row)));
    }

    static Event received(ConsultationRow row) {
        return event(
                row,
                "received",
                new Received(
                        row.id.toString(),
                        row.ownerAgency,
                        row.status,
                        row.version,
                        row.classification(),
                        row.urgency,
                        row.receivedAt,
                        detail(row)));
    }

    /** The event of the state reached, if others are told of it; a hand-over has an event of its own. */
    static Optional<Event> reached(Consultation state, ConsultationRow row) {
        return switch (state) {
            case Consultation.Advised _ -> Optional.of(reached(row, "advised"));
            case Consultation.Closed _ -> Optional.of(reached(row, "closed"));
            // Of the ways to it, others are told of the one that undoes what they were told.
            case Consultation.InProgress _ -> Optional.of(reached(row, "reopened"));
            case Consultation.Received _, Consultation.Referred _, Consultation.Returned _ -> Optional.empty();
        };
    }

    private static Event reached(ConsultationRow row, String name) {
        return event(
                row,
                name,
                new Reached(row.id.toString(), row.ownerAgency, row.status, row.version, row.changedAt, detail(row)));
    }

    private static Event event(ConsultationRow row, String name, ConsultationEvent data) {
        return new Event(
                TOPIC, "jp.tsunagi.consultation." + name + ".v1", "consultation", row.id.toString(), row.version, data);
    }

    private static String detail(ConsultationRow row) {
        return "/v1/consultations/" + row.id;
    }
}
