package jp.tsunagi.platform.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics our services talk on, as topics.tsv lists them: who writes, who reads, how long each remembers. */
public final class Topics {
    private static final int PARTITIONS = 3;
    private static final short ONE_REPLICA = 1;

    private Topics() {}

    /** One line of topics.tsv. */
    record Topic(String name, List<String> writers, List<String> readers, Map<String, String> settings) {
        private static Topic of(String line) {
            var columns = line.split("\t", -1);
            var setting = columns[3].split("=", 2);
            var readers = columns[2].equals("-") ? List.<String>of() : List.of(columns[2].split(","));
            return new Topic(columns[0], List.of(columns[1].split(",")), readers, Map.of(setting[0], setting[1]));
        }

        private NewTopic toCreate(boolean durable) {
            var all = new HashMap<>(settings);
            if (durable) {
                // A single broker has no replica to lean on: an acknowledged record must be on disk.
                all.put("flush.messages", "1");
            }
            return new NewTopic(name, PARTITIONS, ONE_REPLICA).configs(all);
        }
    }

    /** Every service that writes or reads a topic, under the name it signs in with. */
    public static List<String> services() {
        return all().stream()
                .flatMap(topic -> Stream.concat(topic.writers().stream(), topic.readers().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    static List<Topic> all() {
        try (var table = Topics.class.getResourceAsStream("topics.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Topic::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates what is missing; {@code durable} writes each record to disk before it is acknowledged. */
    static void createOn(Admin admin, boolean durable) throws ExecutionException, InterruptedException {
        var known = new HashSet<>(admin.listTopics().names().get());
        var missing = all().stream()
                .filter(topic -> !known.contains(topic.name()))
                .map(topic -> topic.toCreate(durable))
                .toList();
        admin.createTopics(missing).all().get();
    }
}
