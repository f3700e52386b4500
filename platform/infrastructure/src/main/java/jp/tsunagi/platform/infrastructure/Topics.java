package jp.tsunagi.platform.infrastructure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics our services talk on, and how long each remembers. */
public final class Topics {
    private static final int PARTITIONS = 3;
    private static final short ONE_REPLICA = 1;
    private static final long LIMIT = 30;

    /** Sealed packages of personal data: long enough to survive a week-end outage, then gone. */
    private static final String HANDOVER = "tsunagi.handover";

    /** Only the newest entry per key matters, and it must never expire. */
    private static final List<String> LATEST_PER_KEY = List.of("tsunagi.desk", "tsunagi.routing-guide");

    private static final List<String> FACTS =
            List.of("tsunagi.consultation", "tsunagi.referral", "tsunagi.council", "tsunagi.replay");

    private static final List<String> DEAD_LETTERS =
            List.of("tsunagi.dead-letter.intake", "tsunagi.dead-letter.referral", "tsunagi.dead-letter.council");

    private Topics() {}

    /** Creates what is missing; {@code durable} writes each record to disk before it is acknowledged. */
    public static void createOn(String bootstrap, boolean durable) {
        try (var admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrap, "request.timeout.ms", "10000", "default.api.timeout.ms", "20000"))) {
            var known = new HashSet<>(admin.listTopics().names().get(LIMIT, TimeUnit.SECONDS));
            var missing = all(durable).stream()
                    .filter(topic -> !known.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(LIMIT, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new InfrastructureException("Kafka did not create the topics: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("Interrupted while Kafka created the topics.", e);
        }
    }

    private static List<NewTopic> all(boolean durable) {
        var topics = new ArrayList<NewTopic>();
        topics.add(topic(HANDOVER, durable, Map.of("retention.ms", millis(Duration.ofDays(7)))));
        LATEST_PER_KEY.forEach(name -> topics.add(topic(name, durable, Map.of("cleanup.policy", "compact"))));
        FACTS.forEach(name -> topics.add(topic(name, durable, Map.of("retention.ms", millis(Duration.ofDays(30))))));
        DEAD_LETTERS.forEach(name -> topics.add(topic(name, durable, Map.of("retention.ms", "-1"))));
        return topics;
    }

    private static NewTopic topic(String name, boolean durable, Map<String, String> settings) {
        var all = new HashMap<>(settings);
        if (durable) {
            // A single broker has no replica to lean on: an acknowledged record must be on disk.
            all.put("flush.messages", "1");
        }
        return new NewTopic(name, PARTITIONS, ONE_REPLICA).configs(all);
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
