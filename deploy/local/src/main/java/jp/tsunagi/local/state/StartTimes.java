package jp.tsunagi.local.state;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** How long the last first run and the last later run of {@code up} took; people compare them in deploy/bench. */
public final class StartTimes {
    private static final String FILE = "times.properties";

    private final StateDirectory directory;

    public StartTimes(StateDirectory directory) {
        this.directory = directory;
    }

    /** Notes the seconds since {@code begin} until now, and until the first page if there was one. */
    public void note(String kind, long begin, OptionalLong firstPage) {
        var file = directory.run().resolve(FILE);
        var times = directory.read(file);
        firstPage.ifPresent(page -> times.setProperty(kind + ".page", seconds(page - begin)));
        times.setProperty(kind + ".all", seconds(System.nanoTime() - begin));
        times.setProperty(
                kind + ".when",
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString());
        directory.write(file, times);
    }

    public void print() {
        var times = directory.read(directory.run().resolve(FILE));
        for (var kind : List.of("first", "warm", "first.infra", "warm.infra")) {
            if (times.containsKey(kind + ".all")) {
                System.out.printf(
                        "%s up: first page after %s s, everything after %s s (%s)%n",
                        kind,
                        times.getProperty(kind + ".page", "-"),
                        times.getProperty(kind + ".all"),
                        times.getProperty(kind + ".when"));
            }
        }
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e9);
    }
}
