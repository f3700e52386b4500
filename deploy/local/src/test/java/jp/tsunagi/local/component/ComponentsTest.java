package jp.tsunagi.local.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.tsunagi.local.state.Secrets;
import jp.tsunagi.local.state.StateDirectory;
import jp.tsunagi.platform.infrastructure.Topics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComponentsTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("tsunagi.root"));

    /** A setting without a default, as in {@code ${TSUNAGI_ISSUER}}. */
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{(TSUNAGI_\\w+)}");

    @ParameterizedTest
    @EnumSource
    @Tag("R13.4")
    void devModeFindsEverySettingThatAServiceRequires(Service service, @TempDir Path dir) throws IOException {
        var directory = new StateDirectory(CHECKOUT, dir.resolve("var"));
        new Components(directory, Secrets.of(directory)).writeDevModeSettings();

        var written = directory.dev().resolve(service.componentName() + ".properties");
        var missing = new TreeSet<String>();
        for (var file : configurationOf(service)) {
            REQUIRED.matcher(Files.readString(file)).results().forEach(found -> missing.add(found.group(1)));
        }
        assertFalse(missing.isEmpty());
        directory.read(written).stringPropertyNames().forEach(missing::remove);

        assertEquals(new TreeSet<String>(), missing);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(written)));
    }

    @ParameterizedTest
    @EnumSource
    void aServiceIsCalledAlikeInTheLauncherAndInItsOwnConfiguration(Service service) throws IOException {
        var own = Files.readString(application(service));

        assertTrue(own.contains("quarkus.application.name=" + service.componentName() + "\n"));
        assertTrue(own.contains(
                "quarkus.http.port=${" + service.port.variable() + ":" + service.port.number(null) + "}\n"));
    }

    @Test
    void everyPasswordThatTheComposeFileAsksForIsWritten(@TempDir Path dir) throws IOException {
        var directory = new StateDirectory(CHECKOUT, dir.resolve("var"));
        new Components(directory, Secrets.of(directory)).writeComposePasswords();

        var missing = new TreeSet<String>();
        REQUIRED.matcher(Files.readString(CHECKOUT.resolve("deploy/compose.yml")))
                .results()
                .forEach(found -> missing.add(found.group(1)));
        assertFalse(missing.isEmpty());
        directory
                .read(directory.dev().resolve("compose.env"))
                .stringPropertyNames()
                .forEach(missing::remove);

        assertEquals(new TreeSet<String>(), missing);
    }

    @Test
    void everyPasswordOfTheBrokerReachesItsOwnerAlone(@TempDir Path dir) throws IOException {
        var directory = new StateDirectory(CHECKOUT, dir.resolve("var"));
        var secrets = Secrets.of(directory);
        new Components(directory, secrets).writeDevModeSettings();

        var owners = new HashMap<String, String>();
        try (var files = Files.newDirectoryStream(directory.dev())) {
            for (var file : files) {
                for (var service : Topics.services()) {
                    if (Files.readString(file).contains(secrets.password("kafka-" + service))) {
                        owners.merge(service, file.getFileName().toString(), (one, other) -> one + " " + other);
                    }
                }
            }
        }
        assertEquals(
                Map.of(
                        "intake", "intake.properties",
                        "referral", "referral.properties",
                        "council", "council.properties"),
                owners);
    }

    @Test
    void noSecretIsInACommand(@TempDir Path dir) {
        var directory = new StateDirectory(CHECKOUT, dir.resolve("var"));
        var secrets = Secrets.of(directory);
        var kafka = new Components(directory, secrets)
                .infrastructure().stream()
                        .filter(one -> one.name().equals("kafka"))
                        .findFirst()
                        .orElseThrow()
                        .prepare()
                        .get();

        for (var service : Topics.services()) {
            var password = secrets.password("kafka-" + service);
            assertTrue(kafka.environment().containsValue(password));
            assertFalse(String.join(" ", kafka.command()).contains(password));
        }
    }

    @Test
    void withoutACacheTheCommandStaysAsItIs() {
        assertEquals(List.of("java", "-version"), AotCache.NONE.addTo("kafka", List.of("java", "-version"), CHECKOUT));
    }

    private static List<Path> configurationOf(Service service) throws IOException {
        var platform = CHECKOUT.resolve("platform");
        var common = "src/main/resources/META-INF/microprofile-config.properties";
        var files = new ArrayList<>(List.of(application(service), platform.resolve(common)));
        if (service != Service.GATEWAY) {
            // The gateway alone keeps no records.
            try (var all = Files.find(platform, 7, (file, _) -> file.endsWith(common))) {
                all.forEach(files::add);
            }
        }
        return files;
    }

    private static Path application(Service service) {
        return CHECKOUT.resolve(service.module).resolve("src/main/resources/application.properties");
    }
}
