package jp.tsunagi.platform.outbox;

import static java.util.Objects.requireNonNullElse;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record's place in the history of its aggregate.
 *
 * @param previous fingerprint of the event before it, as the record says
 * @param fingerprint of the record's own content
 * @param head only in an owner's answer: fingerprint of the last event that the owner has announced; else null
 */
record Link(
        String topic,
        String aggregate,
        String previous,
        String fingerprint,
        @Nullable String head) {

    /** What a record means to somebody who has followed the aggregate up to a certain fingerprint. */
    enum Step {
        /** It follows. */
        NEXT,
        /** The owner tells everything again, because what was worked in is not its history. */
        AGAIN,
        /** The owner has announced nothing else. */
        CONFIRMED,
        /** The owner has never heard of this aggregate. */
        UNKNOWN,
        /** It does not follow: it is old, or something is missing, or one of the two is not the owner's. */
        OTHER
    }

    static Link of(ConsumerRecord<String, byte[]> record) {
        String previous = Headers.of(record, "ce_previous");
        String head = record.headers().lastHeader("ce_head") == null ? null : Headers.of(record, "ce_head");
        return new Link(
                record.topic(),
                Headers.checked("key", requireNonNullElse(record.key(), "")),
                previous,
                Fingerprint.of(
                        previous,
                        requireNonNullElse(record.value(), new byte[0]),
                        Headers.of(record, "ce_id"),
                        Headers.of(record, "ce_type"),
                        Headers.of(record, "ce_subject"),
                        Headers.of(record, "ce_sequence"),
                        Headers.of(record, "ce_time")),
                head);
    }

    Step from(String position) {
        if (position.equals(head)) {
            return Step.CONFIRMED;
        }
        if (Fingerprint.NONE.equals(head)) {
            return Step.UNKNOWN;
        }
        if (previous.equals(position)) {
            return Step.NEXT;
        }
        return head != null && previous.equals(Fingerprint.NONE) ? Step.AGAIN : Step.OTHER;
    }
}
