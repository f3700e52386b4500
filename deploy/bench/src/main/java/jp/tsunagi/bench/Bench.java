package jp.tsunagi.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * {@code ./tsunagi bench}: starts the platform and a bare endpoint, gives both the same work in turns, and writes the
 * ratios. Seconds differ from machine to machine; how much of the bare endpoint's speed is left hardly does.
 */
public final class Bench {

    private static final Duration FIRST_WARM_UP = Duration.ofMinutes(2);

    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000, 10_000_000);

    /** What the turns are: all of them, or just enough to see that everything runs. */
    private record Plan(
            boolean isShort, String only, List<Integer> connections, int rounds, Duration turn, List<Integer> sizes) {

        static Plan of(List<String> words) {
            int largest = 1_000_000;
            boolean isShort = false;
            String only = "";
            for (int i = 0; i < words.size(); i++) {
                switch (words.get(i)) {
                    case "--short" -> isShort = true;
                    case "--only" -> only = value(words, ++i);
                    case "--rows" -> largest = size(value(words, ++i));
                    default -> throw new IllegalArgumentException("'" + words.get(i) + "' means nothing after 'bench'");
                }
            }
            int most = isShort || !only.isEmpty() ? SIZES.getFirst() : largest;
            return new Plan(
                    isShort,
                    only,
                    isShort ? List.of(8) : List.of(1, 8, 32),
                    isShort ? 1 : 5,
                    Duration.ofSeconds(isShort ? 1 : 3),
                    SIZES.stream().filter(size -> size <= most).toList());
        }
    }

    private static String value(List<String> words, int place) {
        if (place >= words.size()) {
            throw new IllegalArgumentException("a value is missing after '" + words.getLast() + "'");
        }
        return words.get(place);
    }

    private static int size(String word) {
        return SIZES.stream()
                .filter(size -> Integer.toString(size).equals(word))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is none of the sizes " + SIZES));
    }

    private final Plan plan;
    private final Platform platform;
    private final Works works;
    private final Tables tables;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();

    private Bench(Plan plan, Platform platform, Vertx vertx) {
        this.plan = plan;
        this.platform = platform;
        this.works = new Works(platform, vertx);
        this.tables = new Tables(platform);
    }

    public static void main(String[] words) throws Exception {
        Plan plan;
        try {
            plan = Plan.of(List.of(words));
        } catch (IllegalArgumentException refused) {
            System.err.println("tsunagi: " + refused.getMessage() + "; './tsunagi help' lists what can be typed.");
            System.exit(2);
            return;
        }
        Path root = Path.of(System.getProperty("tsunagi.root"));
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try {
            new Bench(plan, Platform.start(root), vertx).run(root);
        } finally {
            vertx.close();
        }
    }

    private void run(Path root) throws Exception {
        String commit = Report.commit(root);
        works.create().run(1, Duration.ofSeconds(1));
        UUID example = works.lastReferral();
        tables.create(example);
        tables.fill(example, plan.sizes.getFirst());
        facts.add(Machine.idle());
        try (BareServer bare =
                BareServer.start(platform, root.resolve("deploy/bench/target/quarkus-app/quarkus-run.jar"))) {
            works.bareThree().run(1, Duration.ofSeconds(1));
            works.consult().run(1, Duration.ofSeconds(1));
            platform.stop("intake");
            platform.stop("council");
            if (!plan.isShort) {
                // What every request passes through is compiled once, which takes minutes on two cores.
                works.create().run(Match.WARM_UP_CONNECTIONS, FIRST_WARM_UP);
            }
            play(create("create a referral, consumers stopped"));
            play(new Match(
                    "accept a referral",
                    tables.rows(),
                    works.accept(),
                    List.of(new Match.Other(works.bareAccept(), 0.5))));
            play(new Match(
                    "read a referral", tables.rows(), works.read(), List.of(new Match.Other(works.bareRead(), 0.5))));
            for (int size : plan.sizes) {
                tables.fill(example, size);
                play(new Match(
                        "inbox, 50 lines",
                        tables.rows(),
                        works.inbox(),
                        List.of(new Match.Other(works.bareList(), 0.6))));
            }
            String consumed = Events.consumed(platform);
            play(create("create a referral, consumers beside it"));
            if (plan.only.isEmpty()) {
                facts.add(consumed);
                facts.add(Events.latency(platform, works.create(), half()));
            }
            play(beside("submit a consultation", works.consult(), works.bareThree()));
            play(beside("read a mailbox", works.mailbox(), works.bareRead()));
            play(beside("directory page, through the gateway", works.page("/directory"), works.bareList()));
            play(beside("queue page, through the gateway", works.staffPage("/desk/queue"), works.bareList()));
            play(beside(
                    "case page, through the gateway",
                    works.staffPage("/desk/case/" + platform.newest("intake", "consultation")),
                    works.bareRead()));
            if (plan.only.isEmpty()) {
                facts.addAll(TriageSpeed.measure(root, plan.isShort ? 1 : 15));
                facts.add(startUps());
                facts.add(platform.status());
            }
        }
        new Report(Machine.describe(), commit, facts, lines).write(root, !plan.isShort && plan.only.isEmpty());
        mustHaveWorked();
    }

    /** Speed at refusing, or at doing nothing, is no speed. */
    private void mustHaveWorked() {
        List<String> idle = lines.stream()
                .filter(line -> line.failed() > 0 || line.ours() == 0 || line.others() == 0)
                .map(Line::toMarkdown)
                .toList();
        if (!idle.isEmpty()) {
            throw new IllegalStateException("requests were refused, or nothing was done:\n" + String.join("\n", idle));
        }
    }

    private Match create(String work) {
        return new Match(
                work,
                tables.rows(),
                works.create(),
                List.of(
                        new Match.Other(works.bareThree(), 0.4),
                        new Match.Other(works.bareSame(), 0.6),
                        new Match.Other(new JdbcContender(() -> platform.database("bench")), null)));
    }

    private Match beside(String work, Contender ours, Contender bare) {
        return new Match(work, tables.rows(), ours, List.of(new Match.Other(bare, null)));
    }

    private void play(Match match) throws Exception {
        if (!match.work().contains(plan.only)) {
            return;
        }
        if (!plan.isShort) {
            match.warmUp();
        }
        for (int connections : plan.connections) {
            for (Line line : match.play(connections, plan.rounds, plan.turn)) {
                lines.add(line);
                System.out.println(line.toMarkdown());
            }
        }
    }

    /** Half of what the busiest number of connections could create with consumers beside it. */
    private double half() {
        return lines.stream()
                        .filter(line -> line.work().endsWith("consumers beside it"))
                        .mapToDouble(Line::ours)
                        .max()
                        .orElseThrow()
                / 2;
    }

    private String startUps() throws Exception {
        List<String> said = new ArrayList<>();
        List<String> services = plan.isShort ? List.of("gateway") : List.of("intake", "referral", "council", "gateway");
        for (String service : services) {
            said.add(String.format(Locale.ROOT, "%s %.1f s", service, platform.restart(service)));
        }
        return "restarted, until it serves: " + String.join(", ", said);
    }
}
