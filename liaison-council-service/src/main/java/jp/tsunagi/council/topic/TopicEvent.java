package jp.tsunagi.council.topic;

import java.time.Instant;
import java.util.UUID;

/** What every service may know of a published topic; docs/events/jp.tsunagi.council.topic.published.v1.json. */
record TopicEvent(UUID topicId, String title, String visibility, long version, Instant at, String detailUrl) {

    static final String TOPIC = "tsunagi.council";
    static final String PUBLISHED = "jp.tsunagi.council.topic.published.v1";
    static final String AGGREGATE = "council-topic";

    static TopicEvent published(Topic topic, Publication publication, long version, Instant at) {
        UUID id = topic.proposal().id();
        return new TopicEvent(
                id, topic.proposal().title(), publication.visibility().wire(), version, at, "/v1/topics/" + id);
    }
}
