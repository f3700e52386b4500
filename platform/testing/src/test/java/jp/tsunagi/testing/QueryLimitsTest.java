package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the database does for a service ends in time, whatever a caller has asked for. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class QueryLimitsTest {

    @Inject
    DataSource database;

    @Test
    @Requirement("R1.4")
    void aStatementEndsBeforeItIsThrough() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            SQLException ended = assertThrows(SQLException.class, () -> statement.execute("select pg_sleep(20)"));

            assertTrue(ended.getMessage().contains("statement timeout"), ended::getMessage);
        }
    }
}
