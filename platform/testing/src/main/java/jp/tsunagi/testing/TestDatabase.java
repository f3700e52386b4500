package jp.tsunagi.testing;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

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

    /** Runs something while the application may not write into its audit. */
    public static void withoutAudit(Runnable asked) {
        asOwner("revoke insert on audit from ");
        try {
            asked.run();
        } finally {
            asOwner("grant insert on audit to ");
        }
    }

    /** Makes the server write everything into its files that it has in memory. */
    static void checkpoint() {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        try (Connection superuser = DriverManager.getConnection(url, "postgres", "only-for-tests");
                Statement statement = superuser.createStatement()) {
            statement.execute("checkpoint");
        } catch (SQLException refused) {
            throw new IllegalStateException("checkpoint", refused);
        }
    }

    private static void asOwner(String grant) {
        Config config = ConfigProvider.getConfig();
        try (Connection owner = DriverManager.getConnection(
                        config.getValue("quarkus.flyway.jdbc-url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                Statement statement = owner.createStatement()) {
            statement.execute(grant + config.getValue("quarkus.datasource.username", String.class));
        } catch (SQLException refused) {
            throw new IllegalStateException(grant, refused);
        }
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
