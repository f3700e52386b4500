package jp.tsunagi.bench.bare;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the rows that one referral of ours left in the database, with the same columns, sizes and indexes, under new
 * names. The program that measures has copied the tables and this example into the bench's own database.
 */
@ApplicationScoped
class SameRows {

    /** Tables of the bench's database that hold the example; those that are written are in the schema "same". */
    private static final String TABLES = """
            select table_name from information_schema.tables
             where table_schema = 'example' order by table_name""";

    /**
     * One row of the example.
     *
     * @param isCounted per column, whether its numbers or names must differ from row to row
     */
    private record Example(String insert, List<Object> values, List<Boolean> isCounted) {

        Tuple renamed(String example, UUID to, AtomicLong counter) {
            List<Object> renamed = new ArrayList<>(values.size());
            for (int i = 0; i < values.size(); i++) {
                renamed.add(renamed(values.get(i), isCounted.get(i), example, to, counter));
            }
            return Tuple.tuple(renamed);
        }

        private static Object renamed(Object value, boolean isCounted, String example, UUID to, AtomicLong counter) {
            return switch (value) {
                case UUID id when id.toString().equals(example) -> to;
                case String text when text.contains(example) -> text.replace(example, to.toString());
                case UUID _ when isCounted -> TimeOrdered.next();
                case Long _ when isCounted -> counter.incrementAndGet();
                case String text when isCounted -> text + counter.incrementAndGet();
                case null, default -> value;
            };
        }
    }

    /** Columns of ours that are unique. */
    private static final List<String> COUNTED = List.of(
            "id", "seq", "number", "position", "audit_seq", "key", "consultation_ref", "fingerprint", "previous");

    private final Pool pool;
    private final AtomicLong counter = new AtomicLong(System.currentTimeMillis() * 1000);
    private List<Example> examples = List.of();
    private String example = "";

    SameRows(Pool pool) {
        this.pool = pool;
    }

    void read(@Observes StartupEvent started) {
        List<Example> found = new ArrayList<>();
        for (Row table : pool.query(TABLES).executeAndAwait()) {
            String name = table.getString(0);
            for (Row row : pool.query("select * from example." + name).executeAndAwait()) {
                found.add(example("same." + name, row));
                if (name.equals("referral")) {
                    example = row.getUUID("id").toString();
                }
            }
        }
        examples = List.copyOf(found);
    }

    private static Example example(String table, Row row) {
        String columns =
                IntStream.range(0, row.size()).mapToObj(row::getColumnName).collect(Collectors.joining(", "));
        String places =
                IntStream.rangeClosed(1, row.size()).mapToObj(i -> "$" + i).collect(Collectors.joining(", "));
        List<Object> values = new ArrayList<>();
        List<Boolean> isCounted = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            values.add(row.getValue(i));
            isCounted.add(COUNTED.contains(row.getColumnName(i)));
        }
        return new Example("insert into " + table + " (" + columns + ") values (" + places + ")", values, isCounted);
    }

    Uni<UUID> insert() {
        UUID id = TimeOrdered.next();
        return pool.withTransaction(connection -> Uni.join()
                        .all(examples.stream()
                                .map(row -> connection
                                        .preparedQuery(row.insert())
                                        .execute(row.renamed(example, id, counter)))
                                .toList())
                        .andFailFast())
                .replaceWith(id);
    }
}
