package jp.tsunagi.gateway.door;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.gateway.Settings.Budget;

/**
 * How often one source address may ask: a wide budget for everything, a narrow one for what writes a consultation or
 * tries a confirmation code. Counted in this gateway's memory: two gateways allow twice as much.
 */
final class Limits {

    /**
     * Addresses remembered at once, about 10 MB. The least recently seen is forgotten first and starts afresh, which
     * helps only a caller with more addresses than this.
     */
    private static final int REMEMBERED = 20_000;

    private static final List<String> WRITING = List.of("/v1/consultations", "/consult", "/box");

    /** What remains of a budget, and how long to wait if nothing does. */
    record Verdict(boolean passes, String budget, long burst, long per, long left, long seconds) {

        /** draft-ietf-httpapi-ratelimit-headers-10. */
        String policy() {
            return "\"" + budget + "\";q=" + burst + ";w=" + per;
        }

        String remaining() {
            return "\"" + budget + "\";r=" + left + ";t=" + seconds;
        }
    }

    private final Budget everything;
    private final Budget writing;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    Limits(Budget everything, Budget writing, Clock clock) {
        this.everything = everything;
        this.writing = writing;
        this.time = new Time(clock);
    }

    Verdict ask(String source, String method, String path) {
        return isWriting(method, path) ? ask("writing", writing, source) : ask("everything", everything, source);
    }

    static boolean isWriting(String method, String path) {
        if (path.equals("/v1/mailbox")) {
            return true;
        }
        return method.equals("POST")
                && WRITING.stream()
                        .anyMatch(place -> path.equals(place) || isPage(place) && path.startsWith(place + "/"));
    }

    // What follows /v1/consultations/ belongs to counsellors, who have signed in.
    private static boolean isPage(String place) {
        return !place.startsWith("/v1/");
    }

    private Verdict ask(String name, Budget budget, String source) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(name + " " + network(source), _ -> bucket(budget));
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill())
                .plusMillis(999)
                .toSeconds();
        return new Verdict(
                probe.isConsumed(),
                name,
                budget.burst(),
                budget.per().toSeconds(),
                probe.getRemainingTokens(),
                seconds);
    }

    private Bucket bucket(Budget budget) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(budget.burst()).refillGreedy(budget.refill(), budget.per()))
                .build();
    }

    /** One IPv6 customer owns at least a /64, so the first four groups are one source. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.replaceFirst("%.*", "").split("::", 2)[0].split(":");
        return String.join(":", List.of(groups).subList(0, Math.min(4, groups.length)));
    }

    private record Time(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
