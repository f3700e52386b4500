package jp.tsunagi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** How long intake takes to read a text, beside cutting it into words alone: measured in a process of the packaged service. */
final class TriageSpeed {

    private TriageSpeed() {}

    /** @return a sentence for each length of text */
    static List<String> measure(Path root, int rounds) throws IOException, InterruptedException {
        Path service = root.resolve("intake-service/target/quarkus-app");
        Process reading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        service.resolve("app") + "/*:" + service.resolve("lib/main") + "/*:"
                                + service.resolve("lib/boot") + "/*",
                        "jp.tsunagi.intake.triage.TriageSpeed",
                        root.resolve("intake-service/src/test/resources/triage/seen.jsonl")
                                .toString(),
                        Integer.toString(rounds))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (reading.waitFor() != 0 || said.isBlank()) {
            throw new IllegalStateException("triage could not be measured: " + said);
        }
        return said.lines().toList();
    }
}
