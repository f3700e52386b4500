package jp.tsunagi.council.topic;

import java.time.Instant;

/** A topic as the record holds it: its state, who may read it, and which version this is. */
record StoredTopic(Topic topic, Publication publication, long version, String changedByAgency, Instant changedAt) {

    static StoredTopic of(TopicRow row) {
        return new StoredTopic(row.topic(), row.publication(), row.version, row.changedByAgency, row.changedAt);
    }

    TopicStatus status() {
        return TopicStatus.of(topic);
    }
}
