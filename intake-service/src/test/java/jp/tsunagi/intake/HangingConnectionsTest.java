package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import jp.tsunagi.testing.HangingConnections;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;

/** Whoever reaches the service beside the gateway does not close it for others. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement("F3")
class HangingConnectionsTest {

    @TestHTTPResource
    URI service;

    @Test
    void everybodyIsServedWhileTwoThousandConnectionsHang() throws Exception {
        HangingConnections.assertOthersAreServed(
                service.getPort(),
                HangingConnectionsTest::askNormally,
                HangingConnections.form("/consult"),
                HangingConnections.json("/v1/consultations"));
    }

    private static void askNormally() {
        IntakeClient.received("助けてください");
        given().get("/consult").then().statusCode(200);
    }
}
