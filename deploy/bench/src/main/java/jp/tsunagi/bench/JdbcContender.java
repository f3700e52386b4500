package jp.tsunagi.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** The three rows in one transaction by a program that does nothing else: what the database itself can do. */
record JdbcContender(Callable<Connection> connections) implements Contender {

    @Override
    public String name() {
        return "plain JDBC, three rows";
    }

    @Override
    public Result run(int connections, Duration time) throws Exception {
        Histogram latency = new ConcurrentHistogram(TimeUnit.SECONDS.toMicros(60), 3);
        long begin = System.nanoTime();
        long until = begin + time.toNanos();
        List<Future<?>> workers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                workers.add(threads.submit(() -> work(until, latency)));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        }
        return new Result(latency.getTotalCount(), 0, Duration.ofNanos(System.nanoTime() - begin), latency);
    }

    private Void work(long until, Histogram latency) throws Exception {
        try (Connection connection = connections.call();
                PreparedStatement record = connection.prepareStatement(
                        "insert into record (id, owner, version, status, number, kind, origin, target, label, urgency, created_at,"
                                + " changed_at, text) values (?, 'JDBC', 1, 'requested', ?, 'referral', 'A', 'B', 'amber', 'normal',"
                                + " ?, ?, '匿名掲示板に名前と学校を書かれて困っています。')");
                PreparedStatement line =
                        connection.prepareStatement("insert into line (id, record, version, what, who, at)"
                                + " values (?, ?, 1, 'create', 'somebody', ?)");
                PreparedStatement message = connection.prepareStatement(
                        "insert into message (id, record, version, payload) values (?, ?, 1, '匿名掲示板')")) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < until) {
                long since = System.nanoTime();
                write(record, line, message);
                connection.commit();
                latency.recordValue(Math.max(1, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - since)));
            }
        }
        return null;
    }

    private static void write(PreparedStatement record, PreparedStatement line, PreparedStatement message)
            throws SQLException {
        UUID id = UUID.randomUUID();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        record.setObject(1, id);
        record.setString(2, id.toString());
        record.setObject(3, now);
        record.setObject(4, now);
        record.executeUpdate();
        line.setObject(1, UUID.randomUUID());
        line.setObject(2, id);
        line.setObject(3, now);
        line.executeUpdate();
        message.setObject(1, UUID.randomUUID());
        message.setObject(2, id);
        message.executeUpdate();
    }
}
