package jp.tsunagi.intake.publicform;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement("F9a")
class ForgettingKeysTest {

    private static final String OLD =
            "select count(*) from idempotency where client in ('public', 'form') and created_at < now() - interval '24 h'";

    private final ForgettingKeys forgetting;
    private final EntityManager entities;

    ForgettingKeysTest(ForgettingKeys forgetting, EntityManager entities) {
        this.forgetting = forgetting;
        this.entities = entities;
    }

    @Test
    void aDayLaterTheKeyIsForgottenAndTheConsultationIsNot() {
        String key = UUID.randomUUID().toString();
        JsonPath first = send(key);
        forgetting.forgetOld();
        assertEquals(first.getString("id"), send(key).getString("id"), "not within the day");

        age();
        forgetting.forgetOld();

        assertEquals(0, TestDatabase.count(OLD));
        JsonPath second = send(key);
        assertNotEquals(first.getString("id"), second.getString("id"));
        assertNotEquals(first.getString("confirmationCode"), second.getString("confirmationCode"));
        given().header("Confirmation-Code", first.getString("confirmationCode"))
                .get("/v1/mailbox")
                .then()
                .statusCode(200);
    }

    @Transactional
    void age() {
        entities.createNativeQuery("update idempotency set created_at = created_at - interval '25 h'")
                .executeUpdate();
    }

    private static JsonPath send(String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"text\":\"忘れる鍵\"}")
                .post("/v1/consultations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
