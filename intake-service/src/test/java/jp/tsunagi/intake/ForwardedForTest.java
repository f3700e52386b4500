package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intake believes the gateway about where somebody is, and only what can be an address. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class ForwardedForTest {

    @ParameterizedTest
    @ValueSource(strings = {"9999", "abc", "10.0.0.1, unknown", "1.2.3", "1.2.3.4:x"})
    @Requirement("F11")
    void whatIsNoAddressIsRefused(String hops) {
        given().header("X-Forwarded-For", hops)
                .header("Confirmation-Code", "1234567890123456")
                .get("/v1/mailbox")
                .then()
                .statusCode(400);
    }
}
