package jp.tsunagi.referral.api;

import static jp.tsunagi.referral.ReferralClient.as;
import static jp.tsunagi.referral.ReferralClient.decide;
import static jp.tsunagi.referral.ReferralClient.send;
import static jp.tsunagi.referral.ReferralClient.sia;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who looked at what is in the audit, or nobody has seen it. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement("R16.2")
class ReadingAuditTest {

    @BeforeEach
    void directory() {
        ReferralClient.importDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/referrals, referral.list, referrals/inbox",
        "/v1/referrals?box=outbox, referral.list, referrals/outbox",
        "/partner, referral.list, referrals/inbox",
        "/partner/outbox, referral.list, referrals/outbox",
        "/v1/referrals/ID, referral.read-personal-data, referral/ID",
        "/v1/referrals/ID/deliveries, referral.read-deliveries, referral/ID",
        "/partner/referrals/ID, referral.read-personal-data, referral/ID"
    })
    @Requirement("F5")
    void everyReadHasItsRow(String path, String action, String object) {
        String id = send("SIA_HIBO");
        String reader = "reader-" + ReferralClient.fresh();

        as(Tokens.staff(reader, "ZENSOKYO", "agency-staff"))
                .get(path.replace("ID", id))
                .then()
                .statusCode(200);

        assertEquals(1, rows(reader, action, object.replace("ID", id)));
    }

    /** What the desk sees before it accepts is a summary of somebody's story. */
    @Test
    @Requirement("F5")
    void aSummaryThatIsReadBeforeAcceptanceHasItsRow() {
        String id = send("SIA_HIBO");
        String reader = "reader-" + ReferralClient.fresh();

        as(Tokens.staff(reader, "SIA", "agency-staff"))
                .get("/v1/referrals/" + id)
                .then()
                .body("summary", equalTo("実名での中傷投稿が続いている"));

        assertEquals(1, rows(reader, "referral.read", "referral/" + id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/referrals",
                "/v1/referrals?box=outbox",
                "/v1/referrals/ID",
                "/v1/referrals/ID/deliveries",
                "/partner",
                "/partner/outbox",
                "/partner/referrals/ID"
            })
    void withoutTheAuditNothingIsShown(String path) {
        String id = send("SIA_HIBO");

        TestDatabase.withoutAudit(() -> as(ReferralClient.origin())
                .get(path.replace("ID", id))
                .then()
                .statusCode(500)
                .body(not(containsString("中傷投稿")))
                .body(not(containsString("yamano")))
                .body(not(containsString("SIA_HIBO"))));
    }

    @Test
    @Requirement("P14")
    void withoutTheAuditNothingIsDecided() {
        String id = send("SIA_HIBO");

        TestDatabase.withoutAudit(() -> decide(sia(), id, "accept", 2, "{}").statusCode(500));

        as(sia()).get("/v1/referrals/" + id).then().body("version", equalTo(2)).body("status", equalTo("requested"));
    }

    private static long rows(String reader, String action, String object) {
        return TestDatabase.count(
                "select count(*) from audit where actor = ? and action = ? and object = ? and result = 'done'",
                reader,
                action,
                object);
    }
}
