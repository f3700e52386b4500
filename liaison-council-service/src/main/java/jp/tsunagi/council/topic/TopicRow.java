package jp.tsunagi.council.topic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.council.topic.Topic.Proposal;

/** The table of topics: the union of what the states hold; {@code store} writes every column. */
@Entity
@Table(name = "topic")
class TopicRow {

    @Id
    UUID id;

    @Version
    long version = 1;

    String title;
    String body;

    @Column(name = "proposer_agency")
    String proposerAgency;

    @Column(name = "proposed_at")
    Instant proposedAt;

    @Enumerated(EnumType.STRING)
    TopicStatus status;

    Instant since;

    @Column(name = "meeting_on")
    LocalDate meetingOn;

    String note;

    @Enumerated(EnumType.STRING)
    Visibility visibility;

    @Column(name = "embargo_until")
    Instant embargoUntil;

    @Column(name = "published_at")
    Instant publishedAt;

    boolean announced;

    @Column(name = "changed_by_agency")
    String changedByAgency;

    @Column(name = "changed_at")
    Instant changedAt;

    Topic topic() {
        var p = new Proposal(id, title, body, proposerAgency, proposedAt);
        return switch (status) {
            case PROPOSED -> new Topic.Proposed(p, since);
            case ADOPTED -> new Topic.Adopted(p, since);
            case SCHEDULED -> new Topic.Scheduled(p, since, meetingOn);
            case DISCUSSED -> new Topic.Discussed(p, since, meetingOn);
            case DECIDED -> new Topic.Decided(p, since, meetingOn, note);
            case CARRIED_OVER -> new Topic.CarriedOver(p, since, meetingOn, note);
            case CLOSED -> new Topic.Closed(p, since, meetingOn, note);
            case DECLINED -> new Topic.Declined(p, since, note);
            case WITHDRAWN -> new Topic.Withdrawn(p, since, note);
        };
    }

    Publication publication() {
        return new Publication(visibility, embargoUntil, publishedAt, announced);
    }

    void store(Topic topic) {
        Proposal p = topic.proposal();
        id = p.id();
        title = p.title();
        body = p.body();
        proposerAgency = p.proposerAgency();
        proposedAt = p.proposedAt();
        status = TopicStatus.of(topic);
        since = topic.since();
        meetingOn = switch (topic) {
            case Topic.Scheduled s -> s.meetingOn();
            case Topic.Discussed d -> d.meetingOn();
            case Topic.Decided d -> d.meetingOn();
            case Topic.CarriedOver c -> c.meetingOn();
            case Topic.Closed c -> c.meetingOn();
            case Topic.Proposed _, Topic.Adopted _, Topic.Declined _, Topic.Withdrawn _ -> null;
        };
        note = switch (topic) {
            case Topic.Decided d -> d.decision();
            case Topic.CarriedOver c -> c.reason();
            case Topic.Closed c -> c.decision();
            case Topic.Declined d -> d.reason();
            case Topic.Withdrawn w -> w.reason();
            case Topic.Proposed _, Topic.Adopted _, Topic.Scheduled _, Topic.Discussed _ -> null;
        };
    }

    void store(Publication publication) {
        visibility = publication.visibility();
        embargoUntil = publication.embargoUntil();
        publishedAt = publication.publishedAt();
        announced = publication.announced();
    }
}
