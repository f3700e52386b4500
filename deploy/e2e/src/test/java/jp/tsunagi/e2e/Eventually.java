package jp.tsunagi.e2e;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waiting for a condition, never for a time, and never for ever. */
final class Eventually {

    /** An event crosses the broker in well under a second; after a crash a consumer's partitions are free in 10 s. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Eventually() {}

    static void isTrue(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(condition);
    }

    /** For what is given back after a wait that is meant to be long; asked seldom, because asking may prolong it. */
    static void isTrueInMinutes(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(10))
                .until(condition);
    }

    /** For what many parts have to come back for; says at the end what was still wrong. */
    static void passesInMinutes(String what, ThrowingRunnable check) {
        Awaitility.await(what)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(check);
    }

    /** For what is asked each second, because how long it takes is what the test is about. */
    static void aSecondLater() {
        Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
    }

    static void passes(String what, ThrowingRunnable check) {
        Awaitility.await(what)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptionsInstanceOf(com.microsoft.playwright.PlaywrightException.class)
                .untilAsserted(check);
    }
}
