package jp.tsunagi.local.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import jp.tsunagi.local.demo.DemoData;
import jp.tsunagi.platform.infrastructure.Poll;

/** {@code ./tsunagi up}: checks first, then starts, fills an empty platform, and watches until Ctrl-C. */
final class Up {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Home home;
    private final Request request;
    private final Secrets secrets;
    private final Running running;
    private final Progress progress;
    private final Stack stack;
    private final List<Part> everyPart;

    Up(Home home, Request request) {
        this.home = home;
        this.request = request;
        this.secrets = Secrets.of(home);
        this.running = new Running(home);
        this.progress = new Progress(home);
        this.stack = new Stack(running, progress);
        this.everyPart = new Parts(home, secrets).all();
    }

    void run() {
        var first = home.isNew();
        var parts = wanted();
        var ending = new Thread(this::stopEverything, "stop");
        var begin = System.nanoTime();
        try (var lock = Lock.take(home)) {
            mustBeAbleToStart(parts);
            System.out.println("Tsunagi starts; its state is in " + home.state()
                    + (first ? " (first run: this takes longer)" : ""));
            Runtime.getRuntime().addShutdownHook(ending);
            if (!start(parts)) {
                return;
            }
            new Figures(home).note(first, request.has(Request.Option.INFRA), begin);
        }
        new Farewell(home, secrets, request).print();
        if (request.has(Request.Option.DETACH)) {
            Runtime.getRuntime().removeShutdownHook(ending);
        } else {
            watch(parts);
            Runtime.getRuntime().removeShutdownHook(ending);
        }
    }

    private boolean start(List<Part> parts) {
        var simulator = parts.stream().filter(part -> part.tier() == 5).toList();
        var others = parts.stream().filter(part -> part.tier() < 5).toList();
        if (!stack.start(others)) {
            return false;
        }
        if (!request.has(Request.Option.INFRA)) {
            Poll.until("The first page", Duration.ofSeconds(60), () -> true, () -> Probe.answersOk(Port.GATEWAY.url()));
            new Figures(home).noteFirstPage();
            if (!request.has(Request.Option.NO_DEMO)) {
                load();
            }
        }
        return stack.start(simulator);
    }

    private void load() {
        var data = new DemoData(
                home.root(),
                home.run().resolve("demo.loaded"),
                Port.GATEWAY.url(),
                KeycloakPart.issuer(),
                secrets.password("directory-loader"));
        progress.say("demo", data.load());
    }

    private List<Part> wanted() {
        if (request.has(Request.Option.INFRA)) {
            return new Parts(home, secrets).infrastructure();
        }
        var parts = new ArrayList<>(everyPart);
        if (request.has(Request.Option.NO_SIMULATOR) || "off".equalsIgnoreCase(System.getenv("TSUNAGI_SIMULATOR"))) {
            parts.removeIf(part -> part.name().equals("simulator"));
        }
        return parts;
    }

    private void mustBeAbleToStart(List<Part> parts) {
        var alive = everyPart.stream().map(Part::name).filter(running::alive).collect(Collectors.joining(", "));
        var dead = everyPart.stream()
                .map(Part::name)
                .filter(name -> running.trace(name).isPresent() && !running.alive(name))
                .collect(Collectors.joining(", "));
        if (!alive.isEmpty() && dead.isEmpty()) {
            throw new Trouble(
                    Trouble.Kind.ALREADY_RUNNING,
                    "Already running: " + alive + "; './tsunagi status' shows it, './tsunagi down' stops it.");
        }
        if (!alive.isEmpty()) {
            throw new Trouble(
                    Trouble.Kind.HALF_DEAD,
                    "An earlier run is half dead: " + alive + " still run, " + dead
                            + " ended; './tsunagi restart NAME' revives one, './tsunagi down' stops the rest.");
        }
        everyPart.forEach(part -> running.forget(part.name()));
        Memory.mustSuffice(request.has(Request.Option.INFRA));
        var seen = new HashSet<Integer>();
        for (var part : parts) {
            for (var port : part.ports()) {
                if (!seen.add(port.number())) {
                    throw new Trouble(
                            Trouble.Kind.USAGE,
                            "Port " + port.number() + " is given twice; see " + port.variable() + ".");
                }
                port.mustBeFree();
            }
        }
    }

    private void stopEverything() {
        stack.giveUp();
        System.out.println();
        stack.stop(everyPart);
    }

    /** Says when a part ends, and never starts it again by itself: a crash that heals itself is a crash unseen. */
    private void watch(List<Part> parts) {
        Map<String, Long> last = new HashMap<>();
        while (true) {
            LockSupport.parkNanos(LOOK.toNanos());
            var known = 0;
            for (var part : parts) {
                var trace = running.trace(part.name());
                known += trace.isPresent() ? 1 : 0;
                if (trace.isPresent() && !trace.get().alive()) {
                    var before = last.put(part.name(), trace.get().pid());
                    if (before == null || before != trace.get().pid()) {
                        progress.say(
                                part.name(),
                                "HAS ENDED; './tsunagi restart " + part.name() + "' starts it again, its log: "
                                        + progress.log(part.name()));
                    }
                }
            }
            if (known == 0) {
                System.out.println("Everything was stopped by './tsunagi down'.");
                return;
            }
        }
    }
}
