package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.identity.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done to the audit behind the application's back shows; each test undoes what it did. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement({"R16.3", "P8"})
class AuditChainTest {

    private static final Actor SATO = new Actor("sato", "Sato", "IHAHO", Set.of());

    @Inject
    Audit audit;

    @Inject
    DataSource application;

    @Test
    void manyWritersAtOnceMakeOneChainWithoutGap() throws InterruptedException, SQLException {
        String object = "chain/" + System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(IntStream.range(0, 200)
                    .mapToObj(i -> Executors.callable(() -> write(object, i % 10 == 0)))
                    .toList());
        }

        assertEquals(180, TestDatabase.count("select count(*) from audit where object = ?", object));
        assertEquals(List.of(), problems());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit set actor = 'nobody' where seq = %d          | changed",
                "update audit set at = at + interval '1 day' where seq = %d | changed",
                "delete from audit where seq = %d                          | removed",
                "delete from audit_chain where audit_seq = %d              | not in the chain",
                "update audit_chain set hash = 'x' where audit_seq = %d    | changed"
            })
    void whatTheOwnerOfTheTablesChangesShows(String tampering, String problem) throws SQLException {
        String object = "tampered/" + System.nanoTime();
        write(object, false);
        write(object, false);
        long seq = TestDatabase.count("select min(seq) from audit where object = ?", object);

        try (Connection connection = TestDatabase.owner();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertEquals(1, statement.executeUpdate(tampering.formatted(seq)));
            List<String> found = problems(connection);
            connection.rollback();
            assertTrue(found.stream().anyMatch(text -> text.contains(problem)), found.toString());
        }
    }

    @Test
    @Requirement("R13.5")
    void theApplicationCannotWriteTheChain() throws SQLException {
        for (String statement : List.of(
                "insert into audit_chain values (0, 0, 'x')",
                "update audit_chain set hash = 'x'",
                "delete from audit_chain")) {
            try (Connection connection = application.getConnection();
                    var attempt = connection.createStatement()) {
                SQLException refused = assertThrows(SQLException.class, () -> attempt.executeUpdate(statement));
                assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
            }
        }
    }

    private void write(String object, boolean rolledBack) {
        QuarkusTransaction.requiringNew().run(() -> {
            audit.record(SATO, "chain.write", object, null);
            if (rolledBack) {
                QuarkusTransaction.rollback();
            }
        });
    }

    private List<String> problems() throws SQLException {
        try (Connection connection = application.getConnection()) {
            return problems(connection);
        }
    }

    private static List<String> problems(Connection connection) throws SQLException {
        List<String> problems = new ArrayList<>();
        try (var query = connection.createStatement();
                var rows = query.executeQuery("select problem from audit_verify()")) {
            while (rows.next()) {
                problems.add(rows.getString(1));
            }
        }
        return problems;
    }
}
