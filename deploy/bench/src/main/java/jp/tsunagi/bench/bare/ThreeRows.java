package jp.tsunagi.bench.bare;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A record, a line of its history and a message to send: the least that a change of state writes. */
@ApplicationScoped
class ThreeRows {

    record Record(String owner, String text) {}

    /** Twelve fields, as a line of our lists has. */
    record Stored(
            UUID id,
            String owner,
            long version,
            String status,
            String number,
            String kind,
            String origin,
            String target,
            String label,
            String urgency,
            OffsetDateTime createdAt,
            OffsetDateTime changedAt) {
        static Stored of(Row row) {
            return new Stored(
                    row.getUUID(0),
                    row.getString(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9),
                    row.getOffsetDateTime(10),
                    row.getOffsetDateTime(11));
        }
    }

    private static final String COLUMNS =
            "id, owner, version, status, number, kind, origin, target, label, urgency, created_at, changed_at";
    private static final String LINE =
            "insert into line (id, record, version, what, who, at) values ($1, $2, $3, $4, $5, $6)";
    private static final String MESSAGE = "insert into message (id, record, version, payload) values ($1, $2, $3, $4)";

    private final Pool pool;

    ThreeRows(Pool pool) {
        this.pool = pool;
    }

    Uni<UUID> insert(Record record) {
        UUID id = TimeOrdered.next();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        return pool.withTransaction(connection -> all(
                        connection
                                .preparedQuery(
                                        "insert into record (" + COLUMNS + ", text) values "
                                                + "($1, $2, 1, 'requested', $3, 'referral', 'A', $2, 'amber', 'normal', $4, $4, $5)")
                                .execute(Tuple.of(id, record.owner(), id.toString(), now, record.text())),
                        line(connection, id, 1, "create", now),
                        message(connection, id, 1, record.text())))
                .replaceWith(id);
    }

    Uni<Boolean> accept(UUID id) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        "update record set version = 2, status = 'accepted', changed_at = $2 where id = $1 and version = 1")
                .execute(Tuple.of(id, now))
                .flatMap(updated -> updated.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : all(line(connection, id, 2, "accept", now), message(connection, id, 2, "{}"))
                                .replaceWith(true)));
    }

    /** By a time and not by the id: for that order, PostgreSQL would walk the table's key past the rows of all other owners. */
    Uni<List<Stored>> newest(String owner) {
        return pool.preparedQuery(
                        "select " + COLUMNS + " from record where owner = $1 order by created_at desc limit 50")
                .execute(Tuple.of(owner))
                .map(rows -> {
                    List<Stored> found = new ArrayList<>(rows.size());
                    rows.forEach(row -> found.add(Stored.of(row)));
                    return found;
                });
    }

    Uni<Stored> read(UUID id) {
        return pool.preparedQuery("select " + COLUMNS + " from record where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> Stored.of(rows.iterator().next()));
    }

    private static Uni<RowSet<Row>> line(
            SqlConnection connection, UUID id, long version, String what, OffsetDateTime now) {
        return connection
                .preparedQuery(LINE)
                .execute(Tuple.tuple(List.of(TimeOrdered.next(), id, version, what, "somebody", now)));
    }

    private static Uni<RowSet<Row>> message(SqlConnection connection, UUID id, long version, String payload) {
        return connection.preparedQuery(MESSAGE).execute(Tuple.of(TimeOrdered.next(), id, version, payload));
    }

    /** Sent at once on one connection, without waiting for each. */
    @SafeVarargs
    private static Uni<Void> all(Uni<RowSet<Row>>... statements) {
        return Uni.join().all(statements).andFailFast().replaceWithVoid();
    }
}
