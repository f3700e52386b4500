package jp.tsunagi.local.component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How every JVM of the local stack is started: small, because a dozen of them share one laptop. */
final class JavaCommand {
    /** Without it glibc keeps an arena per core and thread, and the memory never comes back. */
    private static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            // The optimizing compiler takes a third of the time in which a service starts on two cores.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            // A young generation of a sixth, and what the compiler no longer needs is given back.
            "-XX:NewRatio=5",
            "-XX:TrimNativeHeapInterval=10000");

    /** What a server with two cores and more gives to each service; {@code ./tsunagi bench} measures with it. */
    private static final List<String> SERVER =
            List.of("-Xmx512m", "-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError");

    private JavaCommand() {}

    /** {@code TSUNAGI_SIZE=server} starts the services as a server should, not as a laptop can. */
    static List<String> ofService(String heap, Path jar) {
        var isServer = "server".equals(System.getenv("TSUNAGI_SIZE"));
        return of(
                isServer ? SERVER : small(heap), "--add-opens=java.base/java.lang=ALL-UNNAMED", "-jar", jar.toString());
    }

    static Map<String, String> environment(Map<String, String> settings) {
        var environment = new HashMap<>(ENVIRONMENT);
        environment.putAll(settings);
        return environment;
    }

    static List<String> of(String heap, String... arguments) {
        return of(small(heap), arguments);
    }

    private static List<String> small(String heap) {
        var options = new ArrayList<>(List.of("-Xmx" + heap));
        options.addAll(SMALL);
        return options;
    }

    private static List<String> of(List<String> size, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(size);
        command.add("-Dfile.encoding=UTF-8");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of(arguments));
        return command;
    }

    /** One of our own small programs, from the launcher's class path. */
    static List<String> ofProgram(String heap, Class<?> program, Object... arguments) {
        var command = of(
                heap,
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.clients=warn",
                // It names the addresses that mails go to.
                "-Dorg.slf4j.simpleLogger.log.com.icegreen.greenmail=warn",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName());
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        return command;
    }
}
