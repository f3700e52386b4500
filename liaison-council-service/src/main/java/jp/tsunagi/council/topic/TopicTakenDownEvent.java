package jp.tsunagi.council.topic;

import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.council.publication.TakeDownReason;
import jp.tsunagi.platform.outbox.Event;

/**
 * A published topic is not to be read any more; docs/events/jp.tsunagi.council.topic.taken-down.v1.json. It does not
 * repeat the title, which may be what must not be read.
 */
record TopicTakenDownEvent(UUID topicId, String reason, long version, Instant at, String detailUrl) {

    static Event of(Topic topic, TakeDownReason reason, long version, Instant at) {
        UUID id = topic.proposal().id();
        return new Event(
                "tsunagi.council",
                "jp.tsunagi.council.topic.taken-down.v1",
                "council-topic",
                id.toString(),
                version,
                new TopicTakenDownEvent(id, reason.code(), version, at, "/v1/topics/" + id));
    }
}
