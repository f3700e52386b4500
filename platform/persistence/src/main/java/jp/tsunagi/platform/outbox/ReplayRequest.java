package jp.tsunagi.platform.outbox;

/**
 * A consumer's question to whoever owns the topic.
 *
 * @param fingerprint of the event that the consumer worked in last; empty when there is none
 * @param missing whether the consumer waits for an answer; otherwise the owner is silent when nothing differs
 */
record ReplayRequest(String topic, String aggregate, String fingerprint, boolean missing) {

    static final String TOPIC = "tsunagi.replay";
    static final String TYPE = "jp.tsunagi.platform.replay-requested.v1";

    ReplayRequest {
        Headers.checked("topic", topic);
        Headers.checked("aggregate", aggregate);
        if (!fingerprint.matches("[0-9a-f]{0,64}")) {
            throw new IllegalArgumentException("not a fingerprint");
        }
    }
}
