package jp.tsunagi.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks into the database that a @QuarkusTest runs on, beside the code under test and past its row level security. */
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

    /** The texts of a query for one column. */
    public static List<String> texts(String query, Object... parameters) {
        return run(
                query,
                prepared -> {
                    List<String> texts = new ArrayList<>();
                    try (ResultSet rows = prepared.executeQuery()) {
                        while (rows.next()) {
                            texts.add(rows.getString(1));
                        }
                    }
                    return texts;
                },
                parameters);
    }

    /** Every row of every table as PostgreSQL prints it. */
    public static String dump() {
        return texts("select tablename from pg_tables where schemaname = 'public' and tablename not like 'flyway%'")
                .stream()
                .flatMap(table -> texts("select cast(t as text) from " + table + " t").stream())
                .collect(Collectors.joining("\n"));
    }

    public static void execute(String statement, Object... parameters) {
        run(statement, PreparedStatement::executeUpdate, parameters);
    }

    /** Runs something while the application may not write into its audit. */
    public static void withoutAudit(Runnable asked) {
        String application = ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
        execute("revoke insert on audit from " + application);
        try {
            asked.run();
        } finally {
            execute("grant insert on audit to " + application);
        }
    }

    /** Makes the server write everything into its files that it has in memory. */
    static void checkpoint() {
        execute("checkpoint");
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
        try (Connection connection = superuser();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            return work.on(prepared);
        } catch (SQLException unreadable) {
            throw new IllegalStateException(statement, unreadable);
        }
    }

    /** As the role that owns the tables and migrates them. */
    static Connection owner() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.flyway.jdbc-url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }

    /** As the only role from which row level security hides nothing; bytes that are ASCII are shown as text. */
    public static Connection superuser() throws SQLException {
        Config config = ConfigProvider.getConfig();
        Properties settings = new Properties();
        settings.put("user", "postgres");
        settings.put("password", config.getValue("quarkus.datasource.password", String.class));
        settings.put("options", "-c bytea_output=escape");
        return DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class), settings);
    }
}
