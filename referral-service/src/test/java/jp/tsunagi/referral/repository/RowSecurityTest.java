package jp.tsunagi.referral.repository;

import static io.restassured.RestAssured.given;
import static jp.tsunagi.referral.ReferralClient.as;
import static jp.tsunagi.referral.ReferralClient.body;
import static jp.tsunagi.referral.ReferralClient.create;
import static jp.tsunagi.referral.ReferralClient.decide;
import static jp.tsunagi.referral.ReferralClient.fresh;
import static jp.tsunagi.referral.ReferralClient.origin;
import static jp.tsunagi.referral.ReferralClient.send;
import static jp.tsunagi.referral.ReferralClient.sia;
import static jp.tsunagi.referral.ReferralClient.staffOf;
import static jp.tsunagi.referral.ReferralClient.tokyo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.RowSecurityRules;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database keeps agencies apart by itself, and the application does without it. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement({"R8.2", "R8.5", "F14"})
class RowSecurityTest {

    /** Tables without rows of one agency: the directory is public; the platform's own are read by no request. */
    private static final Set<String> OPEN = Set.of(
            "agency", "desk", "audit", "audit_chain", "dead_letter", "inbox", "inbox_position", "outbox", "replay");

    @BeforeEach
    void directory() {
        ReferralClient.importDirectory();
    }

    /** Numbers are counted for all agencies at once, so nobody ever asks for one that another agency has. */
    private static final Set<String> COUNTED = Set.of("referral_number_key");

    @Test
    @Requirement("R8.6")
    void theCatalogueIsAsItMustBe() {
        assertEquals(List.of(), RowSecurityRules.problems(OPEN, COUNTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"referral_history", "disclosed_data", "disclosure_record", "delivery"})
    void whatBelongsToAReferralIsThereForItsTwoAgenciesOnly(String table) {
        String id = send("SIA_HIBO");
        String query = "select distinct referral_id::text from " + table + " where referral_id = '" + id + "'";

        assertEquals(List.of(id), read(origin(), query));
        assertEquals(List.of(id), read(sia(), query));
        assertEquals(List.of(), read(tokyo(), query));
        assertEquals(List.of(), read(staffOf(""), query));
    }

    @Test
    void aQueryWithoutAnyConditionFindsOnlyWhatTheAgencySentOrReceived() {
        send("SIA_HIBO");
        String withTokyo = create(origin(), ReferralClient.classified("TOKYO_KOTAERU", "ageBand", "13-15"))
                .statusCode(201)
                .extract()
                .path("id");

        List<String> found = read(tokyo(), "select id::text from referral");

        assertEquals(TestDatabase.count("""
                        select count(*) from referral
                         where origin_agency = 'TOKYO' or (target_agency = 'TOKYO' and sent)"""), found.size());
        assertEquals(true, found.contains(withTokyo));
    }

    @Test
    void aStrangerFindsNothing() {
        send("SIA_HIBO");

        assertEquals(
                List.of(),
                given().queryParam("sql", "select id::text from referral")
                        .get("/forgetful")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList(""));
    }

    @Test
    void nobodyChangesRemovesOrInventsARowOfOthers() {
        String id = send("SIA_HIBO");

        assertEquals(0, change(tokyo(), "update referral set assignee = 'x' where id = '" + id + "'"));
        assertEquals(0, change(tokyo(), "delete from referral where id = '" + id + "'"));
        assertEquals(0, change(sia(), "delete from referral where id = '" + id + "'"), "only drafts, by their origin");
        assertEquals(0, change(origin(), "delete from referral where id = '" + id + "'"), "it was sent");
        assertEquals(1, change(sia(), "update referral set assignee = null where id = '" + id + "'"));
        tryToChange(
                sia(), "update referral set origin_agency = 'IHAHO', target_agency = 'IHAHO' where id = '" + id + "'");
        tryToChange(
                tokyo(),
                "insert into delivery (id, referral_id, mode, state, owner, at) values (gen_random_uuid(), '" + id
                        + "', 'phone', 'delivered', 'x', now())");
        tryToChange(sia(), "delete from disclosed_data where referral_id = '" + id + "'");
        tryToChange(sia(), "delete from delivery where referral_id = '" + id + "'");
        tryToChange(
                sia(),
                "insert into referral_history (id, referral_id, referral_version, command, actor, actor_name, agency, status,"
                        + " audience, at) values (gen_random_uuid(), '" + id
                        + "', 9, 'recall', 'sato', 'x', 'ZENSOKYO', 'requested', 'agency', now())");
        assertEquals(
                0,
                TestDatabase.count(
                        "select count(*) from referral_history where referral_version = 9 and referral_id = '" + id
                                + "'"));
        assertEquals(1, TestDatabase.count("select count(*) from disclosed_data where referral_id = '" + id + "'"));
        assertEquals("ZENSOKYO", TestDatabase.text("select origin_agency from referral where id = '" + id + "'"));
        assertEquals(0, TestDatabase.count("select count(*) from delivery where owner = 'x'"));
    }

    @Test
    void aDraftAndWhatWasApprovedAreTheOriginsOwn() {
        String id = create(Tokens.staff("sato", "ZENSOKYO", "agency-staff"), ReferralClient.basedOn("""
                                {"kind": "27-1-ii", "reason": "命の危険"}"""))
                .statusCode(201)
                .extract()
                .path("id");
        String query = "select id::text from referral where id = '" + id + "'";

        assertEquals(List.of(id), read(origin(), query));
        assertEquals(List.of(), read(sia(), query), "not sent yet");
    }

    /** A clash would tell one agency what another one keeps. */
    @Test
    @Requirement("R8.6")
    void theSameReferenceOfTwoAgenciesDoesNotClash() {
        String reference = "2026-" + fresh();
        create(origin(), body(reference, "SIA_HIBO")).statusCode(201);
        create(
                        Tokens.staff("kimura", "TOKYO", "agency-staff"),
                        body(reference, "SIA_HIBO").put("originDesk", "TOKYO_KOTAERU"))
                .statusCode(201);
    }

    @Test
    void theApplicationKeepsThemApartWithoutTheDatabase() {
        String id = send("SIA_HIBO");
        TestDatabase.execute("alter table referral disable row level security");
        try {
            assertEquals(
                    List.of(id), read(tokyo(), "select id::text from referral where id = '" + id + "'"), "it is off");
            as(tokyo()).get("/v1/referrals/" + id).then().statusCode(404);
            as(tokyo())
                    .get("/v1/referrals/" + id + "/available-commands")
                    .then()
                    .statusCode(404);
            decide(tokyo(), id, "acknowledge", 2, "{}").statusCode(404);
            as(tokyo())
                    .get("/v1/referrals?box=inbox&limit=100")
                    .then()
                    .statusCode(200)
                    .body("items.findAll { it.id == '" + id + "' }", hasSize(0));
        } finally {
            TestDatabase.execute("alter table referral enable row level security");
        }
    }

    private static List<String> read(String token, String query) {
        return as(token)
                .urlEncodingEnabled(true)
                .queryParam("sql", query)
                .get("/forgetful")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
    }

    private static int change(String token, String statement) {
        return Integer.parseInt(as(token)
                .urlEncodingEnabled(true)
                .queryParam("sql", statement)
                .post("/forgetful")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static void tryToChange(String token, String statement) {
        as(token)
                .urlEncodingEnabled(true)
                .queryParam("sql", statement)
                .post("/forgetful")
                .then()
                .statusCode(not(equalTo(200)));
    }
}
