package jp.tsunagi.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A row of the outbox as it stands on Kafka: CloudEvents 1.0 in binary mode. */
record EventRecord(
        long seq, String topic, String aggregate, String fingerprint, String payload, Map<String, String> headers) {

    static final String COLUMNS =
            "seq, id, topic, aggregatetype, aggregateid, type, version, payload, correlation, created_at, previous,"
                    + " fingerprint";

    static EventRecord of(ResultSet row, String service) throws SQLException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", row.getString("id"));
        headers.put("ce_source", "/" + service);
        headers.put("ce_type", row.getString("type"));
        headers.put("ce_subject", row.getString("aggregatetype") + "/" + row.getString("aggregateid"));
        headers.put("ce_time", row.getTimestamp("created_at").toInstant().toString());
        headers.put("ce_sequence", row.getString("version"));
        headers.put("ce_correlationid", row.getString("correlation"));
        headers.put("content-type", "application/json");
        if (!row.getString("previous").equals(Fingerprint.NONE)) {
            headers.put("ce_previous", row.getString("previous"));
        }
        return new EventRecord(
                row.getLong("seq"),
                row.getString("topic"),
                row.getString("aggregateid"),
                row.getString("fingerprint"),
                row.getString("payload"),
                headers);
    }

    ProducerRecord<String, byte[]> toKafka() {
        var event = new ProducerRecord<>(topic, aggregate, payload.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return event;
    }

    /** The same event as part of an answer. */
    ProducerRecord<String, byte[]> toKafka(String head) {
        var event = toKafka();
        event.headers().add("ce_head", head.getBytes(StandardCharsets.UTF_8));
        return event;
    }
}
