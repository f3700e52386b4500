package jp.tsunagi.local.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagi.local.component.Component;
import jp.tsunagi.local.component.Components;
import jp.tsunagi.local.component.KeycloakComponent;
import jp.tsunagi.local.component.Probe;
import jp.tsunagi.local.demo.DemoData;
import jp.tsunagi.local.state.LauncherException;
import jp.tsunagi.local.state.Lock;
import jp.tsunagi.local.state.Port;
import jp.tsunagi.local.state.Secrets;
import jp.tsunagi.local.state.StateDirectory;
import jp.tsunagi.platform.infrastructure.Poll;

/** {@code ./tsunagi up}: checks first, then starts, fills an empty platform, and watches until Ctrl-C. */
final class Up {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final StateDirectory directory;
    private final Request request;
    private final Secrets secrets;
    private final ProcessRegistry processes;
    private final Stack stack;
    private final Components catalogue;
    private final List<Component> everyComponent;
    private OptionalLong firstPage = OptionalLong.empty();

    Up(StateDirectory directory, Request request) {
        this.directory = directory;
        this.request = request;
        this.secrets = Secrets.of(directory);
        this.processes = new ProcessRegistry(directory);
        this.stack = new Stack(processes);
        this.catalogue = new Components(directory, secrets);
        this.everyComponent = catalogue.all();
    }

    void run() {
        var components = wanted();
        var ending = new Thread(this::stopEverything, "stop");
        var begin = System.nanoTime();
        try (var lock = Lock.take(directory)) {
            mustBeAbleToStart(components);
            System.out.println("Tsunagi starts; its state is in " + directory.path()
                    + (directory.isNew() ? " (first run: this takes longer)" : ""));
            Runtime.getRuntime().addShutdownHook(ending);
            if (!start(components)) {
                return;
            }
            catalogue.writeDevModeSettings();
            firstPage.ifPresent(page -> System.out.printf("First page after %.1f s. ", (page - begin) / 1e9));
            System.out.printf("Everything is ready after %.1f s.%n", (System.nanoTime() - begin) / 1e9);
        }
        new StartSummary(directory, secrets, request).print();
        if (!request.has(Request.Option.DETACH)) {
            watch(components);
        }
        Runtime.getRuntime().removeShutdownHook(ending);
    }

    private boolean start(List<Component> components) {
        var simulator =
                components.stream().filter(component -> component.tier() == 5).toList();
        var others =
                components.stream().filter(component -> component.tier() < 5).toList();
        if (!stack.start(others)) {
            return false;
        }
        if (!request.has(Request.Option.INFRA)) {
            Poll.until("The first page", Duration.ofSeconds(60), () -> true, () -> Probe.answersOk(Port.GATEWAY.url()));
            firstPage = OptionalLong.of(System.nanoTime());
            if (!request.has(Request.Option.NO_DEMO)) {
                load();
            }
        }
        return stack.start(simulator);
    }

    private void load() {
        var data = new DemoData(
                directory.root(),
                directory.run().resolve("demo.loaded"),
                Port.GATEWAY.url(),
                KeycloakComponent.issuer(),
                secrets.password("directory-loader"));
        Stack.say("demo", data.load());
    }

    private List<Component> wanted() {
        if (request.has(Request.Option.INFRA)) {
            return catalogue.infrastructure();
        }
        var components = new ArrayList<>(everyComponent);
        if (request.has(Request.Option.NO_SIMULATOR) || "off".equalsIgnoreCase(System.getenv("TSUNAGI_SIMULATOR"))) {
            components.removeIf(component -> component.name().equals("simulator"));
        }
        return components;
    }

    private void mustBeAbleToStart(List<Component> components) {
        var alive = names(processes::alive);
        var dead = names(name -> processes.trace(name).isPresent() && !processes.alive(name));
        if (!alive.isEmpty() && dead.isEmpty()) {
            throw new LauncherException(
                    LauncherException.Kind.ALREADY_RUNNING,
                    "Already running: " + alive + "; './tsunagi status' shows it, './tsunagi down' stops it.");
        }
        if (!alive.isEmpty()) {
            throw new LauncherException(
                    LauncherException.Kind.HALF_DEAD,
                    "An earlier run is half dead: " + alive + " still run, " + dead
                            + " ended; './tsunagi restart NAME' revives one, './tsunagi down' stops the rest.");
        }
        everyComponent.forEach(component -> processes.forget(component.name()));
        Memory.mustSuffice(request.has(Request.Option.INFRA));
        var seen = new HashSet<Integer>();
        for (var component : components) {
            for (var port : component.ports()) {
                if (!seen.add(port.number())) {
                    throw new LauncherException(
                            LauncherException.Kind.USAGE,
                            "Port " + port.number() + " is given twice; see " + port.variable() + ".");
                }
                port.mustBeFree();
            }
        }
    }

    private String names(Predicate<String> wanted) {
        return everyComponent.stream().map(Component::name).filter(wanted).collect(Collectors.joining(", "));
    }

    private void stopEverything() {
        stack.giveUp();
        System.out.println();
        stack.stop(everyComponent);
    }

    /** Says when a component ends, and never starts it again by itself: a crash that heals itself is a crash unseen. */
    private void watch(List<Component> components) {
        var announced = new HashSet<Long>();
        while (components.stream().anyMatch(one -> processes.trace(one.name()).isPresent())) {
            for (var component : components) {
                var dead = processes.trace(component.name()).filter(trace -> !trace.alive());
                if (dead.isPresent() && announced.add(dead.get().pid())) {
                    Stack.say(
                            component.name(),
                            "HAS ENDED; './tsunagi restart " + component.name() + "' starts it again, its log: "
                                    + processes.log(component.name()));
                }
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        System.out.println("Everything was stopped by './tsunagi down'.");
    }
}
