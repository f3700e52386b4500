package jp.tsunagi.platform.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A broker as the stack runs it, and everybody who might knock at it. */
@Tag("F8")
class BrokerAccessTest {
    private static final Map<String, String> PASSWORDS =
            Topics.services().stream().collect(Collectors.toMap(name -> name, name -> "of-" + name));

    @TempDir
    static Path folder;

    private static LocalKafka kafka;
    private static int controller;

    @BeforeAll
    static void start() throws Exception {
        controller = FreePort.next();
        kafka = LocalKafka.start(folder, FreePort.next(), controller);
        kafka.admit(PASSWORDS, false);
    }

    @AfterAll
    static void end() {
        kafka.close();
    }

    @Test
    void threeServicesTalkOnOurTopics() {
        assertEquals(List.of("council", "intake", "referral"), Topics.services());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bootstrap.servers", "bootstrap.controllers"})
    void whoDoesNotSignInIsNotHeard(String way) {
        var address = way.endsWith("controllers") ? "127.0.0.1:" + controller : kafka.bootstrap();

        assertRefused(TimeoutException.class, () -> ask(Map.of(way, address)));
    }

    @Test
    void aWrongPasswordDoesNotSignIn() {
        assertRefused(SaslAuthenticationException.class, () -> ask(kafka.service("intake", "of-referral")));
        assertRefused(SaslAuthenticationException.class, () -> ask(kafka.service("nobody", "of-nobody")));
        assertRefused(
                SaslAuthenticationException.class,
                () -> ask(BrokerAccess.administrator(kafka.bootstrap(), "intake", "of-intake")));
        assertRefused(
                SaslAuthenticationException.class,
                () -> ask(BrokerAccess.administrator(kafka.bootstrap(), "administrator", "of-intake")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "referral", "council"})
    void aServiceSignsInWithItsOwnPassword(String service) throws Exception {
        ask(as(service));
    }

    static Stream<String[]> everybodyOnEveryTopic() {
        return Topics.all().stream()
                .flatMap(topic -> Topics.services().stream().map(service -> new String[] {service, topic.name()}));
    }

    /** Written out, so that a slip in topics.tsv is seen: docs/events and decision 0003 say who announces what. */
    private static final Map<String, String> WRITER = Map.of(
            "tsunagi.consultation", "intake",
            "tsunagi.handover", "intake",
            "tsunagi.referral", "referral",
            "tsunagi.desk", "referral",
            "tsunagi.council", "council",
            "tsunagi.dead-letter.intake", "intake",
            "tsunagi.dead-letter.referral", "referral",
            "tsunagi.dead-letter.council", "council");

    /** Where everybody asks everybody for events that are missing. */
    private static final String QUESTIONS = "tsunagi.replay";

    private static final Map<String, Set<String>> READERS = Map.of(
            QUESTIONS,
            Set.of("intake", "referral", "council"),
            "tsunagi.consultation",
            Set.of("intake", "council"),
            "tsunagi.council",
            Set.of("intake"),
            "tsunagi.handover",
            Set.of("referral"),
            "tsunagi.referral",
            Set.of("intake", "council"),
            "tsunagi.desk",
            Set.of("intake", "council"));

    @ParameterizedTest
    @MethodSource("everybodyOnEveryTopic")
    void aTopicOfFactsHasOneWriter(String service, String topic) throws Exception {
        var key = UUID.randomUUID().toString();
        if (topic.equals(QUESTIONS) || service.equals(WRITER.get(topic))) {
            send(service, topic, key);
            assertTrue(keys(kafka.administrator(), topic, "check").contains(key));
        } else {
            assertRefused(TopicAuthorizationException.class, () -> send(service, topic, key));
        }
    }

    @ParameterizedTest
    @MethodSource("everybodyOnEveryTopic")
    void aTopicIsReadByThoseWhoNeedIt(String service, String topic) throws Exception {
        var key = UUID.randomUUID().toString();
        send(kafka.administrator(), topic, key);
        if (READERS.getOrDefault(topic, Set.of()).contains(service)) {
            assertTrue(keys(as(service), topic, "tsunagi." + service).contains(key));
        } else {
            assertThrows(TopicAuthorizationException.class, () -> keys(as(service), topic, "tsunagi." + service));
        }
    }

    @ParameterizedTest
    @CsvSource({"council,tsunagi.intake", "intake,tsunagi.council", "intake,tsunagi.intake.mine", "council,spy"})
    void nobodyReadsInAGroupOfOthers(String service, String group) {
        assertThrows(GroupAuthorizationException.class, () -> keys(as(service), "tsunagi.referral", group));
    }

    @Test
    void anUnknownTopicIsNotInventedByAnybody() throws Exception {
        assertRefused(TopicAuthorizationException.class, () -> send("intake", "tsunagi.unheard-of", "k"));
        assertThrows(Exception.class, () -> send(kafka.administrator(), "tsunagi.unheard-of", "k"));
        assertRefused(TopicAuthorizationException.class, () -> {
            try (var admin = Admin.create(as("intake"))) {
                admin.createTopics(List.of(new NewTopic("tsunagi.unheard-of", 1, (short) 1)))
                        .all()
                        .get();
            }
        });
        try (var admin = Admin.create(kafka.administrator())) {
            assertEquals(
                    Topics.all().stream().map(Topics.Topic::name).collect(Collectors.toSet()),
                    admin.listTopics().names().get());
        }
    }

    @Test
    void noServiceGivesRightsOrPasswords() {
        try (var admin = Admin.create(as("council"))) {
            var wish = right("council", AclOperation.WRITE, "tsunagi.referral");
            assertRefused(
                    ClusterAuthorizationException.class,
                    () -> admin.createAcls(List.of(wish)).all().get());
            var password = new UserScramCredentialUpsertion(
                    "referral", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), "of-council");
            assertRefused(
                    ClusterAuthorizationException.class,
                    () -> admin.alterUserScramCredentials(List.of(password))
                            .all()
                            .get());
        }
    }

    @Test
    void whatAnEarlierRunAllowedIsTakenBack(@TempDir Path dir) throws Exception {
        var port = FreePort.next();
        var controllerPort = FreePort.next();
        try (var earlier = LocalKafka.start(dir, port, controllerPort)) {
            earlier.admit(Map.of("intake", "old", "former", "old"), false);
            try (var admin = Admin.create(earlier.administrator())) {
                admin.createAcls(List.of(right("intake", AclOperation.WRITE, "tsunagi.referral")))
                        .all()
                        .get();
            }
        }
        try (var now = LocalKafka.start(dir, port, controllerPort)) {
            now.admit(PASSWORDS, false);

            assertRefused(SaslAuthenticationException.class, () -> ask(now.service("intake", "old")));
            assertRefused(SaslAuthenticationException.class, () -> ask(now.service("former", "old")));
            assertRefused(
                    TopicAuthorizationException.class,
                    () -> send(now.service("intake", "of-intake"), "tsunagi.referral", "k"));
            send(now.service("referral", "of-referral"), "tsunagi.referral", "k");
        }
    }

    private static AclBinding right(String service, AclOperation operation, String topic) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:" + service, "*", operation, AclPermissionType.ALLOW));
    }

