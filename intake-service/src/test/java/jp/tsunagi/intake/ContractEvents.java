package jp.tsunagi.intake;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.EventExamples.Example;
import jp.tsunagi.testing.TestKafka;

/** Events that intake announced, beside the examples in {@code docs/events}. */
final class ContractEvents {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ContractEvents() {}

    /** What referral-service tells of a hand-over of ours. */
    static Example referralNews(String step, String referral, String consultation, long version) {
        Example example = EventExamples.read("jp.tsunagi.referral." + step + ".v1");
        example.data()
                .put("referralId", referral)
                .put("consultationId", consultation)
                .put("originAgency", "IHAHO")
                .put("version", version);
        return example.withKey(referral, version);
    }

    static Example desk(String code, long version) {
        Example example = EventExamples.read("jp.tsunagi.desk.changed.v1");
        example.data().put("desk", code).put("version", version);
        return example.withKey(code, version);
    }

    /** The data of the n-th event of one aggregate, counted from 0. */
    static JsonNode sent(String topic, String key, int position) {
        try {
            return JSON.readTree(
                    TestKafka.await(topic, key, position + 1).get(position).value());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Checks that an event is the example of its type, but for the members named, which differ each time.
     *
     * @return the event's data
     */
    static JsonNode assertLikeTheExample(String type, String key, int position, String... varying) {
        Example example = EventExamples.read(type);
        var record = TestKafka.await(example.topic(), key, position + 1).get(position);
        JsonNode sent = sent(example.topic(), key, position);
        ObjectNode expected = example.data().deepCopy();
        expected.put("consultationId", key);
        if (expected.has("detailUrl")) {
            expected.put("detailUrl", "/v1/consultations/" + key);
        }
        for (String member : varying) {
            expected.set(member, sent.get(member));
        }
        expected.set("at", sent.get("at"));

        assertEquals(expected, sent);
        assertDoesNotThrow(() -> Instant.parse(sent.get("at").textValue()));
        assertEquals(type, TestKafka.header(record, "ce_type"));
        assertEquals(example.source(), TestKafka.header(record, "ce_source"));
        assertEquals("consultation/" + key, TestKafka.header(record, "ce_subject"));
        return sent;
    }
}
