package jp.tsunagi.local.stack;

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
import jp.tsunagi.platform.infrastructure.InfrastructureException;
import jp.tsunagi.platform.infrastructure.Poll;

/** Starts parts side by side, each as soon as what it needs is ready, and stops them in reverse order. */
final class Stack {
    private static final Duration STILL = Duration.ofSeconds(10);

    private final Running running;
    private final Progress progress;
    private volatile boolean givenUp;
    private volatile boolean abandoned;

    Stack(Running running, Progress progress) {
        this.running = running;
        this.progress = progress;
    }

    /**
     * Returns when every part is ready; at the first failure nothing new is started and the reason is thrown.
     *
     * @return whether they are ready; false when somebody pressed Ctrl-C meanwhile
     */
    boolean start(List<Part> parts) {
        var ready = new HashMap<String, CompletableFuture<Void>>();
        parts.forEach(part -> ready.put(part.name(), new CompletableFuture<>()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var part : parts) {
                threads.execute(() -> settle(part, ready));
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
            throw firstReason(ready.values()).orElseGet(() -> new Trouble(Trouble.Kind.PART_FAILED, e.getMessage()));
        }
    }

    private void settle(Part part, Map<String, CompletableFuture<Void>> ready) {
        var mine = ready.get(part.name());
        try {
            part.needs().stream().map(ready::get).filter(Objects::nonNull).forEach(CompletableFuture::join);
            startOne(part);
            mine.complete(null);
        } catch (CompletionException | CancellationException e) {
            mine.cancel(false);
        } catch (InfrastructureException e) {
            givenUp = true;
            mine.completeExceptionally(new Trouble(Trouble.Kind.PART_FAILED, withLog(part, e.getMessage())));
        } catch (Trouble e) {
            givenUp = true;
            mine.completeExceptionally(e);
        } catch (RuntimeException e) {
            givenUp = true;
            // Translated here, or the other parts would wait for this one until their time is over.
            mine.completeExceptionally(
                    new Trouble(Trouble.Kind.PART_FAILED, withLog(part, part.name() + " could not be started: " + e)));
        }
    }

    private static Optional<Trouble> firstReason(Iterable<CompletableFuture<Void>> all) {
        for (var one : all) {
            if (one.isCompletedExceptionally() && !one.isCancelled() && one.exceptionNow() instanceof Trouble trouble) {
                return Optional.of(trouble);
            }
        }
        return Optional.empty();
    }

    void startOne(Part part) {
        mustGoOn(part);
        var begin = System.nanoTime();
        progress.say(part.name(), "starting");
        var launch = part.prepare().get();
        var launched = System.nanoTime();
        launch(part, launch);
        var said = new long[] {begin};
        Poll.until(part.name(), part.limit(), () -> !givenUp && running.alive(part.name()), () -> {
            if (System.nanoTime() - said[0] > STILL.toNanos()) {
                said[0] = System.nanoTime();
                progress.say(part.name(), "still starting, " + Math.round(seconds(begin)) + " s");
            }
            return part.ready().getAsBoolean();
        });
        // Measured before others build on it: this is the part's own time, without what was prepared for it.
        var after = seconds(launched);
        part.afterwards().run();
        running.noteReady(part.name(), after);
        progress.say(part.name(), "ready after %.1f s   %s".formatted(after, part.address()));
    }

    /** Together with {@link #giveUp}: once somebody has given up, no process is born any more. */
    private synchronized void launch(Part part, Part.Launch launch) {
        mustGoOn(part);
        running.start(part.name(), launch);
    }

    private void mustGoOn(Part part) {
        if (givenUp) {
            throw new CompletionException(new InfrastructureException(part.name() + " was not started."));
        }
    }

    /** Somebody wants everything to stop while it is still starting. */
    synchronized void giveUp() {
        abandoned = true;
        givenUp = true;
    }

    /** Tier by tier, the whole tier at once. */
    void stop(List<Part> parts) {
        var tiers = parts.stream()
                .filter(part -> running.trace(part.name()).isPresent())
                .collect(Collectors.groupingBy(
                        Part::tier, () -> new TreeMap<>(Comparator.reverseOrder()), Collectors.toList()));
        for (var tier : tiers.values()) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                tier.forEach(part -> threads.execute(() -> stopOne(part)));
            }
        }
        if (running.writesCaches()) {
            System.out.println(
                    "Everything has stopped. For a minute or two, processes at the lowest priority still write"
                            + " caches that make the next start short; they may be ended.");
        }
    }

    void stopOne(Part part) {
        var alive = running.alive(part.name());
        var forced = running.end(part);
        progress.say(part.name(), !alive ? "had already ended" : forced ? "did not stop and was killed" : "stopped");
    }

    private String withLog(Part part, String sentence) {
        return sentence + " Its log: " + progress.log(part.name());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
