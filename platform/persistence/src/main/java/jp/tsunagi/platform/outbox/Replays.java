package jp.tsunagi.platform.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The answers to consumers that miss an event or want to know whether they hold the truth. An answer is the aggregate's
 * events again, as they were, each with the fingerprint of the last one in {@code ce_head}:
 *
 * <ul>
 *   <li>those after the consumer's position, when the position is one of ours;
 *   <li>all, when it is not: then the consumer worked in what we never said, and begins again;
 *   <li>the last one alone, when nothing is missing, and only to a consumer that waits;
 *   <li>a record without a value and with an empty head, when we own the topic and never announced such an aggregate.
 * </ul>
 */
final class Replays {

    private final String service;

    Replays(String service) {
        this.service = service;
    }

    private record Request(String topic, String aggregate, String fingerprint, boolean missing) {}

    /** Answers the next request; false when there is none. Runs on the relay's thread and connection. */
    boolean answerOne(Connection connection, Producer<String, byte[]> kafka) throws SQLException {
        Request request = next(connection);
        if (request == null) {
            return false;
        }
        List<Future<?>> sent = new ArrayList<>();
        answer(connection, request).forEach(record -> sent.add(kafka.send(record)));
        for (Future<?> one : sent) {
            awaitAcknowledged(one);
        }
        delete(connection, request);
        return true;
    }

    private static @Nullable Request next(Connection connection) throws SQLException {
        try (PreparedStatement first = connection.prepareStatement(
                        "select topic, aggregate, fingerprint, missing from replay limit 1");
                ResultSet row = first.executeQuery()) {
            return row.next()
                    ? new Request(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4))
                    : null;
        }
    }

    private List<ProducerRecord<String, byte[]>> answer(Connection connection, Request request) throws SQLException {
        List<EventRecord> history = history(connection, request);
        if (history.isEmpty()) {
            return owns(connection, request.topic) ? List.of(unknown(request)) : List.of();
        }
        String head = history.getLast().fingerprint();
        int held = history.stream().map(EventRecord::fingerprint).toList().indexOf(request.fingerprint);
        List<EventRecord> missing = history.subList(held + 1, history.size());
        if (missing.isEmpty() && request.missing) {
            missing = List.of(history.getLast());
        }
        return missing.stream().map(event -> event.toKafka(head)).toList();
    }

    /** What has been announced and sent; what is still unsent follows by itself. */
    private List<EventRecord> history(Connection connection, Request request) throws SQLException {
        try (PreparedStatement sent = connection.prepareStatement("select " + EventRecord.COLUMNS
                + " from outbox where topic = ? and aggregateid = ? and sent_at is not null order by seq")) {
            sent.setString(1, request.topic);
            sent.setString(2, request.aggregate);
            List<EventRecord> events = new ArrayList<>();
            try (ResultSet row = sent.executeQuery()) {
                while (row.next()) {
                    events.add(EventRecord.of(row, service));
                }
            }
            return events;
        }
    }

    private static boolean owns(Connection connection, String topic) throws SQLException {
        try (PreparedStatement any = connection.prepareStatement("select 1 from outbox where topic = ? limit 1")) {
            any.setString(1, topic);
            try (ResultSet row = any.executeQuery()) {
                return row.next();
            }
        }
    }

    private static ProducerRecord<String, byte[]> unknown(Request request) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(request.topic, request.aggregate, null);
        record.headers().add("ce_head", new byte[0]);
        return record;
    }

    private static void delete(Connection connection, Request request) throws SQLException {
        try (PreparedStatement done = connection.prepareStatement(
                "delete from replay where topic = ? and aggregate = ? and fingerprint = ?")) {
            done.setString(1, request.topic);
            done.setString(2, request.aggregate);
            done.setString(3, request.fingerprint);
            done.executeUpdate();
        }
    }

    private static void awaitAcknowledged(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException refused) {
            throw new KafkaException("the broker did not take an answer", refused.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new KafkaException(stop);
        }
    }
}
