package jp.tsunagi.referral.api;

import static io.restassured.RestAssured.given;
import static jp.tsunagi.referral.ReferralClient.as;
import static jp.tsunagi.referral.ReferralClient.basedOn;
import static jp.tsunagi.referral.ReferralClient.body;
import static jp.tsunagi.referral.ReferralClient.counsellor;
import static jp.tsunagi.referral.ReferralClient.create;
import static jp.tsunagi.referral.ReferralClient.decide;
import static jp.tsunagi.referral.ReferralClient.fresh;
import static jp.tsunagi.referral.ReferralClient.leader;
import static jp.tsunagi.referral.ReferralClient.origin;
import static jp.tsunagi.referral.ReferralClient.sia;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On which word a person's data leaves: what an agency may state, and what a second account must agree to. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement("F2")
class ApprovalApiTest {

    /** Words that a search of the whole database would find. */
    private static final String REASON = "canaryreason 連絡がつかない";

    private static final String WHY = "{\"note\":\"canarynote 確かめました\"}";

    @BeforeEach
    void directory() {
        ReferralClient.importDirectory();
    }

    @Test
    void anAgencyWhoseCasesLiveInIntakeCannotMakeAReferralItself() {
        long before = TestDatabase.count("select count(*) from referral");
        String machine = Tokens.machine("centre", "IHAHO", "referral:create");

        for (String who : new String[] {counsellor(), machine, Tokens.staff("mori", "IHAHO", "agency-admin")}) {
            create(who, body(fresh(), "SIA_HIBO")).statusCode(403).body("code", equalTo("handed-over-by-intake"));
            as(who).body(body(fresh(), "SIA_HIBO").toString())
                    .post("/v1/referrals:check")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("handed-over-by-intake"));
        }
        assertEquals(before, TestDatabase.count("select count(*) from referral"));
    }

    @Test
    void anAgencyInTheDirectorySaysWhetherIntakeHandsOver() {
        String entry = "{\"agencies\":[{\"code\":\"IHAHO\",\"nameJa\":\"x\",\"nameEn\":\"x\",\"publicBody\":false}],"
                + "\"desks\":[]}";
        as(Tokens.machine("directory-loader", "IHAHO", "directory:write"))
                .body(entry)
                .post("/v1/directory:import")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"consent\",\"textVersion\":\"2026-11\",\"givenAt\":\"2026-01-05T00:00:00Z\"}",
                "{\"kind\":\"consent\",\"recordId\":\"none\",\"textVersion\":\"2026-11\",\"givenAt\":\"2026-01-05T00:00:00Z\"}",
                "{\"kind\":\"consent\",\"recordId\":\" \",\"textVersion\":\"2026-11\",\"givenAt\":\"2026-01-05T00:00:00Z\"}",
                "{\"kind\":\"consent\",\"recordId\":\"2026-1\",\"textVersion\":\"no-such-text\",\"givenAt\":\"2026-01-05T00:00:00Z\"}",
                "{\"kind\":\"consent\",\"recordId\":\"2026-1\",\"textVersion\":\"2026-11\",\"givenAt\":\"1900-01-05T00:00:00Z\"}",
                "{\"kind\":\"consent\",\"recordId\":\"2026-1\",\"textVersion\":\"2026-11\",\"givenAt\":\"9999-01-05T00:00:00Z\"}",
                "{\"kind\":\"consent\",\"recordId\":\"2026-1\",\"textVersion\":\"2026-11\"}",
                "{\"kind\":\"27-1-ii\",\"reason\":\" \"}"
            })
    void whatNamesNoRecordNoEditionOrNoLikelyTimeIsNoBasis(String basis) {
        create(origin(), basedOn(basis)).statusCode(422);
    }

    @Test
    void anApproverWhoIsTypedIsNotTaken() {
        create(origin(), basedOn("{\"kind\":\"27-1-ii\",\"reason\":\"危険\",\"approvedBy\":\"存在しない人\"}"))
                .statusCode(400)
                .body("code", equalTo("field-unknown"));
    }

    @Test
    void aConsentOfTheAgencysOwnIsMarkedAsVouched() {
        String id = ReferralClient.send("SIA_HIBO");

        as(sia())
                .get("/v1/referrals/" + id)
                .then()
                .body("disclosure.basis.evidence", equalTo("vouched-by-agency"))
                .body("disclosures[0].disclosure.basis.evidence", equalTo("vouched-by-agency"));
        page(Tokens.staff("kimura", "SIA", "agency-staff"), id).body(containsString("差出元の機関の申告"));
    }

    @Test
    void aDisclosureWithoutConsentWaitsForAnotherAccountAndNamesItInTheRecord() {
        String id = waiting(origin());
        as(sia()).get("/v1/referrals/" + id).then().statusCode(404);
        as(sia()).get("/v1/referrals?limit=100").then().body("items.findAll { it.id == '" + id + "' }", hasSize(0));
        decide(origin(), id, "send", 2, "{}").statusCode(409);

        decide(leader(), id, "approve", 1, WHY).statusCode(412);
        decide(leader(), id, "approve", 2, "{}").statusCode(422).body("code", equalTo("note-missing"));
        decide(leader(), id, "approve", 2, WHY).statusCode(200).body("status", equalTo("requested"));

        as(sia())
                .get("/v1/referrals/" + id)
                .then()
                .body("disclosures[0].disclosure.basis.approval.by", equalTo("suzuki"))
                .body("disclosures[0].disclosure.basis.approval.role", equalTo("agency-admin"))
                .body("disclosures[0].disclosedBy", equalTo("sato"))
                .body("approvals", hasSize(0));
        as(origin()).get("/v1/referrals/" + id).then().body("approvals.reason", hasItem("canarynote 確かめました"));
        as(sia()).get("/v1/referrals/" + id).then().body("disclosure.basis.reason", equalTo(REASON));
        as(sia()).get("/v1/referrals/" + id).then().body("disclosures[0].disclosure.basis.reason", equalTo(REASON));
        String stored = TestDatabase.dump();
        assertTrue(stored.contains("suzuki"));
        assertFalse(stored.contains("canary"), "reasons are sealed");
    }

    @Test
    void nobodyApprovesForOneselfWhateverTheSpellingAndNoMachineApproves() {
        String id = waiting(Tokens.staff("sato", "ZENSOKYO", "agency-admin"));

        for (String self : new String[] {"sato", "SATO", "Sato", "\uff53\uff41\uff54\uff4f"}) {
            decide(Tokens.staff(self, "ZENSOKYO", "agency-admin"), id, "approve", 2, WHY)
                    .statusCode(403)
                    .body("code", equalTo("approver-same"));
        }
        decide(origin(), id, "approve", 2, WHY).statusCode(403).body("code", equalTo("not-yours"));
        decide(Tokens.machine("zensokyo", "ZENSOKYO", "agency-admin", "supervisor"), id, "approve", 2, WHY)
                .statusCode(403)
                .body("code", equalTo("not-yours"));
        decide(Tokens.staff("suzuki", "SIA", "agency-admin"), id, "approve", 2, WHY)
                .statusCode(404);
        as(origin()).get("/v1/referrals/" + id).then().body("businessStatus", equalTo("awaiting-approval"));
        assertEquals(0, TestDatabase.count("select count(*) from approval where referral_id = '" + id + "'"));
    }

    @Test
    void whatIsNotApprovedGoesBackWithItsReasonAndAllChecksAreMadeAgain() {
        String id = waiting(origin());
        decide(leader(), id, "decline-approval", 2, WHY)
                .statusCode(200)
                .body("status", equalTo("draft"))
                .body("businessStatus", equalTo(null));
        as(origin()).get("/v1/referrals/" + id).then().body("approvals.decision", hasItem("declined"));

        String other = waiting(origin());
        ReferralClient.accepting("SIA_HIBO", false);
        decide(leader(), other, "approve", 2, WHY).statusCode(422).body("code", equalTo("desk-not-accepting"));
        ReferralClient.accepting("SIA_HIBO", true);
    }

    @Test
    void aPersonApprovesOnThePage() {
        String id = waiting(origin());
        page(leader(), id).body(containsString("承認を待っています")).body(containsString("連絡がつかない"));
        String form = page(leader(), id + "/approve").extract().asString();
        var hidden = new java.util.LinkedHashMap<String, String>();
        java.util.regex.Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"")
                .matcher(form)
                .results()
                .forEach(field -> hidden.put(field.group(1), field.group(2)));

        given().redirects()
                .follow(false)
                .accept("text/html")
                .header("Authorization", "Bearer " + leader())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(hidden)
                .formParam("note", "確かめました")
                .post("/partner/referrals/" + id + "/approve")
                .then()
                .statusCode(303);

        as(sia()).get("/v1/referrals/" + id).then().body("status", equalTo("requested"));
    }

    private static String waiting(String who) {
        return create(who, basedOn("{\"kind\":\"27-1-ii\",\"reason\":\"" + REASON + "\"}"))
                .statusCode(201)
                .body("status", equalTo("draft"))
                .body("businessStatus", equalTo("awaiting-approval"))
                .extract()
                .path("id");
    }

    private static io.restassured.response.ValidatableResponse page(String token, String path) {
        return given().accept("text/html")
                .header("Authorization", "Bearer " + token)
                .get("/partner/referrals/" + path)
                .then()
                .statusCode(200);
    }
}
