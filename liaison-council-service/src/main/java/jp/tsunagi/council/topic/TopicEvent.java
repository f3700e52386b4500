package jp.tsunagi.council.topic;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.platform.outbox.Event;

/** What every service may know of a published topic; docs/events/jp.tsunagi.council.topic.published.v1.json. */
record TopicEvent(UUID topicId, String title, String visibility, long version, Instant at, String detailUrl) {

    static Event published(Topic topic, long version, Instant at) {
        UUID id = topic.proposal().id();
        var data = new TopicEvent(
                id,
                topic.proposal().text().title(),
                topic.publication().visibility().code(),
                version,
                at,
                "/v1/topics/" + id);
        return new Event(
                "tsunagi.council",
                "jp.tsunagi.council.topic.published.v1",
                "council-topic",
                id.toString(),
                version,
                data);
    }
}
