package jp.tsunagi.local.launcher;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jp.tsunagi.local.state.LauncherException;

/** How much memory the components use and the machine has left, in MiB; unknown where there is no /proc. */
final class Memory {
    private static final long KIB_PER_MIB = 1024;
    private static final long WHOLE_STACK = 1600;
    private static final long INFRASTRUCTURE = 800;

    private Memory() {}

    static void mustSuffice(boolean infrastructureOnly) {
        available().ifPresent(free -> mustSuffice(infrastructureOnly, free));
    }

    static void mustSuffice(boolean infrastructureOnly, long free) {
        var needed = infrastructureOnly ? INFRASTRUCTURE : WHOLE_STACK;
        if (free < needed) {
            throw new LauncherException(
                    LauncherException.Kind.MEMORY,
                    "This machine has " + free + " MiB of memory left and the stack needs about " + needed
                            + " MiB; close something large first.");
        }
    }

    /** Proportional set size of the process and its descendants: shared pages are counted once. */
    static OptionalLong pss(ProcessHandle process) {
        var sizes = Stream.concat(Stream.of(process), process.descendants())
                .map(one -> line(Path.of("/proc/" + one.pid() + "/smaps_rollup"), "Pss:"))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .toArray();
        return sizes.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(Arrays.stream(sizes).sum() / KIB_PER_MIB);
    }

    /** What the kernel could give, but never more than a container's limit. */
    private static OptionalLong available() {
        var kernel = line(Path.of("/proc/meminfo"), "MemAvailable:");
        if (kernel.isEmpty()
                || !(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
            return OptionalLong.empty();
        }
        var limit = system.getTotalMemorySize() / KIB_PER_MIB / KIB_PER_MIB;
        return OptionalLong.of(Math.min(kernel.getAsLong() / KIB_PER_MIB, limit));
    }

    private static OptionalLong line(Path file, String label) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(label))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return OptionalLong.empty();
        }
    }
}
