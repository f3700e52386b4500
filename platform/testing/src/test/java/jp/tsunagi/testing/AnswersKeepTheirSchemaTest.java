package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class AnswersKeepTheirSchemaTest {

    @Test
    @Requirement("R4.8")
    void aMemberThatTheDocumentDoesNotNameFailsTheTestThatReceivesIt() {
        given().queryParam("text", "fine").get("/v1/leaks").then().statusCode(200);

        AssertionError leak = assertThrows(
                AssertionError.class, () -> given().queryParam("text", "-").get("/v1/leaks"));

        assertTrue(leak.getMessage().contains("/secret is not named"), leak.getMessage());
    }
}
