package jp.tsunagi.council.topic;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.council.publication.Publication;
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
    String changedByAgency;
    Instant changedAt;

    Topic topic() {
        return new Topic(
                new Topic.Proposal(id, new Topic.Text(title, body), proposerAgency, proposedAt),
                new TopicFields(status, since, meetingOn, note).state(),
                new Publication(visibility, embargoUntil, publishedAt, announced));
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
        changedByAgency = by.agency();
        changedAt = now;
    }
}
