package jp.tsunagi.referral;

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
                HangingConnections.json("/v1/directory:import"),
                HangingConnections.json("/v1/referrals"));
    }

    private static void askNormally() {
        ReferralClient.importDirectory();
        given().get("/v1/desks").then().statusCode(200);
    }
}
