package jp.tsunagi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** The machine that is measured on. */
final class Machine {

    /** Above it the ratios are not to be believed. */
    private static final double BUSY = 0.15;

    private Machine() {}

    static String describe() throws IOException {
        String processor;
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            processor = lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
        return Runtime.getRuntime().availableProcessors() + " cores (" + processor + "), Java "
                + Runtime.version().feature() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version");
    }

    /** What the processors did for others while the stack stood idle for some seconds. */
    static String idle() throws IOException, InterruptedException {
        long[] before = ticks();
        Thread.sleep(3_000);
        long[] after = ticks();
        double all = Arrays.stream(after).sum() - Arrays.stream(before).sum();
        double busy = 1 - (after[3] - before[3] + after[4] - before[4]) / all;
        String share = String.format(Locale.ROOT, "%.0f %% busy before anything was measured", busy * 100);
        return busy > BUSY ? share + ": TOO BUSY TO BELIEVE THE RATIOS" : share;
    }

    /** user, nice, system, idle, iowait, irq, softirq, steal. */
    private static long[] ticks() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            return Arrays.stream(lines.findFirst().orElseThrow().strip().split("\\s+"))
                    .skip(1)
                    .limit(8)
                    .mapToLong(Long::parseLong)
                    .toArray();
        }
    }
}
