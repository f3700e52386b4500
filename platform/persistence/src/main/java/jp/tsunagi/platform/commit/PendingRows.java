package jp.tsunagi.platform.commit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.BeforeCompletionCallback;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.SelectableConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows with which a transaction ends: audit, events, history, the answer to a repeated request. They wait for its end
 * and are written by one statement, because a way to the database and back costs more than a row. Nobody reads them in
 * the transaction that writes them. All else was written before, which took the row locks of what changed: the order in
 * which events are numbered is the order of commits.
 */
@ApplicationScoped
public class PendingRows {

    /**
     * One kind of row, written by {@code before row, row, … after}.
     *
     * @param name of its part of the statement
     * @param row one placeholder for each value, with its type where the statement does not tell it
     */
    public record Kind(String name, String before, String row, String after) {

        private String statement(int rows) {
            String all = String.join(", ", Collections.nCopies(rows, row));
            return String.join("", before, all, after);
        }

        private String part(int rows) {
            return String.join("", name, " as (", statement(rows), ")");
        }
    }

    private interface Value {
        void bind(PreparedStatement statement, int place) throws SQLException;
    }

    private record Row(Kind kind, List<Value> values) {}

    /** Bounds how many statements of different length there are. */
    private static final int ROWS_IN_A_STATEMENT = 32;

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transactions;
    private final Map<Class<?>, Kind> inserts = new ConcurrentHashMap<>();

    PendingRows(EntityManager entities, TransactionSynchronizationRegistry transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    /** Writes the row when the current transaction ends. */
    public void add(Kind kind, @Nullable Object... values) {
        batch().rows.add(new Row(kind, values(values)));
    }

    /** The same for a row that must see the one before it of the same kind and key, which is therefore written first. */
    public void addAfter(String key, Kind kind, @Nullable Object... values) {
        Batch batch = batch();
        String kept = kind.name + " " + key;
        if (!batch.keys.add(kept)) {
            flush();
            batch.keys.add(kept);
        }
        batch.rows.add(new Row(kind, values(values)));
    }

    /**
     * The same as {@link #insert} for the row that the others belong to, whose policies must see it: it is sent with
     * them and executed before them.
     *
     * @param refusal what it means to whoever sent the request that a constraint refused the rows, or the violation
     *     itself; {@link #flush} or the end of the transaction throws it
     */
    public void insertFirst(Object entity, Function<ConstraintViolationException, RuntimeException> refusal) {
        Batch batch = batch();
        batch.first.add(row(entity));
        batch.refusals.add(refusal);
    }

    /** Inserts an entity as it is now; its transaction neither changes nor reads it again. */
    public void insert(Object entity) {
        batch().rows.add(row(entity));
    }

    private Row row(Object entity) {
        SessionImplementor session = entities.unwrap(SessionImplementor.class);
        EntityMappingType type = session.getFactory().getMappingMetamodel().getEntityDescriptor(entity.getClass());
        List<Value> values = new ArrayList<>();
        ModelPart.JdbcValueConsumer add =
                (_, value, column) -> values.add(value(column.getJdbcMapping(), value, session));
        type.getIdentifierMapping().decompose(type.getIdentifierMapping().getIdentifier(entity), add, session);
        type.forEachAttributeMapping(attribute -> attribute.decompose(attribute.getValue(entity), add, session));
        return new Row(inserts.computeIfAbsent(entity.getClass(), _ -> insertOf(type)), values);
    }

    /** Writes everything now, for who must know whether the tables take it. */
    public void flush() {
        entities.flush();
        batch().write();
    }

    /** The same, and forgets what was read: whoever locks a row afterwards reads it as it is then. */
    public void flushAndForget() {
        flush();
        entities.clear();
    }

    private static Kind insertOf(EntityMappingType type) {
        List<String> columns = new ArrayList<>();
        SelectableConsumer add = (_, column) -> columns.add(column.getSelectionExpression());
        type.getIdentifierMapping().forEachSelectable(add);
        type.forEachAttributeMapping(attribute -> attribute.forEachSelectable(add));
        String table = type.getMappedTableDetails().getTableName();
        // Names of the mapping only; every value has its placeholder.
        String before = String.join(" ", "insert into", table, "(", String.join(", ", columns), ") values ");
        String row = String.join("", "(", String.join(", ", Collections.nCopies(columns.size(), "?")), ")");
        return new Kind(String.join("_", "inserted", table), before, row, "");
    }

    private static Value value(JdbcMapping mapping, @Nullable Object value, SessionImplementor session) {
        return (statement, place) -> mapping.getJdbcValueBinder().bind(statement, value, place, session);
    }

    private static List<Value> values(@Nullable Object[] values) {
        return Arrays.stream(values)
                .<Value>map(value -> (statement, place) -> statement.setObject(place, value))
                .toList();
    }

    private Batch batch() {
        if (transactions.getResource(Batch.class) instanceof Batch known) {
            return known;
        }
        SessionImplementor session = entities.unwrap(SessionImplementor.class);
        session.joinTransaction();
        Batch batch = new Batch();
        transactions.putResource(Batch.class, batch);
        // After the last flush and before the session gives its connection back.
        session.getTransactionCompletionCallbacks().registerCallback((BeforeCompletionCallback) _ -> batch.write());
        return batch;
    }

    private final class Batch {

        final List<Row> first = new ArrayList<>();
        final List<Row> rows = new ArrayList<>();
        final Set<String> keys = new HashSet<>();
        final List<Function<ConstraintViolationException, RuntimeException>> refusals = new ArrayList<>();

        void write() {
            if (first.isEmpty() && rows.isEmpty()) {
                return;
            }
            try {
                int from = 0;
                do {
                    List<Row> leading = from == 0 ? first : List.of();
                    List<Row> part = rows.subList(from, Math.min(rows.size(), from + ROWS_IN_A_STATEMENT));
                    entities.unwrap(Session.class).doWork(connection -> PendingRows.write(connection, leading, part));
                    from += ROWS_IN_A_STATEMENT;
                } while (from < rows.size());
            } catch (ConstraintViolationException violation) {
                throw refusal(violation);
            } finally {
                first.clear();
                rows.clear();
                keys.clear();
                refusals.clear();
            }
        }

        private RuntimeException refusal(ConstraintViolationException violation) {
            return refusals.stream()
                    .map(refusal -> refusal.apply(violation))
                    .filter(said -> !said.equals(violation))
                    .findFirst()
                    .orElse(violation);
        }
    }

    /** One text of several statements goes to the database at once. */
    private static void write(Connection connection, List<Row> first, List<Row> rows) throws SQLException {
        Map<Kind, List<Row>> byKind =
                rows.stream().collect(Collectors.groupingBy(Row::kind, LinkedHashMap::new, Collectors.toList()));
        List<String> statements = new ArrayList<>();
        first.forEach(row -> statements.add(row.kind.statement(1)));
        if (!rows.isEmpty()) {
            statements.add(byKind.entrySet().stream()
                    .map(of -> of.getKey().part(of.getValue().size()))
                    .collect(Collectors.joining(", ", "with ", " select")));
        }
        List<Row> all = new ArrayList<>(first);
        byKind.values().forEach(all::addAll);
        try (PreparedStatement statement = connection.prepareStatement(String.join("; ", statements))) {
            int place = 0;
            for (Row row : all) {
                for (Value value : row.values) {
                    value.bind(statement, ++place);
                }
            }
            statement.execute();
        }
    }
}
