package jp.tsunagi.local.launcher;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import jp.tsunagi.local.component.Component;
import jp.tsunagi.local.state.LauncherException;
import jp.tsunagi.platform.infrastructure.InfrastructureException;
import jp.tsunagi.platform.infrastructure.Poll;

/** Starts components side by side, each as soon as what it needs is ready, and stops them in reverse order. */
final class Stack {
    /** The first start of Keycloak on a busy laptop; a component that dies is noticed at once. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final Duration STILL = Duration.ofSeconds(10);

    private final ProcessRegistry processes;
    private volatile boolean givenUp;
    private volatile boolean abandoned;

    Stack(ProcessRegistry processes) {
        this.processes = processes;
    }

    /**
     * Returns when every component is ready; at the first failure nothing new is started and the reason is thrown.
     *
     * @return whether they are ready; false when the user pressed Ctrl-C meanwhile
     */
    boolean start(List<Component> components) {
        var ready = new HashMap<String, CompletableFuture<Void>>();
        components.forEach(component -> ready.put(component.name(), new CompletableFuture<>()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var component : components) {
                threads.execute(() -> settle(component, requireNonNull(ready.get(component.name())), ready));
            }
        }
        try {
            CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new))
                    .join();
            return true;
        } catch (CompletionException | CancellationException e) {
            if (abandoned) {
                return false;
            }
            throw firstReason(ready.values())
                    .orElseGet(() -> new LauncherException(LauncherException.Kind.COMPONENT_FAILED, e.toString()));
        }
    }

    private void settle(Component component, CompletableFuture<Void> mine, Map<String, CompletableFuture<Void>> ready) {
        try {
            component.needs().stream().map(ready::get).filter(Objects::nonNull).forEach(CompletableFuture::join);
            startOne(component);
            mine.complete(null);
        } catch (CompletionException | CancellationException e) {
            mine.cancel(false);
        } catch (RuntimeException e) {
            givenUp = true;
            // Whatever it is: the other components would wait for this one until their time is over.
            mine.completeExceptionally(explained(component, e));
        }
    }

    private LauncherException explained(Component component, RuntimeException e) {
        if (e instanceof LauncherException known) {
            return known;
        }
        var sentence = e instanceof InfrastructureException
                ? e.getMessage()
                : component.name() + " could not be started: " + e + ".";
        return new LauncherException(
                LauncherException.Kind.COMPONENT_FAILED, sentence + " Its log: " + processes.log(component.name()));
    }

    private static Optional<LauncherException> firstReason(Iterable<CompletableFuture<Void>> all) {
        for (var one : all) {
            if (one.isCompletedExceptionally()
                    && !one.isCancelled()
                    && one.exceptionNow() instanceof LauncherException reason) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    void startOne(Component component) {
        mustGoOn(component);
        var begin = System.nanoTime();
        say(component.name(), "starting");
        var launch = component.prepare().get();
        var launched = System.nanoTime();
        launch(component, launch);
        var said = new long[] {begin};
        Poll.until(component.name(), LIMIT, () -> !givenUp && processes.alive(component.name()), () -> {
            if (System.nanoTime() - said[0] > STILL.toNanos()) {
                said[0] = System.nanoTime();
                say(component.name(), "still starting, " + Math.round(seconds(begin)) + " s");
            }
            return component.ready().getAsBoolean();
        });
        // Measured before others build on it: this is the component's own time, without what was prepared for it.
        var after = seconds(launched);
        component.afterwards().run();
        say(component.name(), "ready after %.1f s   %s".formatted(after, component.address()));
    }

    /** Synchronized with {@link #giveUp}: starts no process after the user has given up. */
    private synchronized void launch(Component component, Component.Launch launch) {
        mustGoOn(component);
        processes.start(component.name(), launch);
    }

    private void mustGoOn(Component component) {
        if (givenUp) {
            throw new CompletionException(new InfrastructureException(component.name() + " was not started."));
        }
    }

    /** Called when the user stops the stack while it is still starting. */
    synchronized void giveUp() {
        abandoned = true;
        givenUp = true;
    }

    /** Stops tier after tier; components of one tier stop side by side. */
    void stop(List<Component> components) {
        var tiers = components.stream()
                .filter(component -> processes.trace(component.name()).isPresent())
                .collect(Collectors.groupingBy(
                        Component::tier, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()));
        for (var tier : tiers.values()) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                tier.forEach(component -> threads.execute(() -> stopOne(component)));
            }
        }
        if (processes.writesCaches()) {
            System.out.println(
                    "Everything has stopped. For a minute or two, processes at the lowest priority still write"
                            + " caches that make the next start short; they may be ended.");
        }
    }

    void stopOne(Component component) {
        var alive = processes.alive(component.name());
        var forced = processes.end(component);
        say(component.name(), !alive ? "had already ended" : forced ? "did not stop and was killed" : "stopped");
    }

    /** Prints a line that a user sees while waiting. */
    static void say(String component, String words) {
        System.out.println("  %-12s %s".formatted(component, words).stripTrailing());
        System.out.flush();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
