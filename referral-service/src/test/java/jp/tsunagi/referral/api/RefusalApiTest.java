package jp.tsunagi.referral.api;

import static jp.tsunagi.referral.ReferralClient.as;
import static jp.tsunagi.referral.ReferralClient.body;
import static jp.tsunagi.referral.ReferralClient.classified;
import static jp.tsunagi.referral.ReferralClient.create;
import static jp.tsunagi.referral.ReferralClient.decide;
import static jp.tsunagi.referral.ReferralClient.example;
import static jp.tsunagi.referral.ReferralClient.fresh;
import static jp.tsunagi.referral.ReferralClient.origin;
import static jp.tsunagi.referral.ReferralClient.send;
import static jp.tsunagi.referral.ReferralClient.sia;
import static jp.tsunagi.referral.ReferralClient.tokyo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom and what the API refuses, and that a refusal changes nothing. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class RefusalApiTest {

    @BeforeEach
    void directory() {
        ReferralClient.importDirectory();
    }

    @Test
    @Requirement({"R8.2", "R8.4"})
    void aReferralOfOtherAgenciesAndOneThatDoesNotExistAnswerAlike() {
        String id = send("SIA_HIBO");
        for (String unknown : List.of(id, fresh())) {
            as(tokyo())
                    .get("/v1/referrals/" + unknown)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("referral-not-found"));
            as(tokyo()).get("/v1/referrals/" + unknown + "/deliveries").then().statusCode(404);
            as(tokyo())
                    .get("/v1/referrals/" + unknown + "/available-commands")
                    .then()
                    .statusCode(404);
            decide(tokyo(), unknown, "accept", 2, "{}").statusCode(404).body("code", equalTo("referral-not-found"));
        }
        as(tokyo()).get("/v1/referrals?limit=100").then().body("items.id", not(hasItem(id)));
        as(Tokens.staffOf("watanabe", List.of("SIA", "TOKYO"), "agency-staff"))
                .header("Acting-Agency", "TOKYO")
                .get("/v1/referrals/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void somebodyOfTwoAgenciesMustNameOne() {
        String id = send("SIA_HIBO");
        String watanabe = Tokens.staffOf("watanabe", List.of("SIA", "TOKYO"), "agency-staff");

        as(watanabe).get("/v1/referrals").then().statusCode(400).body("code", equalTo("acting-agency-required"));
        as(watanabe)
                .header("Acting-Agency", "SIA")
                .get("/v1/referrals/" + id)
                .then()
                .statusCode(200);
        as(watanabe).header("Acting-Agency", "MOJ").get("/v1/referrals").then().statusCode(403);
    }

    @Test
    @Requirement("R9.1")
    void whoMayNotIsRefusedByTokenRoleOrSide() {
        String id = send("SIA_HIBO");
        for (String bad : List.of(
                Tokens.expired("kimura", "SIA", "agency-staff"),
                Tokens.foreign("kimura", "SIA", "agency-staff"),
                Tokens.tampered("kimura", "SIA", "agency-staff"),
                Tokens.forOthers("kimura", "SIA", "agency-staff"))) {
            as(bad).get("/v1/referrals/" + id).then().statusCode(401).body("code", equalTo("token-invalid"));
        }
        String reader = Tokens.machine("agency-sia", "SIA", "referral:read");
        as(reader).get("/v1/referrals/" + id).then().statusCode(200);
        decide(reader, id, "accept", 2, "{}").statusCode(403).body("code", equalTo("role-missing"));
        decide(origin(), id, "accept", 2, "{}").statusCode(403).body("code", equalTo("not-yours"));
        as(Tokens.staff("ito", "SIA", "secretariat"))
                .get("/v1/referrals")
                .then()
                .statusCode(403);
    }

    @Test
    @Requirement("R2.8")
    void whatADeskWouldRefuseIsSaidBeforeAnythingLeaves() {
        long before = TestDatabase.count("select count(*) from referral");
        create(origin(), body(fresh(), "NOWHERE")).statusCode(422).body("code", equalTo("desk-unknown"));
        create(origin(), body(fresh(), "MIC")).statusCode(422).body("code", equalTo("desk-not-accepting"));
        create(origin(), classified("SIA_HIBO", "consulterType", "third_party"))
                .statusCode(422)
                .body("code", equalTo("consulter-type-refused"));
        create(origin(), body(fresh(), "TOKYO_KOTAERU")).statusCode(422).body("code", equalTo("age-band-refused"));
        create(origin(), body(fresh(), "IHC"))
                .statusCode(422)
                .body("errors.code", hasItem("field-refused"))
                .body("errors.pointer", hasItems("/disclosedData/narrative", "/disclosedData/contact"));
        create(origin(), body(fresh(), "SIA_HIBO").put("label", "TLP:RED"))
                .statusCode(422)
                .body("code", equalTo("label-above-ceiling"));
        create(origin(), body(fresh(), "MOJ_JINKEN").put("label", "TLP:RED"))
                .statusCode(403)
                .body("code", equalTo("supervisor-required"));
        assertEquals(before, TestDatabase.count("select count(*) from referral"));
    }

    @Test
    void theDryRunListsWhatIsMissingRefusedAndTooMuch() {
        long before = TestDatabase.count("select count(*) from referral");

        var withoutUrls = body(fresh(), "IHC");
        withoutUrls.withObject("/disclosedData").remove("urls");
        as(origin())
                .body(withoutUrls.toString())
                .post("/v1/referrals:check")
                .then()
                .statusCode(200)
                .body("ready", equalTo(false))
                .body("missing.pointer", contains("/disclosedData/urls"))
                .body(
                        "tooMuch.pointer",
                        contains("/disclosedData/narrative", "/disclosedData/callName", "/disclosedData/contact"))
                .body("refused.code", contains("label-above-ceiling"));
        as(origin())
                .body(example("new-referral").toString())
                .post("/v1/referrals:check")
                .then()
                .statusCode(200)
                .body("ready", equalTo(true));
        assertEquals(before, TestDatabase.count("select count(*) from referral"));
    }

    @Test
    @Requirement({"R1.4", "R1.9", "R4.7"})
    void badInputIsRefusedWithItsPlace() {
        String good = body(fresh(), "SIA_HIBO").toString();
        create(origin(), good.replace("\"defamation\"", "\"defame\""))
                .statusCode(400)
                .body("code", equalTo("value-unknown"))
                .body("errors.pointer", contains("/classification/categories/0"));
        create(origin(), good.replace("\"consent\"", "\"verbal\"")).statusCode(400);
        create(origin(), good.replace("\"wish\"", "\"wisch\"")).statusCode(400).body("code", equalTo("field-unknown"));
        create(origin(), good.replace("やまの", "\\u0000")).statusCode(400).body("code", equalTo("text-not-storable"));
        create(origin(), good.replace("やまの", "\\ud842")).statusCode(400).body("code", equalTo("text-not-storable"));
        create(origin(), good.replace("やまの", "あ".repeat(101))).statusCode(400).body("code", equalTo("input-invalid"));
        create(origin(), good.replace("\"wish\"", "\"wish\":\"safety\",\"wish\""))
                .statusCode(400);
        decide(sia(), fresh(), "befriend", 2, "{}").statusCode(404).body("code", equalTo("command-not-found"));
        as(sia()).get("/v1/referrals?status=lost").then().statusCode(400).body("code", equalTo("value-unknown"));
        as(sia()).get("/v1/referrals?limit=101").then().statusCode(400);
        as(sia()).get("/v1/referrals?cursor=abc").then().statusCode(400).body("code", equalTo("cursor-invalid"));
        as(sia()).get("/v1/referrals?modified_since=yesterday").then().statusCode(400);
    }
}
