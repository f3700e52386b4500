package jp.tsunagi.intake;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import javax.sql.DataSource;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened cannot be changed or removed by the application, whatever its code does. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement("R13.5")
class AppendOnlyTest {

    private final DataSource database;

    AppendOnlyTest(DataSource database) {
        this.database = database;
    }

    @ParameterizedTest
    @CsvSource({
        "consent, decision = 'given'",
        "legal_ground, recorded_by = 'x'",
        "consultation_step, by_id = 'x'",
        "message, author = 'x'",
        "starting_day, recorded_by = 'x'",
        "counted_deadline, last_day = now()",
        "approval, requested_by = 'x'",
        "approval_decision, verdict = 'approved'",
        "audit, actor = 'x'"
    })
    void theApplicationsRoleCanOnlyAddAndRead(String table, String change) {
        assertDenied("update " + table + " set " + change);
        assertDenied("delete from " + table);
        assertDenied("truncate " + table);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id = gen_random_uuid()",
                "owner_agency = 'SIA'",
                "receipt_number = 'x'",
                "code_fingerprint = ''",
                "narrative = ''",
                "received_at = now()"
            })
    void whatAPersonToldAndWhenIsNeverChanged(String change) {
        assertDenied("update consultation set " + change);
    }

    @Test
    void whatACaseIsFoundByIsNeverChanged() {
        assertDenied("update search_term set term = ''");
    }

    private void assertDenied(String statement) {
        SQLException refused = assertThrows(
                SQLException.class,
                () -> {
                    try (var connection = database.getConnection()) {
                        connection.createStatement().executeUpdate(statement);
                    }
                },
                statement);
        assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
    }
}
