package jp.tsunagi.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.tsunagi.local.mail.MailRoom;
import jp.tsunagi.local.simulator.Simulator;
import jp.tsunagi.platform.infrastructure.Databases;
import jp.tsunagi.platform.infrastructure.KafkaBroker;
import jp.tsunagi.platform.infrastructure.Keys;
import jp.tsunagi.platform.infrastructure.PostgresFolder;
import jp.tsunagi.platform.infrastructure.ProgramCache;

/** Every part of the local stack: how it is started, and how one knows that it serves. */
final class Parts {
    private static final List<String> WITH_DATABASE = List.of("intake", "referral", "council");
    private static final Duration SOON = Duration.ofSeconds(90);

    private final Home home;
    private final Secrets secrets;
    private final Aot aot;

    Parts(Home home, Secrets secrets) {
        this.home = home;
        this.secrets = secrets;
        this.aot = new Aot(home);
    }

    /** In the order in which they are listed to people. */
    List<Part> all() {
        var parts = new ArrayList<>(infrastructure());
        parts.add(service("intake", "intake-service", Port.INTAKE));
        parts.add(service("referral", "referral-service", Port.REFERRAL));
        parts.add(service("council", "liaison-council-service", Port.COUNCIL));
        parts.add(gateway());
        parts.add(simulator());
        return List.copyOf(parts);
    }

    List<Part> infrastructure() {
        return List.of(postgres(), kafka(), new KeycloakPart(home, secrets).part(), mail());
    }

    private Part postgres() {
        var databases = new Databases(Port.POSTGRES.number(), secrets.password("postgres"));
        return new Part(
                "postgres",
                0,
                "127.0.0.1:" + Port.POSTGRES.number(),
                List.of(Port.POSTGRES),
                List.of(),
                () -> {
                    var folder = PostgresFolder.prepare(
                            ProgramCache.shared(), home.data("postgres"), secrets.password("postgres"));
                    return new Part.Launch(folder.command(Port.POSTGRES.number(), true), Map.of(), home.state());
                },
                databases::answers,
                () -> {
                    databases.createOwned("keycloak", "keycloak", secrets.password("keycloak"));
                    WITH_DATABASE.forEach(name ->
                            databases.create(name, secrets.password(name + "-owner"), secrets.password(name + "-app")));
                },
                SOON);
    }

    private Part kafka() {
        var log = home.log("kafka");
        return new Part(
                "kafka",
                1,
                "127.0.0.1:" + Port.KAFKA.number(),
                List.of(Port.KAFKA, Port.KAFKA_CONTROLLER),
                List.of(),
                () -> ours(
                        "kafka",
                        "128m",
                        KafkaBroker.class,
                        home.data("kafka").toString(),
                        Integer.toString(Port.KAFKA.number()),
                        Integer.toString(Port.KAFKA_CONTROLLER.number())),
                () -> Probe.said(log, "Kafka is ready") && Probe.listens(Port.KAFKA),
                Part.NOTHING,
                SOON);
    }

    private Part mail() {
        return new Part(
                "mail",
                2,
                Port.MAIL.url(),
                List.of(Port.SMTP, Port.MAIL),
                List.of(),
                () -> ours(
                        "mail",
                        "32m",
                        MailRoom.class,
                        Integer.toString(Port.SMTP.number()),
                        Integer.toString(Port.MAIL.number())),
                () -> Probe.listens(Port.SMTP) && Probe.answersOk(Port.MAIL.url()),
                Part.NOTHING,
                SOON);
    }

