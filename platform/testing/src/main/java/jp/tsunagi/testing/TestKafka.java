package jp.tsunagi.testing;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import jp.tsunagi.platform.outbox.Fingerprint;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/**
 * The other services' side of the broker: sends events as they would, and reads what a service announced. It may do
 * everything there; the service under test signs in as itself and may do what topics.tsv allows it.
 */
public final class TestKafka {

    /** What the names of the system properties with this class's client settings begin with. */
    static final String SETTING = "tsunagi.test.kafka.";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What the owner of an aggregate remembers in its outbox: the fingerprint of its last event. */
    private static final Map<String, String> LAST = new ConcurrentHashMap<>();

    private static final Map<String, ProducerRecord<String, byte[]>> SENT = new ConcurrentHashMap<>();

    private TestKafka() {}

    /** Sends an example under a new event id; returns that id. */
    public static String send(EventExamples.Example example) {
        String id = UUID.randomUUID().toString();
        send(example, id);
        return id;
    }

    /** Sends an example under the given event id; the same id again plays a redelivery, whatever the example says. */
    public static void send(EventExamples.Example example, String eventId) {
        send(example(example, eventId));
    }

    /** The record that {@link #send(EventExamples.Example)} would send. */
    public static ProducerRecord<String, byte[]> example(EventExamples.Example example) {
        return example(example, UUID.randomUUID().toString());
    }

    private static ProducerRecord<String, byte[]> example(EventExamples.Example example, String eventId) {
        return SENT.computeIfAbsent(eventId, _ -> {
            String aggregate = example.topic() + " " + example.key();
            Map<String, String> headers = headers(example, eventId, LAST.getOrDefault(aggregate, Fingerprint.NONE));
            var next = record(
                    example.topic(), example.key(), headers, example.data().toString());
            LAST.put(aggregate, fingerprint(next));
            return next;
        });
    }

    /** What is sent of the aggregate from now on follows what its owner announced last. */
    public static void continueAfter(String topic, String key, String fingerprint) {
        LAST.put(topic + " " + key, fingerprint);
    }

    /** Sends what the owner of the topic never announced; the owner's next event does not follow it. */
    public static void forge(EventExamples.Example example, String previous) {
        String id = UUID.randomUUID().toString();
        send(
                example.topic(),
                example.key(),
                headers(example, id, previous),
                example.data().toString());
    }

    /** The fingerprint of a record, as its consumer computes it. */
    public static String fingerprint(ProducerRecord<String, byte[]> record) {
        return Fingerprint.of(
                header(record.headers(), "ce_previous"),
                record.value(),
                header(record.headers(), "ce_id"),
                header(record.headers(), "ce_type"),
                header(record.headers(), "ce_subject"),
                header(record.headers(), "ce_sequence"),
                header(record.headers(), "ce_time"));
    }

    private static Map<String, String> headers(EventExamples.Example example, String eventId, String previous) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", eventId);
        headers.put("ce_source", example.source());
        headers.put("ce_type", example.type());
        headers.put("ce_subject", example.subject());
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_sequence", Long.toString(example.sequence()));
        headers.put("ce_correlationid", eventId);
        headers.put("ce_previous", previous);
        headers.put("content-type", "application/json");
        return headers;
    }

    /** Sends any record, also a broken one. */
    public static void send(String topic, String key, Map<String, String> headers, String value) {
        send(record(topic, key, headers, value));
    }

    private static ProducerRecord<String, byte[]> record(
            String topic, String key, Map<String, String> headers, String value) {
        var record = new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** Sends a record as it is. */
    public static void send(ProducerRecord<String, byte[]> record) {
        send(List.of(record));
    }

    /** Sends many examples at once, each under a new event id. */
    public static void sendAll(List<EventExamples.Example> examples) {
        send(examples.stream().map(TestKafka::example).toList());
    }

    /** Sends records at once, so that their consumer gets them together. */
    public static void send(List<ProducerRecord<String, byte[]>> records) {
        try (var producer = new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer())) {
            for (var sent : records.stream().map(producer::send).toList()) {
                sent.get();
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** All records of one aggregate, as soon as there are as many as expected; fails after 20 seconds. */
    public static List<ConsumerRecord<String, byte[]>> await(String topic, String key, int expected) {
        return Awaitility.await(expected + " events of " + key + " on " + topic)
                .atMost(PATIENCE)
                .until(() -> read(topic, key), records -> records.size() >= expected);
    }

    /** The records of one aggregate that are on the topic now. */
    public static List<ConsumerRecord<String, byte[]>> read(String topic, String key) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(client(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < requireNonNull(ends.get(p)))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    static Map<String, Object> client() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(SETTING))
                .collect(toMap(name -> name.substring(SETTING.length()), System::getProperty));
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        return header(record.headers(), name);
    }

    static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
