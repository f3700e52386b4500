package jp.tsunagi.platform.outbox;

import java.util.regex.Pattern;

/**
 * A consumer's question to whoever owns the topic.
 *
 * @param fingerprint of the event that the consumer worked in last; empty when there is none
 * @param missing whether the consumer waits for an answer; otherwise the owner is silent when nothing differs
 */
record ReplayRequest(String topic, String aggregate, String fingerprint, boolean missing) {

    static final String TOPIC = "tsunagi.replay";
    static final String TYPE = "jp.tsunagi.platform.replay-requested.v1";
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{0,64}");

    ReplayRequest {
        Headers.checked("topic", topic);
        Headers.checked("aggregate", aggregate);
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            throw new IllegalArgumentException("not a fingerprint");
        }
    }
}