    private Part service(String name, String module, Port port) {
        return quarkus(name, module, port, 3, List.of("postgres", "kafka"), "128m", () -> {
            var keys = keys().resolve(name).toString();
            var environment = new HashMap<String, String>();
            environment.put("TSUNAGI_DB_URL", Databases.jdbcUrl(Port.POSTGRES.number(), name));
            environment.put("TSUNAGI_DB_USER", name + "_app");
            environment.put("TSUNAGI_DB_PASSWORD", secrets.password(name + "-app"));
            environment.put("TSUNAGI_DB_OWNER", name + "_owner");
            environment.put("TSUNAGI_DB_OWNER_PASSWORD", secrets.password(name + "-owner"));
            environment.put("TSUNAGI_KAFKA", "127.0.0.1:" + Port.KAFKA.number());
            environment.put("TSUNAGI_KEYS", keys);
            if (name.equals("intake")) {
                environment.put("TSUNAGI_SMTP_HOST", "127.0.0.1");
                environment.put("TSUNAGI_SMTP_PORT", Integer.toString(Port.SMTP.number()));
            }
            return environment;
        });
    }

    /** One at a time: three services start at once, and each key may be made only once. */
    private synchronized Path keys() {
        var folder = home.secrets().resolve("keys");
        Keys.createForServices(folder);
        return folder;
    }

    private Part gateway() {
        return quarkus(
                "gateway",
                "gateway",
                Port.GATEWAY,
                4,
                List.of("postgres"),
                "96m",
                () -> Map.of(
                        "TSUNAGI_INTAKE_URL", Port.INTAKE.url(),
                        "TSUNAGI_REFERRAL_URL", Port.REFERRAL.url(),
                        "TSUNAGI_COUNCIL_URL", Port.COUNCIL.url(),
                        "TSUNAGI_GATEWAY_SECRET", secrets.password("gateway"),
                        "TSUNAGI_SESSION_KEY", secrets.password("session-key")));
    }

    private Part quarkus(
            String name,
            String module,
            Port port,
            int tier,
            List<String> needs,
            String heap,
            Supplier<Map<String, String>> own) {
        return new Part(
                name,
                tier,
                port.url(),
                List.of(port),
                needs,
                () -> {
                    var jar = home.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
                    if (!Files.exists(jar)) {
                        throw new Trouble(
                                Trouble.Kind.NOT_BUILT,
                                name + " has not been built: " + jar + " is missing; './mvnw package' builds it.");
                    }
                    var environment = new HashMap<>(Java.ENVIRONMENT);
                    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port.number()));
                    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
                    environment.put("TSUNAGI_ISSUER", KeycloakPart.issuer());
                    environment.put("TSUNAGI_PUBLIC_URL", Port.GATEWAY.url());
                    environment.putAll(own.get());
                    return new Part.Launch(
                            aot.with(name, command(heap, jar), jar.getParent()), environment, home.state());
                },
                () -> Probe.answersOk(port.url() + "/q/health/ready"),
                Part.NOTHING,
                SOON);
    }

    private static List<String> command(String heap, Path jar) {
        return Java.command(heap, "--add-opens=java.base/java.lang=ALL-UNNAMED", "-jar", jar.toString());
    }

    private Part simulator() {
        var log = home.log("simulator");
        return new Part(
                "simulator",
                5,
                "works for SIA and TOKYO",
                List.of(),
                List.of("gateway", "keycloak", "referral"),
                () -> {
                    var launch = ours("simulator", "32m", Simulator.class);
                    var environment = new HashMap<>(launch.environment());
                    environment.put("TSUNAGI_PUBLIC_URL", Port.GATEWAY.url());
                    environment.put("TSUNAGI_ISSUER", KeycloakPart.issuer());
                    environment.put("TSUNAGI_SECRET_AGENCY_SIA", secrets.password("agency-sia"));
                    environment.put("TSUNAGI_SECRET_AGENCY_TOKYO", secrets.password("agency-tokyo"));
                    return new Part.Launch(launch.command(), environment, launch.folder());
                },
                () -> Probe.said(log, "Simulator is at work"),
                Part.NOTHING,
                SOON);
    }

    private Part.Launch ours(String name, String heap, Class<?> program, String... arguments) {
        var programs =
                Path.of(System.getProperty("java.class.path")).toAbsolutePath().getParent();
        var command = aot.with(name, Java.ours(heap, program, arguments), programs);
        return new Part.Launch(command, Java.ENVIRONMENT, home.state());
    }
}
