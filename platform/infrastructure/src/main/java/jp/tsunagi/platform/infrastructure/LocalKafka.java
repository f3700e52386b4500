package jp.tsunagi.platform.infrastructure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
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
            listener.security.protocol.map=BROKER:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
            controller.listener.names=CONTROLLER
            inter.broker.listener.name=BROKER
            # Services prove that they know their password and never send it; see BrokerAccess.
            listener.name.broker.sasl.enabled.mechanisms=SCRAM-SHA-512,PLAIN
            listener.name.broker.scram-sha-512.sasl.jaas.config=\
              org.apache.kafka.common.security.scram.ScramLoginModule required;
            # PLAIN knows nobody but this process.
            listener.name.controller.sasl.enabled.mechanisms=PLAIN
            sasl.mechanism.inter.broker.protocol=PLAIN
            sasl.mechanism.controller.protocol=PLAIN
            # What no rule allows is refused.
            authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
            allow.everyone.if.no.acl.found=false
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

    private static final String ADMINISTRATOR = "administrator";

    private final KafkaRaftServer server;
    private final String bootstrap;
    private final String secret;

    private LocalKafka(KafkaRaftServer server, String bootstrap, String secret) {
        this.server = server;
        this.bootstrap = bootstrap;
        this.secret = secret;
    }

    /** Starts on 127.0.0.1 with its log in {@code dir}, which is formatted when it is empty. */
    public static LocalKafka start(Path dir, int port, int controllerPort) {
        var bootstrap = "127.0.0.1:" + port;
        // Known to this process only, and only while it runs.
        var secret = Uuid.randomUuid().toString() + Uuid.randomUuid();
        try {
            format(dir.toAbsolutePath());
            var properties = properties(dir.toAbsolutePath(), bootstrap, controllerPort);
            administrator(properties, secret);
            var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
            server.startup();
            return new LocalKafka(server, bootstrap, secret);
        } catch (IOException e) {
            throw new InfrastructureException("Kafka cannot use its folder " + dir + ": " + e.getMessage(), e);
        }
    }

    public String bootstrap() {
        return bootstrap;
    }

    /**
     * Creates the topics that are missing and lets each service sign in with its password, to do exactly what
     * topics.tsv says; {@code durable} writes each record to disk before it is acknowledged.
     */
    public void admit(Map<String, String> passwords, boolean durable) {
        var settings = new HashMap<>(administrator());
        settings.putAll(Map.of("request.timeout.ms", "10000", "default.api.timeout.ms", "20000"));
        try (var admin = Admin.create(settings)) {
            BrokerAccess.signInsOn(admin, passwords);
            BrokerAccess.rightsOn(admin);
            BrokerAccess.awaitOn(admin);
            // Last: whoever sees a topic meets a broker that knows who may use it.
            Topics.createOn(admin, durable);
        } catch (ExecutionException e) {
            throw new InfrastructureException("Kafka did not take its topics and rights: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("Interrupted while Kafka took its topics and rights.", e);
        }
    }

    /** The client settings of the one who may do everything, good until this broker ends. */
    public Map<String, Object> administrator() {
        return BrokerAccess.administrator(bootstrap, ADMINISTRATOR, secret);
    }

    /** The client settings of a service. */
    public Map<String, Object> service(String name, String password) {
        return BrokerAccess.service(bootstrap, name, password);
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

    /** This process talks to itself over both listeners; nobody else does so as their administrator. */
    private static void administrator(Properties properties, String secret) {
        var login = "org.apache.kafka.common.security.plain.PlainLoginModule required"
                + " username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";".formatted(ADMINISTRATOR, secret);
        properties.setProperty("listener.name.broker.plain.sasl.jaas.config", login);
        properties.setProperty("listener.name.controller.plain.sasl.jaas.config", login);
        properties.setProperty("super.users", "User:" + ADMINISTRATOR);
    }
}
