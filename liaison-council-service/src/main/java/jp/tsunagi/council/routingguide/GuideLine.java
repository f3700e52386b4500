package jp.tsunagi.council.routingguide;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.council.routingguide.GuideState.Adopted;
import jp.tsunagi.council.routingguide.GuideState.Proposed;
import jp.tsunagi.council.routingguide.GuideState.Withdrawn;
import org.jspecify.annotations.Nullable;

/**
 * A version of the routing guide laid flat and without its rules, for lists, the API and the pages.
 *
 * @param decidedBy account that adopted or withdrew it; null while it is proposed
 * @param reason why it was withdrawn; null in the other states
 */
@TemplateData
public record GuideLine(
        UUID id,
        int number,
        UUID topicId,
        LocalDate effectiveFrom,
        String proposedBy,
        Instant proposedAt,
        GuideStatus status,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        long version) {

    static GuideLine of(RoutingGuide guide, long version) {
        return switch (guide.state()) {
            case Proposed _ -> of(guide, null, null, null, version);
            case Adopted a -> of(guide, a.by(), a.at(), null, version);
            case Withdrawn w -> of(guide, w.by(), w.at(), w.reason(), version);
        };
    }

    private static GuideLine of(
            RoutingGuide guide, @Nullable String by, @Nullable Instant at, @Nullable String reason, long version) {
        return new GuideLine(
                guide.id(),
                guide.number(),
                guide.content().topicId(),
                guide.content().effectiveFrom(),
                guide.proposedBy(),
                guide.proposedAt(),
                guide.state().status(),
                by,
                at,
                reason,
                version);
    }

    /** The tone of the state's badge. */
    public String tone() {
        return switch (status) {
            case PROPOSED -> "active";
            case ADOPTED -> "good";
            case WITHDRAWN -> "plain";
        };
    }
}
