package jp.tsunagi.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** Where "now" comes from, so that rules and tests are given the time instead of asking for it. */
@ApplicationScoped
class Clocks {

    /** Microseconds, as PostgreSQL keeps them: what was written and what is read back are equal. */
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
