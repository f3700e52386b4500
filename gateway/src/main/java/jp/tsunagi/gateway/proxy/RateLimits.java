package jp.tsunagi.gateway.proxy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import jp.tsunagi.gateway.ClockTicker;
import jp.tsunagi.gateway.Settings.Budget;
import jp.tsunagi.platform.listener.ClientNetwork;

/**
 * Limits the requests of one source address (token bucket): a wide budget for everything, a narrow one for requests that
 * write a consultation or try a confirmation code. The buckets are in memory, so two gateways allow twice as much.
 */
final class RateLimits {

    /** Networks remembered at once, about 10 MB. A network that is evicted starts with a full bucket. */
    static final int REMEMBERED = 20_000;

    /** A bucket is full again long before, and addresses of people are not kept longer than needed. */
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    /**
     * Turning a page of the public form (POST /consult) is not among them: it writes nothing and opens nothing, and a class
     * behind one address turns hundreds.
     */
    private static final Set<String> WRITING = Set.of("/v1/consultations", "/box");

    private static final List<String> WRITING_BELOW = List.of("/consult/", "/box/");

    /** What remains of a budget, and the seconds until it is full, or until the next request if nothing remains. */
    record Verdict(boolean passes, String budget, long burst, long window, long left, long seconds) {

        /**
         * draft-ietf-httpapi-ratelimit-headers-10. The window is the time in which an empty bucket fills, so q per w
         * is both what may come at once and what may come steadily.
         */
        String policy() {
            return "\"" + budget + "\";q=" + burst + ";w=" + window;
        }

        String remaining() {
            return "\"" + budget + "\";r=" + left + ";t=" + seconds;
        }
    }

    private final Budget everything;
    private final Budget writing;
    private final ClockTicker time;
    private final Cache<String, Bucket> buckets;

    RateLimits(Budget everything, Budget writing, Clock clock) {
        this.everything = everything;
        this.writing = writing;
        this.time = new ClockTicker(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .ticker(time)
                .executor(Runnable::run)
                .build();
    }

    Verdict ask(String source, String method, String path) {
        return isWriting(method, path) ? ask("writing", writing, source) : ask("everything", everything, source);
    }

    static boolean isWriting(String method, String path) {
        if (path.equals("/v1/mailbox")) {
            return true;
        }
        // Only signed-in counsellors use the paths below /v1/consultations/.
        return method.equals("POST")
                && (WRITING.contains(path) || WRITING_BELOW.stream().anyMatch(path::startsWith));
    }

    private Verdict ask(String name, Budget budget, String source) {
        Bucket bucket = buckets.get(name + " " + ClientNetwork.of(source), _ -> bucket(budget));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        long wait = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        return new Verdict(
                probe.isConsumed(),
                name,
                budget.burst(),
                seconds(budget.per().toNanos() * budget.burst() / budget.refill()),
                probe.getRemainingTokens(),
                seconds(wait));
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
    }

    /** How many networks have a bucket now. */
    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(Budget budget) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(budget.burst()).refillGreedy(budget.refill(), budget.per()))
                .build();
    }
}
