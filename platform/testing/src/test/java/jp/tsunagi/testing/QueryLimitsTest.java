package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the database does for a service ends in time, whatever a caller has asked for. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class QueryLimitsTest {

    @Test
    @Requirement("R1.4")
    void aStatementEndsAfterFiveSeconds() {
        Instant begin = Instant.now();

        var ended = assertThrows(
                IllegalStateException.class, () -> TestDatabase.count("select count(*) from pg_sleep(20)"));

        assertTrue(ended.getCause().getMessage().contains("statement timeout"), ended.getCause()::getMessage);
        assertTrue(Duration.between(begin, Instant.now()).compareTo(Duration.ofSeconds(8)) < 0);
    }
}
