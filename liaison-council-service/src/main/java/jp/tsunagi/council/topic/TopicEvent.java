package jp.tsunagi.council.topic;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.platform.outbox.Event;

/**
 * What every service may know of a published topic, at its publication (topic.published) and when another text took its
 * place (topic.corrected), which may have been taken down before; docs/events.
 */
record TopicEvent(UUID topicId, String title, String visibility, long version, Instant at, String detailUrl) {

    static Event published(Topic topic, long version, Instant at) {
        return event("jp.tsunagi.council.topic.published.v1", topic, version, at);
    }

    static Event corrected(Topic topic, long version, Instant at) {
        return event("jp.tsunagi.council.topic.corrected.v1", topic, version, at);
    }

    private static Event event(String type, Topic topic, long version, Instant at) {
        UUID id = topic.proposal().id();
        var data = new TopicEvent(
                id,
                topic.proposal().text().title(),
                topic.publication().visibility().code(),
                version,
                at,
                "/v1/topics/" + id);
        return new Event("tsunagi.council", type, "council-topic", id.toString(), version, data);
    }
}
