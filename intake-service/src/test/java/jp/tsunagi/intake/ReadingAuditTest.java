package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who looked at what is in the audit, or nobody has seen it. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement("R16.2")
class ReadingAuditTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/consultations, consultation.list, queue/IHAHO",
        "/desk/queue, consultation.list, queue/IHAHO",
        "/v1/consultations/ID, consultation.read, consultation/ID",
        "/v1/consultations/ID/approvals, consultation.read, consultation/ID",
        "/desk/case/ID, consultation.read, consultation/ID"
    })
    @Requirement("F5")
    void everyReadHasItsRow(String path, String action, String object) {
        String id = IntakeClient.aFullConsultation().getString("id");
        String reader = "reader-" + UUID.randomUUID();

        given().auth()
                .oauth2(Tokens.staff(reader, "IHAHO", "counsellor"))
                .get(path.replace("ID", id))
                .then()
                .statusCode(200);

        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from audit where actor = ? and action = ? and object = ? and result = 'done'",
                        reader,
                        action,
                        object.replace("ID", id)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/consultations",
                "/v1/consultations/ID",
                "/v1/consultations/ID/approvals",
                "/desk/queue",
                "/desk/case/ID"
            })
    void withoutTheAuditNothingIsShown(String path) {
        JsonPath receipt = IntakeClient.aFullConsultation();

        TestDatabase.withoutAudit(() -> IntakeClient.counsellor()
                .get(path.replace("ID", receipt.getString("id")))
                .then()
                .statusCode(500)
                .body(not(containsString("はる香")))
                .body(not(containsString("haruka")))
                .body(not(containsString("悪口")))
                .body(not(containsString(receipt.getString("receiptNumber")))));
    }

    @Test
    void withoutTheAuditNoMailboxOpens() {
        String code = IntakeClient.aFullConsultation().getString("confirmationCode");

        TestDatabase.withoutAudit(() -> given().header("Confirmation-Code", code)
                .get("/v1/mailbox")
                .then()
                .statusCode(500)
                .body(not(containsString("悪口"))));
    }
}
