package jp.tsunagi.platform.infrastructure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something outside this JVM, always with an end. */
public final class Poll {
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(100);

    private Poll() {}

    /** Returns once {@code ready}; fails in one sentence when {@code who} has died or the time is over. */
    public static void until(String who, Duration limit, BooleanSupplier alive, BooleanSupplier ready) {
        var end = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!alive.getAsBoolean()) {
                throw new InfrastructureException(who + " ended before it was ready.");
            }
            if (System.nanoTime() > end) {
                throw new InfrastructureException(who + " was not ready after " + limit.toSeconds() + " s.");
            }
            pause();
        }
    }

    /** Whether {@code done} came true within the limit. */
    public static boolean within(Duration limit, BooleanSupplier done) {
        var end = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        LockSupport.parkNanos(STEP);
    }
}
