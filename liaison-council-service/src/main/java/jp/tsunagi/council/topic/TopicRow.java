package jp.tsunagi.council.topic;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.council.publication.Correction;
import jp.tsunagi.council.publication.Publication;
import jp.tsunagi.council.publication.Review;
import jp.tsunagi.council.publication.TakeDown;
import jp.tsunagi.council.publication.TakeDownReason;
import jp.tsunagi.council.publication.Visibility;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.identity.Actor;
import org.jspecify.annotations.Nullable;

/** The table of topics: the union of what the states hold; {@code store} writes every column. */
@Entity
@Table(name = "topic")
@SuppressWarnings("NullAway.Init") // Hibernate and store fill the columns.
class TopicRow {

    @Id
    UUID id;

    @Version
    long version = 1;

    String title;
    String body;
    String proposerAgency;
    Instant proposedAt;

    @Enumerated(EnumType.STRING)
    TopicStatus status;

    Instant since;

    @Nullable
    LocalDate meetingOn;

    @Nullable
    String note;

    @Enumerated(EnumType.STRING)
    Visibility visibility;

    @Nullable
    Instant embargoUntil;

    @Nullable
    Instant publishedAt;

    boolean announced;

    @Enumerated(EnumType.STRING)
    @Nullable
    TakeDownReason takenDownReason;

    @Nullable
    String takenDownBy;

    @Nullable
    Instant takenDownAt;

    @Nullable
    Instant restoredAt;

    String textBy;

    @Nullable
    String noteBy;

    boolean noteApproved;

    @Enumerated(EnumType.STRING)
    @Nullable
    Visibility requestedVisibility;

    @Nullable
    Instant requestedEmbargo;

    @Nullable
    String requestedBy;

    @Nullable
    Instant requestedAt;

    @Nullable
    String correctionTitle;

    @Nullable
    String correctionBody;

    @Nullable
    String correctionNote;

    @Nullable
    String correctionReason;

    @Nullable
    String correctionBy;

    @Nullable
    Instant correctionAt;

    String changedByAgency;
    Instant changedAt;

    Topic topic() {
        return new Topic(
                new Topic.Proposal(id, new Topic.Text(title, body), proposerAgency, proposedAt),
                new TopicFields(status, since, meetingOn, note).state(),
                new Publication(visibility, embargoUntil, publishedAt, announced, takenDown()),
                new Review(textBy, noteBy, noteApproved, request(), correction()));
    }

    private @Nullable TakeDown takenDown() {
        return takenDownReason == null
                ? null
                : new TakeDown(takenDownReason, requireNonNull(takenDownBy), requireNonNull(takenDownAt), restoredAt);
    }

    private @Nullable Correction correction() {
        return correctionReason == null
                ? null
                : new Correction(
                        requireNonNull(correctionTitle),
                        requireNonNull(correctionBody),
                        correctionNote,
                        correctionReason,
                        requireNonNull(correctionBy),
                        requireNonNull(correctionAt));
    }

    private Review.@Nullable Request request() {
        return requestedVisibility == null
                ? null
                : new Review.Request(
                        requestedVisibility,
                        requestedEmbargo,
                        requireNonNull(requestedBy),
                        requireNonNull(requestedAt));
    }

    Stored<Topic> stored() {
        return new Stored<>(topic(), version, changedAt);
    }

    void store(Topic topic, Actor by, Instant now) {
        Topic.Proposal proposal = topic.proposal();
        id = proposal.id();
        title = proposal.text().title();
        body = proposal.text().body();
        proposerAgency = proposal.proposerAgency();
        proposedAt = proposal.proposedAt();
        TopicFields fields = TopicFields.of(topic.state());
        status = fields.status();
        since = fields.since();
        meetingOn = fields.meetingOn();
        note = fields.note();
        Publication publication = topic.publication();
        visibility = publication.visibility();
        embargoUntil = publication.embargoUntil();
        publishedAt = publication.publishedAt();
        announced = publication.announced();
        TakeDown takenDown = publication.takenDown();
        takenDownReason = takenDown == null ? null : takenDown.reason();
        takenDownBy = takenDown == null ? null : takenDown.by();
        takenDownAt = takenDown == null ? null : takenDown.at();
        restoredAt = takenDown == null ? null : takenDown.restoredAt();
        Review review = topic.review();
        textBy = review.textBy();
        noteBy = review.noteBy();
        noteApproved = review.noteApproved();
        Review.Request request = review.request();
        requestedVisibility = request == null ? null : request.visibility();
        requestedEmbargo = request == null ? null : request.embargoUntil();
        requestedBy = request == null ? null : request.by();
        requestedAt = request == null ? null : request.at();
        Correction correction = review.correction();
        correctionTitle = correction == null ? null : correction.title();
        correctionBody = correction == null ? null : correction.body();
        correctionNote = correction == null ? null : correction.note();
        correctionReason = correction == null ? null : correction.reason();
        correctionBy = correction == null ? null : correction.by();
        correctionAt = correction == null ? null : correction.at();
        changedByAgency = by.agency();
        changedAt = now;
    }
}
