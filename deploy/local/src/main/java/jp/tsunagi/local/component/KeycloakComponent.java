package jp.tsunagi.local.component;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.local.MachineToken;
import jp.tsunagi.local.state.LauncherException;
import jp.tsunagi.local.state.Port;
import jp.tsunagi.local.state.Secrets;
import jp.tsunagi.local.state.StateDirectory;
import jp.tsunagi.platform.infrastructure.Databases;
import jp.tsunagi.platform.infrastructure.LoggedProgram;
import jp.tsunagi.platform.infrastructure.ProgramCache;
import jp.tsunagi.platform.infrastructure.Versions;

/**
 * Keycloak, where people and agencies' machines sign in.
 *
 * <p>Its JVM is started directly: kc.sh would be a parent that survives or dies apart from it, and insists on another
 * garbage collector. The flags repeat those of bin/kc.sh; KeycloakComponentTest fails when an upgrade changes them.
 */
public final class KeycloakComponent {
    private static final String VERSION = Versions.of(MachineToken.class, "keycloak");
    private static final List<String> SHARED = List.of("lib", "providers", "themes", "conf", "bin");

    private final StateDirectory directory;
    private final Secrets secrets;
    private final AotCache aot;
    private final RealmImport realm;
    private final FirstAdministrator first;
    private final Path distribution = distribution();

    KeycloakComponent(StateDirectory directory, Secrets secrets, AotCache aot) {
        this.directory = directory;
        this.secrets = secrets;
        this.aot = aot;
        this.realm = new RealmImport(directory, secrets);
        this.first = new FirstAdministrator(secrets);
    }

    static Path distribution() {
        return ProgramCache.shared().resolve("keycloak-" + VERSION);
    }

    public static String issuer() {
        return Port.KEYCLOAK.url() + "/realms/tsunagi";
    }

    Component component() {
        return new Component(
                        "keycloak",
                        2,
                        Port.KEYCLOAK.url(),
                        List.of(Port.KEYCLOAK, Port.KEYCLOAK_MANAGEMENT),
                        List.of("postgres"),
                        this::launch,
                        // It listens long before its realm is there.
                        () -> Probe.answersOk(issuer() + "/.well-known/openid-configuration"))
                .andThen(this::afterwards);
    }

    private Component.Launch launch() {
        try {
            buildOnce();
            var folder = directory.data("keycloak");
            for (var name : SHARED) {
                var link = folder.resolve(name);
                if (!Files.isSymbolicLink(link)) {
                    Files.createSymbolicLink(link, distribution.resolve(name));
                }
            }
            var command = command("320m", folder);
            command.addAll(List.of("start", "--optimized", "--cache=local"));
            var isFirst = realm.prepare();
            if (isFirst) {
                command.add("--import-realm");
            }
            command.addAll(List.of("--http-enabled=true", "--http-host=127.0.0.1"));
            command.add("--http-port=" + Port.KEYCLOAK.number());
            command.add("--http-management-host=127.0.0.1");
            command.add("--http-management-port=" + Port.KEYCLOAK_MANAGEMENT.number());
            // Fixed, so that a token's issuer never depends on what a caller wrote into its Host header.
            command.add("--hostname=" + Port.KEYCLOAK.url());
            command.add("--spi-theme--folder--dir=" + directory.root().resolve("deploy/keycloak/themes"));
            command.add("--db-pool-max-size=10");
            return new Component.Launch(aot.addTo("keycloak", command, distribution), environment(isFirst), folder);
        } catch (IOException e) {
            throw StateDirectory.unusable(distribution, e);
        }
    }

    private void afterwards() {
        if (!realm.isImported()) {
            first.remove();
            realm.imported();
        }
    }

    /** The administrator's password goes to the run that makes the account, and to no other. */
    private Map<String, String> environment(boolean isFirst) {
        var settings = new HashMap<>(database());
        if (isFirst) {
            settings.putAll(first.settings());
        }
        return JavaCommand.environment(settings);
    }

    private Map<String, String> database() {
        return Map.of(
                "KC_DB_URL", Databases.jdbcUrl(Port.POSTGRES.number(), "keycloak"),
                "KC_DB_USERNAME", "keycloak",
                "KC_DB_PASSWORD", secrets.password("keycloak"));
    }

    /** Makes an account for Keycloak's administration, as kc.sh does, beside the server that runs. */
    void makeAdministrator(String name, String password) {
        var command = command("256m", directory.data("keycloak"));
        command.addAll(List.of("bootstrap-admin", "user", "--optimized"));
        command.addAll(List.of("--username", name, "--password:env", "TSUNAGI_ADMINISTRATOR"));
        var environment = new HashMap<>(database());
        environment.put("TSUNAGI_ADMINISTRATOR", password);
        LoggedProgram.run(
                "Keycloak's bootstrap-admin",
                Duration.ofMinutes(3),
                directory.log("keycloak-administrator"),
                command,
                JavaCommand.environment(environment));
    }

    static List<String> command(String heap, Path folder) {
        var command = new ArrayList<>(JavaCommand.of(heap, "-XX:MaxMetaspaceSize=256m"));
        for (var opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Duser.language=en",
                "-Dkc.home.dir=" + folder,
                "-Djboss.server.config.dir=" + folder.resolve("conf"),
                "-cp",
                folder.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }

    /** Keycloak's own build step, once per checkout; other stacks wait for it here. */
    private void buildOnce() throws IOException {
        var done = ProgramCache.shared().resolve("keycloak-" + VERSION + ".built");
        if (!Files.isDirectory(distribution)) {
            throw new LauncherException(
                    LauncherException.Kind.NOT_BUILT,
                    "Keycloak is not unpacked in " + distribution + "; delete " + ProgramCache.shared()
                            + " and run './tsunagi up' again.");
        }
        var lock = ProgramCache.shared().resolve("keycloak.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (held.isValid() && !Files.exists(done)) {
                build();
                Files.createFile(done);
            }
        }
    }

    private void build() {
        var command = command("512m", distribution);
        command.addAll(List.of("build", "--db=postgres", "--health-enabled=true"));
        command.add("--features-disabled=organization,ciba,device-flow");
        LoggedProgram.run("Keycloak's own build", Duration.ofMinutes(5), directory.log("keycloak-build"), command);
    }
}
