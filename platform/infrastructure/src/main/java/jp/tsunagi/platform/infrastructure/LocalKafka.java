package jp.tsunagi.platform.infrastructure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** One broker on a laptop: no replicas, few threads, little memory. */
    private static final String SETTINGS = """
            process.roles=broker,controller
            listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
            controller.listener.names=CONTROLLER
            inter.broker.listener.name=BROKER
            auto.create.topics.enable=false
            offsets.topic.num.partitions=1
            offsets.topic.replication.factor=1
            transaction.state.log.num.partitions=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            group.initial.rebalance.delay.ms=0
            # A killed broker may come back only when its old registration has expired (usually after 9 s).
            broker.session.timeout.ms=4000
            broker.heartbeat.interval.ms=1000
            num.network.threads=2
            num.io.threads=2
            num.replica.fetchers=1
            log.cleaner.dedupe.buffer.size=2097152
            log.segment.bytes=16777216
            """;

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

    private static Properties properties(Path dir, String bootstrap, int controllerPort) throws IOException {
        var controller = "127.0.0.1:" + controllerPort;
        var properties = new Properties();
        properties.load(new StringReader(SETTINGS));
        properties.setProperty("node.id", Integer.toString(NODE));
        properties.setProperty("controller.quorum.voters", NODE + "@" + controller);
        properties.setProperty("listeners", "BROKER://" + bootstrap + ",CONTROLLER://" + controller);
        properties.setProperty("advertised.listeners", "BROKER://" + bootstrap);
        properties.setProperty("log.dirs", dir.toString());
        return properties;
    }
}
