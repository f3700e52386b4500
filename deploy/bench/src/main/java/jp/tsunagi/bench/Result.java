package jp.tsunagi.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What one contender did in one turn.
 *
 * @param done requests that were answered as they should be
 * @param failed all others
 * @param latency microseconds of those that were done
 */
record Result(long done, long failed, Duration time, Histogram latency) {

    double perSecond() {
        return done / (time.toNanos() / 1e9);
    }

    double milliseconds(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1000.0;
    }
}
