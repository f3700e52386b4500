package jp.tsunagi.local.stack;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** How long the last first run and the last later run of {@code up} took; people compare them in deploy/bench. */
final class Figures {
    private static final String FILE = "figures.properties";

    private final Home home;

    Figures(Home home) {
        this.home = home;
    }

    /** Written before the figures of the whole run: the demo data is loaded after the first page. */
    void noteFirstPage() {
        var figures = home.read(home.run().resolve(FILE));
        figures.setProperty("page", Long.toString(System.nanoTime()));
        home.write(home.run().resolve(FILE), figures);
    }

    void note(boolean first, boolean infrastructureOnly, long begin) {
        var file = home.run().resolve(FILE);
        var figures = home.read(file);
        var kind = first ? "first" : "warm";
        if (infrastructureOnly) {
            kind += ".infra";
        }
        var page = figures.remove("page");
        if (page != null) {
            figures.setProperty(kind + ".page", seconds(Long.parseLong(page.toString()) - begin));
        }
        figures.setProperty(kind + ".all", seconds(System.nanoTime() - begin));
        figures.setProperty(
                kind + ".when",
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString());
        home.write(file, figures);
    }

    void print() {
        var figures = home.read(home.run().resolve(FILE));
        for (var kind : List.of("first", "warm", "first.infra", "warm.infra")) {
            if (figures.containsKey(kind + ".all")) {
                System.out.printf(
                        "%s up: first page after %s s, everything after %s s (%s)%n",
                        kind,
                        figures.getProperty(kind + ".page", "-"),
                        figures.getProperty(kind + ".all"),
                        figures.getProperty(kind + ".when"));
            }
        }
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e9);
    }
}
