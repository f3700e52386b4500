package jp.tsunagi.intake;

import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reason of a hand-over is sealed with whatever is in it: with NUL no one could have opened the case again. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class NulInFormsTest {

    private final Desks desks;

    NulInFormsTest(Desks desks) {
        this.desks = desks;
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason", "summary", "targetDesk", "unknown"})
    @Requirement("F11")
    void aFormWithNulIsRefusedAndTheCaseStaysReadable(String field) {
        KnownDesks.announce(desks);
        String id = IntakeClient.aFullConsultation().getString("id");

        IntakeClient.counsellor()
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body("version=1&key=" + UUID.randomUUID()
                        + "&targetDesk=STORY&fields=narrative&summary=a&kind=27-1-ii&reason=b&" + field + "=c%00d")
                .post("/desk/case/" + id + "/refer")
                .then()
                .statusCode(400);

        IntakeClient.counsellor().get("/desk/case/" + id).then().statusCode(200).body(containsString(id));
    }
}
