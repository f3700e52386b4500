package jp.tsunagi.local.component;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import jp.tsunagi.local.mail.MailServer;
import jp.tsunagi.local.simulator.Simulator;
import jp.tsunagi.local.state.LauncherException;
import jp.tsunagi.local.state.Port;
import jp.tsunagi.local.state.Secrets;
import jp.tsunagi.local.state.StateDirectory;
import jp.tsunagi.platform.infrastructure.Databases;
import jp.tsunagi.platform.infrastructure.KafkaBroker;
import jp.tsunagi.platform.infrastructure.Keys;
import jp.tsunagi.platform.infrastructure.PostgresFolder;
import jp.tsunagi.platform.infrastructure.ProgramCache;
import jp.tsunagi.platform.infrastructure.Topics;

/** Every component of the local stack: how it is started, and how one knows that it serves. */
public final class Components {
    private static final String LOOPBACK = "127.0.0.1:";
    private static final List<Service> WITH_DATABASE = List.of(Service.INTAKE, Service.REFERRAL, Service.COUNCIL);
    private static final List<String> COMPOSE_PASSWORDS = List.of(
            "postgres",
            "keycloak",
            "gateway",
            "agency-sia",
            "agency-tokyo",
            "directory-loader",
            "intake-owner",
            "intake-app",
            "referral-owner",
            "referral-app",
            "council-owner",
            "council-app",
            "kafka-administrator",
            "kafka-intake",
            "kafka-referral",
            "kafka-council");

    private final StateDirectory directory;
    private final Secrets secrets;
    private final AotCache aot = AotCache.ofThisMachine();

    public Components(StateDirectory directory, Secrets secrets) {
        this.directory = directory;
        this.secrets = secrets;
    }

    /** In the order in which they are listed to people. */
    public List<Component> all() {
        var components = new ArrayList<>(infrastructure());
        Arrays.stream(Service.values()).map(this::service).forEach(components::add);
        components.add(simulator());
        return List.copyOf(components);
    }

    public List<Component> infrastructure() {
        return List.of(postgres(), kafka(), keycloak().component(), mail());
    }

    /** Makes an account for Keycloak's administration. */
    public void makeAdministrator(String name, String password) {
        keycloak().makeAdministrator(name, password);
    }

    private KeycloakComponent keycloak() {
        return new KeycloakComponent(directory, secrets, aot);
    }

    /** Writes the files that the services read in dev mode: what {@code up} gives them as environment variables. */
    public void writeDevModeSettings() {
        for (var service : Service.values()) {
            var settings = new Properties();
            settings.putAll(settings(service));
            directory.write(directory.dev().resolve(service.componentName() + ".properties"), settings);
        }
    }

    /** The passwords for deploy/compose.yml; {@code up} does not need this file and so does not write it. */
    public void writeComposePasswords() {
        var passwords = new Properties();
        for (var name : COMPOSE_PASSWORDS) {
            var variable = "TSUNAGI_PASSWORD_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
            passwords.setProperty(variable, secrets.password(name));
        }
        passwords.setProperty("TSUNAGI_PASSWORD_DEMO_PEOPLE", secrets.demoPassword());
        directory.write(directory.dev().resolve("compose.env"), passwords);
    }

    private Component postgres() {
        var databases = new Databases(Port.POSTGRES.number(), secrets.password("postgres"));
        return new Component(
                        "postgres",
                        0,
                        LOOPBACK + Port.POSTGRES.number(),
                        List.of(Port.POSTGRES),
                        List.of(),
                        () -> {
                            var folder = PostgresFolder.prepare(
                                    ProgramCache.shared(), directory.data("postgres"), secrets.password("postgres"));
                            return new Component.Launch(
                                    folder.command(Port.POSTGRES.number(), true), Map.of(), directory.path());
                        },
                        databases::answers)
                .andThen(() -> createDatabases(databases));
    }

    private void createDatabases(Databases databases) {
        databases.createOwned("keycloak", "keycloak", secrets.password("keycloak"));
        for (var service : WITH_DATABASE) {
            var name = service.componentName();
            databases.create(name, secrets.password(name + "-owner"), secrets.password(name + "-app"));
        }
    }

    private Component kafka() {
        var log = directory.log("kafka");
        return new Component(
                "kafka",
                1,
                LOOPBACK + Port.KAFKA.number(),
                List.of(Port.KAFKA, Port.KAFKA_CONTROLLER),
                List.of(),
                () -> program(
                        "kafka",
                        "128m",
                        KafkaBroker.class,
                        kafkaPasswords(),
                        directory.data("kafka"),
                        Port.KAFKA.number(),
                        Port.KAFKA_CONTROLLER.number()),
                () -> Probe.said(log, "Kafka is ready") && Probe.listens(Port.KAFKA));
    }

    private Map<String, String> kafkaPasswords() {
        return Topics.services().stream()
                .collect(Collectors.toMap(KafkaBroker::variable, service -> secrets.password("kafka-" + service)));
    }

