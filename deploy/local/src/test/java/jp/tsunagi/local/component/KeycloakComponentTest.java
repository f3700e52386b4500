package jp.tsunagi.local.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KeycloakComponentTest {
    /** Flags of bin/kc.sh that the local stack leaves out or sets otherwise, on purpose. */
    private static final List<String> LEFT_OUT = List.of(
            // Memory and garbage collector: JavaCommand chooses them for a laptop.
            "-Xms",
            "-Xmx",
            "-XX:MetaspaceSize=",
            "-XX:+UseG1GC",
            "-XX:FlightRecorderOptions=",
            // The log is one file, in UTF-8.
            "-Dsun.stdout.encoding=",
            "-Dsun.err.encoding=",
            "-Dstdout.encoding=",
            "-Dstderr.encoding=",
            "-Dquarkus-log-max-startup-records=",
            // No TLS here, no blocking random numbers on Linux any more, no region in any message.
            "-Djdk.tls.rejectClientInitiatedRenegotiation=",
            "-Djava.security.egd=",
            "-Duser.country=",
            // The number of the shell script's process.
            "-Dkc.script.pid=");

    @Test
    void keycloakStartsWithTheFlagsOfItsOwnScript() throws Exception {
        var distribution = KeycloakComponent.distribution();
        assumeTrue(Files.isDirectory(distribution), "Keycloak is unpacked by ./mvnw -Pstack only");

        var missing = new TreeSet<>(flagsOfTheScript(distribution));
        assertTrue(missing.contains("-Dpicocli.disable.closures=true"));
        missing.removeIf(flag -> LEFT_OUT.stream().anyMatch(flag::startsWith));
        KeycloakComponent.command("320m", distribution).forEach(missing::remove);

        assertEquals(new TreeSet<String>(), missing);
    }

    /** The script prints its command line instead of running it when echo plays Java. */
    private static List<String> flagsOfTheScript(Path distribution) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", distribution.resolve("bin/kc.sh").toString(), "start")
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA") || name.startsWith("KC_"));
        builder.environment().put("JAVA", "echo");
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        var words =
                new ArrayList<>(List.of(printed.strip().replace("/bin/..", "").split("\\s+")));
        words.remove("start");
        return words;
    }
}
