package jp.tsunagi.testing;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Looks into the database that a @QuarkusTest runs on, beside the code under test. */
public final class TestDatabase {

    private TestDatabase() {}

    /** The number that a {@code select count(*) …} answers; {@code ?} stands for a parameter. */
    public static long count(String query, Object... parameters) {
        return first(query, row -> row.getLong(1), parameters);
    }

    /** The text that a query for one row and one column answers. */
    public static String text(String query, Object... parameters) {
        return first(query, row -> row.getString(1), parameters);
    }

    public static void execute(String statement, Object... parameters) {
        run(statement, PreparedStatement::executeUpdate, parameters);
    }

    private static <T> T first(String query, Work<ResultSet, T> column, Object... parameters) {
        return run(
                query,
                prepared -> {
                    try (ResultSet row = prepared.executeQuery()) {
                        row.next();
                        return column.on(row);
                    }
                },
                parameters);
    }

    private interface Work<S, T> {
        T on(S source) throws SQLException;
    }

    private static <T> T run(String statement, Work<PreparedStatement, T> work, Object... parameters) {
        try (Connection connection =
                        CDI.current().select(DataSource.class).get().getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            return work.on(prepared);
        } catch (SQLException unreadable) {
            throw new IllegalStateException(statement, unreadable);
        }
    }
}
