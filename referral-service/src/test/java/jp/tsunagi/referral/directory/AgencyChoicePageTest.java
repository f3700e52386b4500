package jp.tsunagi.referral.directory;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class AgencyChoicePageTest {

    @Test
    void whoBelongsToTwoAgenciesIsAskedByNameBeforeThePageIsShown() {
        ReferralClient.importDirectory();

        watanabe()
                .redirects()
                .follow(false)
                .get("/partner?state=active")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/agency/choose?back=%2Fpartner%3Fstate%3Dactive"));
        watanabe()
                .queryParam("back", "/partner?state=active")
                .get("/agency/choose")
                .then()
                .statusCode(200)
                .body(containsString("どの機関として使いますか"))
                .body(containsString(">一般社団法人セーファーインターネット協会</a>"))
                .body(containsString(">東京都</a>"))
                .body(containsString("href=\"/agency?as=SIA&amp;back=%2Fpartner%3Fstate%3Dactive\""))
                .body(not(containsString(">SIA<")));
        watanabe().cookie("agency", "SIA").get("/partner").then().statusCode(200);
    }

    @Test
    void aFormThatIsSentWithoutTheChoiceIsNotLost() {
        watanabe()
                .contentType("application/x-www-form-urlencoded")
                .post("/partner/referrals/00000000-0000-7000-8000-000000000000/accept")
                .then()
                .statusCode(400)
                .body(allOf(containsString("<h1>"), containsString("/agency?as=SIA")));
    }

    @Test
    void nobodyElseIsAsked() {
        given().accept("text/html")
                .redirects()
                .follow(false)
                .get("/agency/choose")
                .then()
                .statusCode(401);
    }

    private static RequestSpecification watanabe() {
        return given().accept("text/html")
                .header(
                        "Authorization",
                        "Bearer " + Tokens.staffOf("watanabe", List.of("SIA", "TOKYO"), "agency-staff"));
    }
}
