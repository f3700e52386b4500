package jp.tsunagi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What is left of a run: a page of documentation with a picture, and a line for each ratio in the history. */
record Report(String machine, String commit, List<String> facts, List<Line> lines) {

    private static final String HEAD = """
            # How fast it is

            Written by `./tsunagi bench`; run it again, do not edit. Each ratio is our speed by that of another that did its
            part of the work in the same run, in turns, on the same PostgreSQL: the middle of all rounds, and the lowest and
            highest. *wide* marks a ratio whose rounds differ by more than three tenths: other work ran beside it.
            Latencies are milliseconds.

            """;

    /** @param isKept whether all was measured; otherwise it is only printed */
    void write(Path root, boolean isKept) throws IOException {
        var text = new StringBuilder(HEAD)
                .append(machine + ", commit " + commit + ", " + LocalDate.now(ZoneOffset.UTC) + "\n\n")
                .append("![ratios](performance.svg)\n\n")
                .append(
                        "| work | referrals | connections | beside | ours /s | beside /s | ratio | wanted | ours p50 / p99 |"
                                + " beside p50 / p99 |\n|---|---|---|---|---|---|---|---|---|---|\n");
        lines.forEach(line -> text.append(line.toMarkdown()).append('\n'));
        facts.forEach(fact -> text.append("\n")
                .append(fact.contains("\n") ? "```\n" + fact + "```" : fact)
                .append("\n"));
        System.out.println(text);
        if (!isKept) {
            return;
        }
        Files.writeString(root.resolve("docs/performance.md"), text);
        Files.writeString(root.resolve("docs/performance.svg"), picture());
        var history = new StringBuilder();
        lines.forEach(line -> history.append(String.format(
                Locale.ROOT,
                "%s\t%s\t%s\t%s\t%d\t%d\t%s\t%.3f\t%.3f\t%.3f%n",
                LocalDate.now(ZoneOffset.UTC),
                commit,
                machine,
                line.work(),
                line.rows(),
                line.connections(),
                line.other(),
                line.ratio(),
                line.lowest(),
                line.highest())));
        Files.writeString(
                root.resolve("deploy/bench/ratios.tsv"), history, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** A bar for each ratio at the most connections, with a mark where it should reach. */
    private String picture() {
        int most = lines.stream().mapToInt(Line::connections).max().orElseThrow();
        List<Line> shown =
                lines.stream().filter(line -> line.connections() == most).toList();
        var svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="760" height="%d" font-family="sans-serif" font-size="12">
                <title>Our speed as a part of the bare endpoint's, at %d connections</title>
                """.formatted(30 + 22 * shown.size(), most));
        for (int i = 0; i < shown.size(); i++) {
            Line line = shown.get(i);
            int y = 20 + 22 * i;
            svg.append("<text x=\"0\" y=\"%d\">%s, %,d / %s</text>%n"
                    .formatted(y + 12, line.work(), line.rows(), line.other()));
            svg.append("<rect x=\"430\" y=\"%d\" width=\"%.0f\" height=\"16\" fill=\"#0017c1\"/>%n"
                    .formatted(y, Math.min(1, line.ratio()) * 250));
            svg.append("<text x=\"%.0f\" y=\"%d\">%.2f</text>%n"
                    .formatted(436 + Math.min(1, line.ratio()) * 250, y + 12, line.ratio()));
            if (line.wanted() != null) {
                svg.append("<path d=\"M%.0f %d v20\" stroke=\"#b00\" stroke-width=\"2\"/>%n"
                        .formatted(430 + line.wanted() * 250, y - 2));
            }
        }
        return svg.append("</svg>\n").toString();
    }

    /** What is measured; asked before measuring, because somebody may commit meanwhile. */
    static String commit(Path root) throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                .directory(root.toFile())
                .start();
        String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor() == 0 ? commit : "unknown";
    }
}