    private static Map<String, Object> as(String service) {
        return kafka.service(service, "of-" + service);
    }

    private static void assertRefused(Class<? extends Exception> expected, Executable act) {
        var thrown = assertThrows(ExecutionException.class, act);
        assertInstanceOf(expected, thrown.getCause());
    }

    private static void ask(Map<String, Object> client) throws Exception {
        var settings = new HashMap<>(client);
        settings.putAll(Map.of("request.timeout.ms", "2000", "default.api.timeout.ms", "2500"));
        try (var admin = Admin.create(settings)) {
            admin.describeCluster().nodes().get();
        }
    }

    private static void send(String service, String topic, String key) throws Exception {
        send(as(service), topic, key);
    }

    private static void send(Map<String, Object> client, String topic, String key) throws Exception {
        var settings = new HashMap<>(client);
        // As the relay of the outbox sends.
        settings.putAll(Map.of("max.block.ms", "2000", "acks", "all", "enable.idempotence", "true"));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, "v")).get();
        }
    }

    /** The keys on a topic, read from its beginning by a member of the group. */
    private static List<String> keys(Map<String, Object> client, String topic, String group) {
        var settings = new HashMap<>(client);
        settings.putAll(Map.of("group.id", group, "auto.offset.reset", "earliest", "enable.auto.commit", "false"));
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (consumer.assignment().isEmpty() && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(100));
            }
            consumer.seekToBeginning(consumer.assignment());
            var ends = consumer.endOffsets(consumer.assignment());
            var keys = new ArrayList<String>();
            while (consumer.assignment().stream().anyMatch(one -> consumer.position(one) < ends.get(one))
                    && System.nanoTime() < end) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    keys.add(record.key());
                }
            }
            return keys;
        }
    }
}
