package jp.tsunagi.platform.infrastructure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker inside this JVM: one KRaft node that is its own controller, for tests and the local stack. */
public final class LocalKafka implements AutoCloseable {
    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final String bootstrap;

    private LocalKafka(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    /** Starts on 127.0.0.1 with its log in {@code dir}, which is formatted when it is empty. */
    public static LocalKafka start(Path dir, int port, int controllerPort) {
        var bootstrap = "127.0.0.1:" + port;
        try {
            format(dir.toAbsolutePath());
            var config = KafkaConfig.fromProps(properties(dir.toAbsolutePath(), bootstrap, controllerPort), false);
            var server = new KafkaRaftServer(config, Time.SYSTEM);
            server.startup();
            return new LocalKafka(server, bootstrap);
        } catch (IOException e) {
            throw new InfrastructureException("Kafka cannot use its folder " + dir + ": " + e.getMessage(), e);
        }
    }

    public String bootstrap() {
        return bootstrap;
    }

    /** Creates the platform's topics where they are missing; see {@link Topics}. */
    public void createTopics() {
        Topics.createOn(bootstrap, false);
    }

    void awaitEnd() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    // Formatter.run is declared with `throws Exception`; only input and output can fail here.
    private static void format(Path dir) throws IOException {
        if (Files.exists(dir.resolve("meta.properties"))) {
            return;
        }
        var formatter = new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(dir.toString())
                .setDirectories(List.of(dir.toString()))
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            formatter.run();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static Properties properties(Path dir, String bootstrap, int controllerPort) {
        var controller = "127.0.0.1:" + controllerPort;
        var properties = new Properties();
        properties.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE),
                "controller.quorum.voters",
                NODE + "@" + controller,
                "listeners",
                "BROKER://" + bootstrap + ",CONTROLLER://" + controller,
                "advertised.listeners",
                "BROKER://" + bootstrap,
                "listener.security.protocol.map",
                "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names",
                "CONTROLLER",
                "inter.broker.listener.name",
                "BROKER",
                "log.dirs",
                dir.toString(),
                "auto.create.topics.enable",
                "false"));
        properties.putAll(small());
        return properties;
    }

    /** One broker on a laptop: no replicas, few threads, little memory. */
    private static Map<String, String> small() {
        return Map.ofEntries(
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // A killed broker may come back only when its old registration has expired (usually after 9 s).
                Map.entry("broker.session.timeout.ms", "4000"),
                Map.entry("broker.heartbeat.interval.ms", "1000"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "2"),
                Map.entry("num.replica.fetchers", "1"),
                Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
                Map.entry("log.segment.bytes", "16777216"));
    }
}
