package jp.tsunagi.intake;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.testing.Outage;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;

/** What cannot be recorded does not happen, not even a reading. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class WithoutAuditTest {

    private static final String TOLD = "canarywithoutaudit 相談";

    private final Database database;

    WithoutAuditTest(Database database) {
        this.database = database;
    }

    @Test
    @Requirement("P14")
    void nothingIsReadOrWrittenWithoutAnAudit() {
        JsonPath receipt = IntakeClient.received(TOLD);
        String id = receipt.getString("id");
        long before = database.count("consultation");

        try (var outage = new Outage()) {
            outage.refuseInserts("audit");

            IntakeClient.counsellor()
                    .get("/v1/consultations/" + id)
                    .then()
                    .statusCode(greaterThanOrEqualTo(500))
                    .body(not(containsString(TOLD)));
            // A refusal is answered after its row, too, and in our words.
            IntakeClient.counsellor()
                    .get("/v1/consultations/" + UUID.randomUUID())
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("code", equalTo("internal-error"))
                    .body("requestId", notNullValue());
            IntakeClient.post(Map.of("text", TOLD)).then().statusCode(greaterThanOrEqualTo(500));
            IntakeClient.answer(id, "1", "返事").then().statusCode(greaterThanOrEqualTo(500));
        }

        assertEquals(before, database.count("consultation"));
        assertEquals(0, database.count("message", "consultation_id", id));
        IntakeClient.answer(id, "1", "返事").then().statusCode(201);
    }
}
