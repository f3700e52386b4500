package jp.tsunagi.referral.api;

import static io.restassured.RestAssured.given;
import static jp.tsunagi.referral.ReferralClient.as;
import static jp.tsunagi.referral.ReferralClient.decide;
import static jp.tsunagi.referral.ReferralClient.origin;
import static jp.tsunagi.referral.ReferralClient.send;
import static jp.tsunagi.referral.ReferralClient.sia;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody means to send is refused, never an error of ours; and who looked at what is written down. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class OddInputApiTest {

    private static final List<String> ODD = List.of(
            "%00",
            "a%00b",
            "%EF%BF%BF",
            "%ED%A0%80",
            "-1",
            "99999999999999999999",
            "%2B-999999999-01-01T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "%2B999999999-12-31T23:59:59Z",
            "-1000000000-01-01T00:00:00Z");

    @BeforeEach
    void directory() {
        ReferralClient.importDirectory();
    }

    @Test
    void noParameterOfAnyOperationMakesAnError() {
        for (String odd : ODD) {
            for (String path : List.of(
                    "/v1/desks?agency=" + odd,
                    "/v1/desks/" + odd,
                    "/v1/desks/" + odd + "/intake-profile",
                    "/v1/referrals?box=" + odd,
                    "/v1/referrals?status=" + odd,
                    "/v1/referrals?modified_since=" + odd,
                    "/v1/referrals?cursor=" + odd,
                    "/v1/referrals?limit=" + odd,
                    "/v1/referrals/" + odd,
                    "/v1/referrals/" + odd + "/deliveries",
                    "/v1/referrals/" + odd + "/available-commands")) {
                as(sia()).get(path).then().statusCode(lessThan(500));
            }
            for (String path : List.of(
                    "/partner?state=" + odd,
                    "/partner?cursor=" + odd,
                    "/partner/referrals/" + odd,
                    "/directory/" + odd)) {
                as(origin()).accept("text/html").get(path).then().statusCode(lessThan(500));
            }
        }
    }

    @Test
    void noHeaderMakesAnError() {
        String id = send("SIA_HIBO");
        for (String odd : List.of("\"-1\"", "\"99999999999999999999\"", "W/\"2\"", "*", "\"２\"")) {
            given().header("Authorization", "Bearer " + sia())
                    .contentType("application/json")
                    .header("Idempotency-Key", ReferralClient.fresh())
                    .header("If-Match", odd)
                    .body("{}")
                    .post("/v1/referrals/" + id + "/acknowledge")
                    .then()
                    .statusCode(lessThan(500));
        }
    }

    @Test
    void aReportWithoutAnAudienceIsForBothAgencies() {
        String id = send("SIA_HIBO");
        decide(sia(), id, "accept", 2, "{}").statusCode(200);

        decide(sia(), id, "report-progress", 3, "{\"note\":\"連絡しました\"}").statusCode(200);

        as(origin()).get("/v1/referrals/" + id).then().body("history[-1].words", equalTo("連絡しました"));
    }

    @Test
    void aDayThatNoTableHoldsIsRefused() {
        String id = send("SIA_HIBO");
        decide(sia(), id, "accept", 2, "{}").statusCode(200);

        decide(sia(), id, "hold", 3, "{\"reasonCode\":\"capacity\",\"note\":\"x\",\"resumeBy\":\"+999999999-12-31\"}")
                .statusCode(422)
                .body("code", equalTo("resume-by-too-late"));
    }

    @Test
    void aNulInAFormMakesNoError() {
        String id = send("SIA_HIBO");

        given().accept("text/html")
                .header("Authorization", "Bearer " + ReferralClient.staffOf("SIA"))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body("version=2&key=" + ReferralClient.fresh()
                        + "&reasonCode=not-in-remit&note=a%00b&suggestedDesk=%00")
                .post("/partner/referrals/" + id + "/reject")
                .then()
                .statusCode(lessThan(500));
    }

    @Test
    void listsAndSummariesAreAuditedWithWhoReadThem() {
        String id = send("SIA_HIBO");
        long lists = listed();

        as(sia()).get("/v1/referrals").then().statusCode(200);
        as(sia()).get("/v1/referrals/" + id).then().statusCode(200);

        assertEquals(lists + 1, listed());
        assertEquals(
                1,
                TestDatabase.count("select count(*) from audit where action = 'referral.read' and actor = 'agency-sia'"
                        + " and object = 'referral/" + id + "'"));
    }

    private static long listed() {
        return TestDatabase.count("select count(*) from audit where action = 'referral.list' and actor = 'agency-sia'"
                + " and object = 'referrals/inbox'");
    }
}
