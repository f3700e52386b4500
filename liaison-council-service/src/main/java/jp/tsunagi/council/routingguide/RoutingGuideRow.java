package jp.tsunagi.council.routingguide;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

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
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.identity.Actor;
import org.jspecify.annotations.Nullable;

/** The table of versions of the routing guide; the application may not change what was proposed. */
@Entity
@Table(name = "routing_guide")
@SuppressWarnings("NullAway.Init") // Hibernate and store fill the columns.
class RoutingGuideRow {

    @Id
    UUID id;

    @Version
    long version = 1;

    @Column(updatable = false)
    int number;

    @Column(updatable = false)
    UUID topicId;

    @Column(updatable = false)
    String text;

    @Column(updatable = false)
    LocalDate effectiveFrom;

    @Column(updatable = false)
    String proposedBy;

    @Column(updatable = false)
    Instant proposedAt;

    @Enumerated(EnumType.STRING)
    GuideStatus status;

    @Nullable
    String decidedBy;

    @Nullable
    Instant decidedAt;

    @Nullable
    String reason;

    String changedByAgency;

    RoutingGuide guide() {
        return new RoutingGuide(
                id, number, new RoutingGuide.Content(topicId, text, effectiveFrom), proposedBy, proposedAt, state());
    }

    private GuideState state() {
        return switch (status) {
            case PROPOSED -> new GuideState.Proposed();
            case ADOPTED -> new GuideState.Adopted(requireNonNull(decidedBy), requireNonNull(decidedAt));
            case WITHDRAWN ->
                new GuideState.Withdrawn(requireNonNull(decidedBy), requireNonNull(decidedAt), requireNonNull(reason));
        };
    }

    Instant changedAt() {
        return requireNonNullElse(decidedAt, proposedAt);
    }

    Stored<RoutingGuide> stored() {
        return new Stored<>(guide(), version, changedAt());
    }

    void store(RoutingGuide guide, Actor by) {
        GuideLine line = GuideLine.of(guide, version);
        id = line.id();
        number = line.number();
        topicId = line.topicId();
        text = guide.content().text();
        effectiveFrom = line.effectiveFrom();
        proposedBy = line.proposedBy();
        proposedAt = line.proposedAt();
        status = line.status();
        decidedBy = line.decidedBy();
        decidedAt = line.decidedAt();
        reason = line.reason();
        changedByAgency = by.agency();
    }
}
