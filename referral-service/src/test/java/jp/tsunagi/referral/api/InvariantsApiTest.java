package jp.tsunagi.referral.api;

import static jp.tsunagi.referral.ReferralClient.as;
import static jp.tsunagi.referral.ReferralClient.basedOn;
import static jp.tsunagi.referral.ReferralClient.body;
import static jp.tsunagi.referral.ReferralClient.create;
import static jp.tsunagi.referral.ReferralClient.decide;
import static jp.tsunagi.referral.ReferralClient.example;
import static jp.tsunagi.referral.ReferralClient.fresh;
import static jp.tsunagi.referral.ReferralClient.origin;
import static jp.tsunagi.referral.ReferralClient.send;
import static jp.tsunagi.referral.ReferralClient.sia;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The invariants (docs/invariants.md) that only the records and a race can show. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class InvariantsApiTest {

    private static final String REJECTION = example("reject").toString();
    private static final String COMPLETION = example("complete").toString();

    @Inject
    DataSource database;

    @BeforeEach
    void directory() {
        ReferralClient.importDirectory();
    }

    @Test
    @Requirement("R2.9")
    void I1_aDecisionNeedsTheVersionItWasMadeOn() {
        String id = send("SIA_HIBO");

        as(sia())
                .header("Idempotency-Key", fresh())
                .body("{}")
                .post("/v1/referrals/" + id + "/accept")
                .then()
                .statusCode(428)
                .body("code", equalTo("version-missing"));
        decide(sia(), id, "accept", 1, "{}").statusCode(412).body("code", equalTo("stale"));
        as(sia())
                .header("Idempotency-Key", fresh())
                .header("If-Match", "latest")
                .body("{}")
                .post("/v1/referrals/" + id + "/accept")
                .then()
                .statusCode(400)
                .body("code", equalTo("version-malformed"));
        as(sia()).get("/v1/referrals/" + id).then().body("status", equalTo("requested"));
    }

    @Test
    void I2_oneOpenReferralPerConsultationAndDeskAndTheRefusalNamesIt() {
        String consultation = fresh();
        String first = create(origin(), body(consultation, "SIA_HIBO"))
                .statusCode(201)
                .extract()
                .path("id");

        create(origin(), body(consultation, "SIA_HIBO"))
                .statusCode(409)
                .body("code", equalTo("open-referral-exists"))
                .body("detail", containsString(first))
                .body("openReferral", equalTo(first));
        create(origin(), body(consultation, "MOJ_JINKEN")).statusCode(201);
        decide(origin(), first, "withdraw", 2, "{\"reasonCode\":\"sent-in-error\",\"note\":\"誤送信\"}")
                .statusCode(200);
        create(origin(), body(consultation, "SIA_HIBO")).statusCode(201);
    }

    @Test
    @Requirement("R2.4")
    void I2_twentySendersAtOnceMakeOneReferral() throws InterruptedException {
        String consultation = fresh();
        List<Callable<Integer>> senders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            senders.add(() -> {
                var answer = create(origin(), body(consultation, "SIA_HIBO")).extract();
                if (answer.statusCode() == 409) {
                    // Whoever is refused by the table and not by the check reads the same sentences.
                    assertNotNull(answer.path("openReferral"));
                    assertFalse(answer.asString().contains("%"), answer.asString());
                }
                return answer.statusCode();
            });
        }
        List<Integer> answers;
        // More than there are connections: nobody who was refused waits for a second one while he holds the first.
        try (var threads = Executors.newFixedThreadPool(20)) {
            answers = threads.invokeAll(senders).stream().map(Future::resultNow).toList();
        }
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(19, answers.stream().filter(status -> status == 409).count(), answers.toString());
    }

    @Test
    @Requirement({"R8.9", "R11.4"})
    void I7_theTargetsCopyIsDestroyedOnRejectionAndOnWithdrawal() throws SQLException {
        String rejected = send("SIA_HIBO");
        decide(sia(), rejected, "reject", 2, REJECTION).statusCode(200).body("suggestedDesk", equalTo("MOJ_JINKEN"));
        String withdrawn = send("SIA_HIBO");
        decide(origin(), withdrawn, "withdraw", 2, "{\"reasonCode\":\"subject-declined\",\"note\":\"本人の希望\"}")
                .statusCode(200);

        for (String id : List.of(rejected, withdrawn)) {
            assertEquals(
                    1,
                    TestDatabase.count(
                            "select count(*) from disclosed_data where data_key is null and purged_at is not null"
                                    + " and summary is null and narrative is null and referral_id = '" + id + "'"));
            as(sia())
                    .get("/v1/referrals/" + id)
                    .then()
                    .body("summary", nullValue())
                    .body("history", hasSize(3));
        }
        as(origin()).get("/v1/referrals/" + rejected).then().body("history.words", hasItem("所管外です"));
    }

    @Test
    void I9_aClosedDeskCannotBeSentToButWhatLiesThereCanBeWithdrawn() {
        String id = send("SIA_SAFELINE");
        ReferralClient.accepting("SIA_SAFELINE", false);

        create(origin(), body(fresh(), "SIA_SAFELINE")).statusCode(422).body("code", equalTo("desk-not-accepting"));
        decide(origin(), id, "withdraw", 2, "{\"reasonCode\":\"needs-met-elsewhere\",\"note\":\"他で対応\"}")
                .statusCode(200);
        ReferralClient.accepting("SIA_SAFELINE", true);
    }

    @Test
    @Requirement("R2.8")
    void I12_withoutABasisNothingIsSentAndTheAnswerSaysWhatIsMissing() throws SQLException {
        long before = TestDatabase.count("select count(*) from disclosure_record");
        var none = body(fresh(), "SIA_HIBO");
        none.remove("basis");
        var half = basedOn("{\"kind\":\"consent\",\"recordId\":\"2026-0001\",\"givenAt\":\"2026-01-05T00:00:00Z\"}");
        var law = basedOn("{\"kind\":\"27-1-ii\"}");
        var foreign = basedOn(
                "{\"kind\":\"69-2-i\",\"recordId\":\"2026-0001\",\"textVersion\":\"2026-11\",\"givenAt\":\"2026-01-05T00:00:00Z\"}");

        create(origin(), none).statusCode(422).body("code", equalTo("basis-missing"));
        create(origin(), half)
                .statusCode(422)
                .body("code", equalTo("basis-text-version-missing"))
                .body("errors.pointer", hasItem("/basis/textVersion"));
        create(origin(), law).statusCode(422).body("errors.pointer", hasItem("/basis/reason"));
        create(origin(), foreign).statusCode(422).body("code", equalTo("basis-not-for-holder"));
        assertEquals(before, TestDatabase.count("select count(*) from disclosure_record"));
    }

    @Test
    @Requirement("R13.5")
    void I12_theRecordOfProvisionCannotBeChangedByTheService() {
        send("SIA_HIBO");

        assertThrowsPermission("update disclosure_record set target_agency = 'X'");
        assertThrowsPermission("delete from disclosure_record");
        assertThrowsPermission("delete from referral_history");
        assertThrowsPermission("update referral set origin_agency = 'X'");
        assertThrowsPermission("update referral set target_agency = 'X'");
        assertThrowsPermission("update referral set consultation_ref = 'x'");
        assertThrowsPermission("update referral set requested_by = 'x'");
    }

    @Test
    @Requirement("P9")
    void I13_aDeskWithoutThePlatformGetsAnOwnerWhoCarriesIt() {
        String there = send("SIA_HIBO");
        String carried = send("LAWYER");

        as(origin())
                .get("/v1/referrals/" + there + "/deliveries")
                .then()
                .body("items[0].state", equalTo("delivered"))
                .body("items[0].owner", equalTo("SIA"));
        as(origin())
                .get("/v1/referrals/" + carried + "/deliveries")
                .then()
                .body("items[0].state", equalTo("to-carry"))
                .body("items[0].owner", equalTo("ZENSOKYO"))
                .body("items[0].reason", notNullValue());
    }

    @Test
    @Requirement("R2.4")
    void I15_theLoserOfARaceLearnsWhoWonAndWhen() {
        String id = send("SIA_HIBO");
        decide(Tokens.staff("kimura", "SIA", "agency-staff"), id, "accept", 2, "{}")
                .statusCode(200);

        decide(sia(), id, "accept", 2, "{}")
                .statusCode(412)
                .body("code", equalTo("stale"))
                .body("currentVersion", equalTo(3))
                .body("changedBy", equalTo("kimura"))
                .body("changedAt", notNullValue())
                .body("referralStatus", equalTo("accepted"));
        decide(origin(), id, "withdraw", 2, "{\"reasonCode\":\"other\",\"note\":\"x\"}")
                .statusCode(412)
                .body("changedBy", equalTo("SIA"));
        decide(sia(), id, "accept", 3, "{}")
                .statusCode(409)
                .body("code", equalTo("illegal-transition"))
                .body("decision", equalTo("accept"));
    }

    @Test
    @Requirement({"R2.4", "P9"})
    void I15_ofAcceptAndWithdrawAtOnceExactlyOneWins() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            String id = send("SIA_HIBO");
            List<Callable<Integer>> both = List.of(
                    () -> decide(sia(), id, "accept", 2, "{}").extract().statusCode(),
                    () -> decide(origin(), id, "withdraw", 2, "{\"reasonCode\":\"other\",\"note\":\"x\"}")
                            .extract()
                            .statusCode());
            List<Integer> answers;
            try (var threads = Executors.newFixedThreadPool(2)) {
                answers = threads.invokeAll(both).stream()
                        .map(Future::resultNow)
                        .sorted()
                        .toList();
            }
            assertEquals(List.of(200, 412), answers);
        }
    }

    @Test
    @Requirement({"R2.2", "R2.3", "P5", "P6"})
    void I16_stateHistoryAndEventAreWrittenTogetherAndOnlyAfterTheGuards() throws SQLException {
        String id = send("SIA_HIBO");
        decide(sia(), id, "reject", 2, "{\"reasonCode\":\"not-in-remit\"}").statusCode(422);
        decide(sia(), id, "complete", 2, COMPLETION).statusCode(409);

        assertEquals(1, TestDatabase.count("select count(*) from outbox where aggregateid = '" + id + "'"));
        assertEquals(2, TestDatabase.count("select count(*) from referral_history where referral_id = '" + id + "'"));
        assertEquals(2, TestDatabase.count("select version from referral where id = '" + id + "'"));
    }

    private void assertThrowsPermission(String statement) {
        try (var connection = database.getConnection()) {
            connection.createStatement().executeUpdate(statement);
            throw new AssertionError(statement + " was allowed");
        } catch (SQLException refused) {
            assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
        }
    }
}
