package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The pool of connections to PostgreSQL is empty. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class PoolTest {

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int most;

    @Test
    @Requirement("R13.9")
    void whoFindsNoConnectionIsToldToComeAgainAndOthersAreAnswered() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < most; i++) {
                taken.add(database.getConnection());
            }

            write().statusCode(503).body("code", equalTo("temporarily-unavailable"));
            given().get("/v1/notes?limit=1").then().statusCode(200);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        write().statusCode(201);
    }

    private static ValidatableResponse write() {
        return given().auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"text\":\"a\"}")
                .post("/v1/notes/" + UUID.randomUUID())
                .then();
    }
}
