package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        askNormally();
        try (var hanging = new HangingConnections(
                service.getPort(), HangingConnections.form("/consult"), HangingConnections.json("/v1/consultations"))) {
            hanging.openMany(2_000, 1_000);

            askNormally();
            // Silent ones and unfinished headers; of the bodies only the last hundred.
            assertTrue(hanging.stillOpen() > 400, "they did not hang meanwhile");
            for (int round = 0; round < 4; round++) {
                hanging.oneMoreByte();
                askNormally();
                Thread.sleep(500);
            }
        }
    }

    private static void askNormally() {
        IntakeClient.received("助けてください");
        given().get("/consult").then().statusCode(200);
    }
}