    private Component mail() {
        return new Component(
                "mail",
                2,
                Port.MAIL.url(),
                List.of(Port.SMTP, Port.MAIL),
                List.of(),
                () -> program("mail", "32m", MailServer.class, Map.of(), Port.SMTP.number(), Port.MAIL.number()),
                () -> Probe.listens(Port.SMTP) && Probe.answersOk(Port.MAIL.url()));
    }

    private Component service(Service service) {
        var name = service.componentName();
        var gateway = service == Service.GATEWAY;
        return new Component(
                name,
                gateway ? 4 : 3,
                service.port.url(),
                List.of(service.port),
                gateway ? List.of("postgres") : List.of("postgres", "kafka"),
                () -> launch(service),
                () -> Probe.answersOk(service.port.url() + "/q/health/ready"));
    }

    private Component.Launch launch(Service service) {
        var name = service.componentName();
        var jar = service.jar(directory);
        if (!Files.exists(jar)) {
            throw new LauncherException(
                    LauncherException.Kind.NOT_BUILT,
                    name + " has not been built: " + jar + " is missing; './mvnw package' builds it.");
        }
        var command = JavaCommand.ofService(service.heap, jar);
        return new Component.Launch(
                aot.addTo(name, command, requireNonNull(jar.getParent())),
                JavaCommand.environment(settings(service)),
                directory.path());
    }

    private Map<String, String> settings(Service service) {
        var settings = new HashMap<String, String>();
        settings.put(service.port.variable(), Integer.toString(service.port.number()));
        settings.put("TSUNAGI_ISSUER", KeycloakComponent.issuer());
        settings.put("TSUNAGI_PUBLIC_URL", Port.GATEWAY.url());
        if (service == Service.GATEWAY) {
            settings.put("TSUNAGI_INTAKE_URL", Port.INTAKE.url());
            settings.put("TSUNAGI_REFERRAL_URL", Port.REFERRAL.url());
            settings.put("TSUNAGI_COUNCIL_URL", Port.COUNCIL.url());
            settings.put("TSUNAGI_GATEWAY_SECRET", secrets.password("gateway"));
            settings.put("TSUNAGI_SESSION_KEY", secrets.password("session-key"));
            settings.put(
                    "TSUNAGI_GATEWAY_REFUSALS",
                    directory.log("gateway-refusals").toString());
            return settings;
        }
        var name = service.componentName();
        settings.put("TSUNAGI_TRUSTED_PROXIES", "127.0.0.1");
        settings.put("TSUNAGI_DB_URL", Databases.jdbcUrl(Port.POSTGRES.number(), name));
        settings.put("TSUNAGI_DB_USER", name + "_app");
        settings.put("TSUNAGI_DB_PASSWORD", secrets.password(name + "-app"));
        settings.put("TSUNAGI_DB_OWNER", name + "_owner");
        settings.put("TSUNAGI_DB_OWNER_PASSWORD", secrets.password(name + "-owner"));
        settings.put("TSUNAGI_KAFKA", LOOPBACK + Port.KAFKA.number());
        settings.put("TSUNAGI_KAFKA_PASSWORD", secrets.password("kafka-" + name));
        // On loopback nothing is gained by TLS: who could listen there can read the process as well.
        settings.put("TSUNAGI_KAFKA_PROTOCOL", "SASL_PLAINTEXT");
        settings.put("TSUNAGI_KEYS", keys().resolve(name).toString());
        settings.put("TSUNAGI_SMTP_HOST", "127.0.0.1");
        settings.put("TSUNAGI_SMTP_PORT", Integer.toString(Port.SMTP.number()));
        return settings;
    }

    /** Synchronized, because three services start at once and each key may be made only once. */
    private synchronized Path keys() {
        var folder = directory.secrets().resolve("keys");
        Keys.createForServices(folder);
        return folder;
    }

    private Component simulator() {
        var log = directory.log("simulator");
        return new Component(
                "simulator",
                5,
                "works for SIA and TOKYO",
                List.of(),
                List.of("gateway", "keycloak", "referral"),
                () -> program(
                        "simulator",
                        "32m",
                        Simulator.class,
                        Map.of(
                                "TSUNAGI_PUBLIC_URL", Port.GATEWAY.url(),
                                "TSUNAGI_ISSUER", KeycloakComponent.issuer(),
                                "TSUNAGI_SECRET_AGENCY_SIA", secrets.password("agency-sia"),
                                "TSUNAGI_SECRET_AGENCY_TOKYO", secrets.password("agency-tokyo"))),
                () -> Probe.said(log, "Simulator is at work"));
    }

    /** One of our own small programs, from the launcher's class path. */
    private Component.Launch program(
            String name, String heap, Class<?> program, Map<String, String> settings, Object... arguments) {
        var jars = requireNonNull(
                Path.of(System.getProperty("java.class.path")).toAbsolutePath().getParent());
        var command = aot.addTo(name, JavaCommand.ofProgram(heap, program, arguments), jars);
        return new Component.Launch(command, JavaCommand.environment(settings), directory.path());
    }
}
