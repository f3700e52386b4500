package jp.tsunagi.testing;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Counts rows of the database that a @QuarkusTest runs on, beside the code under test. */
public final class TestDatabase {

    private TestDatabase() {}

    /** The number that a {@code select count(*) …} answers; {@code ?} stands for a parameter. */
    public static long count(String query, Object... parameters) {
        try (Connection connection =
                        CDI.current().select(DataSource.class).get().getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException(query, unreadable);
        }
    }
}
