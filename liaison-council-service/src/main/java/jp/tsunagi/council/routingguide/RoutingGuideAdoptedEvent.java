package jp.tsunagi.council.routingguide;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.platform.outbox.Event;

/**
 * A version of the routing guide was adopted; docs/events/jp.tsunagi.council.routing-guide.adopted.v1.json. It carries the
 * rules themselves, so that intake can follow them while the council's service is away.
 */
record RoutingGuideAdoptedEvent(
        UUID routingGuideId,
        int number,
        UUID topicId,
        LocalDate effectiveFrom,
        Instant adoptedAt,
        String text,
        long version) {

    static Event of(RoutingGuide guide, GuideState.Adopted adopted, long version) {
        RoutingGuide.Content content = guide.content();
        return new Event(
                "tsunagi.council",
                "jp.tsunagi.council.routing-guide.adopted.v1",
                "routing-guide",
                guide.id().toString(),
                version,
                new RoutingGuideAdoptedEvent(
                        guide.id(),
                        guide.number(),
                        content.topicId(),
                        content.effectiveFrom(),
                        adopted.at(),
                        content.text(),
                        version));
    }
}
