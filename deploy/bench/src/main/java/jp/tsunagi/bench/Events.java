package jp.tsunagi.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How fast events come from referral-service into intake. */
final class Events {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Events() {}

    /** Starts the consumers on the backlog of what was created and decided without them. */
    static String consumed(Platform platform) throws Exception {
        Instant begin = Instant.now();
        platform.restart("intake");
        awaitAll(platform, "intake");
        platform.restart("council");
        // Otherwise it still works off the backlog while the next is measured.
        awaitAll(platform, "council");
        Map<String, Instant> received = received(platform, begin);
        Instant first = received.values().stream().min(Instant::compareTo).orElse(begin);
        Instant last = received.values().stream().max(Instant::compareTo).orElse(begin);
        double seconds = Math.max(0.001, Duration.between(first, last).toNanos() / 1e9);
        return String.format(
                Locale.ROOT,
                "events worked into intake from a backlog of %,d: %,.0f a second",
                received.size(),
                received.size() / seconds);
    }

    /**
     * From the moment at which an event was written in referral-service, shortly before its commit, to the moment at which
     * intake worked it in, shortly before its own.
     */
    static String latency(Platform platform, HttpContender create, double perSecond) throws Exception {
        Instant begin = Instant.now();
        create.runAt(perSecond, Duration.ofSeconds(15));
        awaitAll(platform, "intake");
        Map<String, Instant> received = received(platform, begin);
        List<Double> milliseconds = new ArrayList<>();
        created(platform, begin).forEach((id, at) -> {
            Instant there = received.get(id);
            if (there != null) {
                milliseconds.add(Duration.between(at, there).toNanos() / 1e6);
            }
        });
        milliseconds.sort(Double::compare);
        return String.format(
                Locale.ROOT,
                "event, written in referral to worked into intake, at half load (%.0f /s), %,d events: p50 %.1f ms, p99 %.1f ms",
                perSecond,
                milliseconds.size(),
                milliseconds.get(milliseconds.size() / 2),
                milliseconds.get(milliseconds.size() * 99 / 100));
    }

    private static void awaitAll(Platform platform, String consumer) throws SQLException, InterruptedException {
        Instant until = Instant.now().plus(LONGEST);
        long before = -1;
        int still = 0;
        // A consumer that starts may have to wait some seconds for its partitions.
        while (Instant.now().isBefore(until) && still < 5) {
            long now = count(platform, consumer);
            still = now == before ? still + 1 : 0;
            before = now;
            Thread.sleep(2_000);
        }
    }

    private static long count(Platform platform, String consumer) throws SQLException {
        try (Connection connection = platform.database(consumer);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from inbox")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Map<String, Instant> received(Platform platform, Instant since) throws SQLException {
        return times(
                platform, "intake", "select event_id, received_at from inbox where received_at >= '" + since + "'");
    }

    private static Map<String, Instant> created(Platform platform, Instant since) throws SQLException {
        return times(
                platform, "referral", "select id::text, created_at from outbox where created_at >= '" + since + "'");
    }

    private static Map<String, Instant> times(Platform platform, String database, String sql) throws SQLException {
        Map<String, Instant> times = new HashMap<>();
        try (Connection connection = platform.database(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                times.put(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
        return times;
    }
}
