package jp.tsunagi.local.launcher;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jp.tsunagi.local.state.LauncherException;
import jp.tsunagi.local.state.Lock;
import jp.tsunagi.local.state.Port;
import jp.tsunagi.local.state.Secrets;
import jp.tsunagi.local.state.StateDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherRulesTest {
    @Test
    void upTakesItsOptions() {
        var request = Request.of(List.of("up", "--detach", "--no-simulator"));

        assertEquals(Request.Command.UP, request.command());
        assertEquals(Set.of(Request.Option.DETACH, Request.Option.NO_SIMULATOR), request.options());
    }

    @ParameterizedTest
    @ValueSource(strings = {"frobnicate", "up --fast", "up now", "restart", "restart a b", "down --detach", "status x"})
    void whatMeansNothingIsRefusedInOneSentence(String typed) {
        var refused = assertThrows(LauncherException.class, () -> Request.of(Arrays.asList(typed.split(" "))));

        assertEquals(LauncherException.Kind.USAGE, refused.kind());
        assertTrue(refused.getMessage().endsWith("lists what can be typed."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "http", "-1", "8080x"})
    void aPortMustBeAPort(String chosen) {
        assertThrows(LauncherException.class, () -> Port.GATEWAY.number(chosen));
    }

    @Test
    void aPortIsTheUsualOneUnlessChosen() {
        assertEquals(8080, Port.GATEWAY.number(null));
        assertEquals(9999, Port.GATEWAY.number("9999"));
    }

    @ParameterizedTest
    @EnumSource(Port.class)
    void theReadmeTellsEveryUsualPort(Port port) throws IOException {
        var readme = Files.readString(Path.of(System.getProperty("tsunagi.root"), "deploy", "README.md"));

        assertTrue(readme.matches("(?s).*\\|[^|\n]*\\b" + port.number(null) + "\\b[^|\n]*\\|.*"), port.name());
    }

    @Test
    void tooLittleMemoryIsSaidBeforeAnythingStarts() {
        var refused = assertThrows(LauncherException.class, () -> Memory.mustSuffice(false, 900));

        assertEquals(LauncherException.Kind.MEMORY, refused.kind());
        assertTrue(refused.getMessage().contains("900 MiB"));
        assertDoesNotThrow(() -> Memory.mustSuffice(true, 900));
    }

    @Test
    void everyTroubleHasAnExitCodeOfItsOwn() {
        var codes = Arrays.stream(LauncherException.Kind.values())
                .map(kind -> kind.exitCode)
                .toList();

        assertEquals(codes.size(), Set.copyOf(codes).size());
        assertFalse(codes.contains(0));
    }

    @Test
    @Tag("R6.7")
    @Tag("R13.4")
    void aPasswordIsInventedOnceAndReadableByItsOwnerOnly(@TempDir Path dir) throws Exception {
        var directory = new StateDirectory(dir, dir.resolve("var"));

        var first = Secrets.of(directory).password("gateway");

        assertEquals(first, Secrets.of(directory).password("gateway"));
        assertNotEquals(first, Secrets.of(directory).password("keycloak"));
        var file = directory.secrets().resolve("passwords.properties");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aSecondCommandIsRefusedWhileOneHoldsTheStack(@TempDir Path dir) throws Exception {
        var directory = new StateDirectory(dir, dir.resolve("var"));
        var holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        directory.path().toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertEquals("held", new String(holder.getInputStream().readNBytes(4), StandardCharsets.UTF_8));

            var refused = assertThrows(LauncherException.class, () -> Lock.take(directory));

            assertEquals(LauncherException.Kind.ALREADY_RUNNING, refused.kind());
            assertTrue(refused.getMessage().contains(Long.toString(holder.pid())));
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertDoesNotThrow(() -> Lock.take(directory).close());
    }

    @Test
    void aProcessNumberUsedAgainByAnotherProgramIsNotOurComponent(@TempDir Path dir) throws Exception {
        var directory = new StateDirectory(dir, dir.resolve("var"));
        Files.writeString(
                directory.run().resolve("kafka.pid"),
                "pid=" + ProcessHandle.current().pid() + "\nstarted=2020-01-01T00\\:00\\:00Z\n");

        assertFalse(new ProcessRegistry(directory).alive("kafka"));
    }
}
