package jp.tsunagi.testing;

import static java.util.stream.Collectors.toMap;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagi.platform.infrastructure.FreePort;
import jp.tsunagi.platform.infrastructure.Keys;
import jp.tsunagi.platform.infrastructure.LocalKafka;
import jp.tsunagi.platform.infrastructure.LocalPostgres;
import jp.tsunagi.platform.infrastructure.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The real parts a service is tested with: PostgreSQL, a Kafka broker, a mail server, its key files and an issuer of
 * tokens, started once for a module's test run and new each time. Give it to every API test, so that there is one boot.
 */
public class RealInfrastructure implements QuarkusTestResourceLifecycleManager {

    private static final String DATABASE = "tests";

    /** With which each service signs in at the broker. */
    private static final String PASSWORD = "only-for-tests";

    private @Nullable LocalPostgres postgres;
    private @Nullable LocalKafka kafka;
    private @Nullable TestMail mail;
    private @Nullable TokenIssuer issuer;

    @Override
    public Map<String, String> start() {
        Path folder = emptied(Path.of("target", "parts").toAbsolutePath());
        postgres = LocalPostgres.start(folder.resolve("postgres"), FreePort.next(), false);
        postgres.createDatabase(DATABASE);
        kafka = LocalKafka.start(folder.resolve("kafka"), FreePort.next(), FreePort.next());
        kafka.admit(Topics.services().stream().collect(toMap(Function.identity(), _ -> PASSWORD)), false);
        Path keys = folder.resolve("keys");
        // One folder for both sides of the sealed hand-over: a module's tests play the other side too.
        Keys.create(keys);
        Keys.createHandover(keys, keys);
        mail = TestMail.start();
        issuer = TokenIssuer.start();
        kafka.administrator().forEach((name, value) -> System.setProperty(TestKafka.SETTING + name, (String) value));

        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(DATABASE));
        config.put("quarkus.datasource.username", DATABASE + "_app");
        config.put("quarkus.datasource.password", postgres.password());
        config.put("quarkus.flyway.jdbc-url", postgres.jdbcUrl(DATABASE));
        config.put("quarkus.flyway.username", DATABASE + "_owner");
        config.put("quarkus.flyway.password", postgres.password());
        config.put("kafka.bootstrap.servers", kafka.bootstrap());
        config.put("kafka.security.protocol", "SASL_PLAINTEXT");
        config.put("tsunagi.kafka.password", PASSWORD);
        config.put("quarkus.mailer.host", mail.host());
        config.put("quarkus.mailer.port", String.valueOf(mail.port()));
        config.put("tsunagi.sealing.keys", keys.toString());
        config.put("quarkus.oidc.auth-server-url", issuer.address());
        config.put("tsunagi.audit.count-interval", "1s");
        return config;
    }

    @Override
    public void stop() {
        for (AutoCloseable part : Stream.of(issuer, mail, kafka, postgres)
                .filter(one -> one != null)
                .map(AutoCloseable.class::cast)
                .toList()) {
            try {
                part.close();
            } catch (Exception unstopped) {
                System.err.println("a part did not stop cleanly: " + unstopped.getMessage());
            }
        }
    }

    private static Path emptied(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    List<Path> deepestFirst =
                            old.sorted(Comparator.reverseOrder()).toList();
                    for (Path path : deepestFirst) {
                        Files.delete(path);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException blocked) {
            throw new UncheckedIOException(blocked);
        }
    }
}
