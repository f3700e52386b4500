package jp.tsunagi.intake;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case is not closed by one press while a desk has it or the person was asked something. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class ClosingTest {

    private final Desks desks;

    ClosingTest(Desks desks) {
        this.desks = desks;
    }

    @BeforeEach
    void theDirectoryIsKnown() {
        KnownDesks.announce(desks);
    }

    @Test
    void aCaseThatADeskHasIsClosedOnlyByWhoSaysSo() {
        String id = IntakeClient.aFullConsultation().getString("id");
        IntakeClient.referred(id);

        close(id, false).statusCode(422).body("errors[0].pointer", equalTo("/confirmed"));
        IntakeClient.close(id, IntakeClient.aCase(id).getString("version"))
                .then()
                .statusCode(422)
                .body(containsString("name=\"confirmed\""))
                .body(containsString("まだ終わっていません"));
        assertEquals("referred", IntakeClient.aCase(id).getString("status"));

        close(id, true).statusCode(200).body("status", equalTo("closed"));
    }

    @Test
    void aQuestionThatThePersonHasNotAnsweredIsNamed() {
        String id = IntakeClient.aFullConsultation().getString("id");
        IntakeClient.askConsent(id, "SIA_HIBO", "narrative", "urls", "contact");

        IntakeClient.counsellor()
                .accept("text/html")
                .header("Accept-Language", "ja")
                .get("/desk/case/" + id + "/close")
                .then()
                .statusCode(200)
                .body(containsString("相談者への質問の答えを待っています"));
        close(id, false).statusCode(422);
    }

    @Test
    void whereNothingIsOpenOnePressIsEnough() {
        String id = IntakeClient.aFullConsultation().getString("id");

        close(id, false).statusCode(200).body("status", equalTo("closed"));
    }

    private static ValidatableResponse close(String id, boolean confirmed) {
        return IntakeClient.counsellor()
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("confirmed", confirmed))
                .header("If-Match", "\"" + IntakeClient.aCase(id).getString("version") + "\"")
                .post("/v1/consultations/" + id + "/close")
                .then();
    }
}
