package jp.tsunagi.referral.partner;

import static jp.tsunagi.referral.Partners.as;
import static jp.tsunagi.referral.Partners.body;
import static jp.tsunagi.referral.Partners.counsellor;
import static jp.tsunagi.referral.Partners.decide;
import static jp.tsunagi.referral.Partners.fresh;
import static jp.tsunagi.referral.Partners.send;
import static jp.tsunagi.referral.Partners.sia;
import static jp.tsunagi.referral.Partners.tokyo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.tsunagi.referral.Partners;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.testing.TestParts;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestParts.class)
class ReferralApiTest {

    private static final String REJECTION =
            "{\"reason\":\"not-in-remit\",\"note\":\"所管外です\",\"suggestedDesk\":\"MOJ_JINKEN\"}";
    private static final String COMPLETION =
            "{\"outcomes\":[\"content-removed\"],\"note\":\"削除されました\",\"visibleToConsulter\":true}";

    @Inject
    DataSource database;

    @BeforeEach
    void directory() {
        Partners.importDirectory();
    }

    @Test
    void aReferralGoesFromSendingToCompletionAndEachStepIsAnnounced() {
        String id = send("SIA_HIBO");

        decide(sia(), id, "acknowledge", 2, "{}").statusCode(200).body("status", equalTo("received"));
        decide(sia(), id, "accept", 3, "{\"assignee\":\"木村\"}").statusCode(200).header("ETag", "\"4\"");
        decide(sia(), id, "start", 4, "{}").statusCode(200);
        decide(sia(), id, "complete", 5, COMPLETION)
                .statusCode(200)
                .body("status", equalTo("completed"))
                .body("outcomes", contains("content-removed"));

        List<String> types = TestKafka.await("tsunagi.referral", id, 5).stream()
                .map(event -> TestKafka.header(event, "ce_type"))
                .toList();
        assertEquals(
                Stream.of("requested", "received", "accepted", "started", "completed")
                        .map(name -> "jp.tsunagi.referral." + name + ".v1")
                        .toList(),
                types);
    }

    @Test
    void noEventAndNoListCarriesWhatThePersonTold() {
        String id = send("SIA_HIBO");

        for (var event : TestKafka.await("tsunagi.referral", id, 1)) {
            String text = new String(event.value(), StandardCharsets.UTF_8);
            assertFalse(text.contains("𠮷野") || text.contains("example.com") || text.contains("中傷投稿"), text);
        }
        as(sia()).get("/v1/referrals").then().statusCode(200).body(not(containsString("example.com")));
    }

    @Test
    void theTargetReadsNamesOnlyAfterItHasAcceptedAndEachLookIsAudited() throws SQLException {
        String id = send("SIA_HIBO");
        as(sia())
                .get("/v1/referrals/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("summary", equalTo("実名での中傷投稿が続いている"))
                .body("fields", hasItems("narrative", "urls", "callName", "contact"))
                .body("disclosed", nullValue())
                .body(not(containsString("yamano@example.com")));
        assertEquals(0, looks(id));

        decide(sia(), id, "accept", 2, "{}").statusCode(200);

        as(sia())
                .get("/v1/referrals/" + id)
                .then()
                .statusCode(200)
                .body("disclosed.contact", equalTo("yamano@example.com"))
                .body("disclosed.narrative", equalTo("𠮷野と書かれています"))
                .body("disclosures", hasSize(1))
                .body("disclosures[0].recordDue", equalTo(true));
        assertEquals(1, looks(id));
    }

    @Test
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
        String first = create(counsellor(), body(consultation, "SIA_HIBO"))
                .statusCode(201)
                .extract()
                .path("id");

        create(counsellor(), body(consultation, "SIA_HIBO"))
                .statusCode(409)
                .body("code", equalTo("open-referral-exists"))
                .body("detail", containsString(first));
        create(counsellor(), body(consultation, "MOJ_JINKEN")).statusCode(201);
        decide(counsellor(), first, "withdraw", 2, "{\"reason\":\"sent-in-error\",\"note\":\"誤送信\"}")
                .statusCode(200);
        create(counsellor(), body(consultation, "SIA_HIBO")).statusCode(201);
    }

    @Test
    void I2_twentySendersAtOnceMakeOneReferral() throws InterruptedException {
        String consultation = fresh();
        List<Callable<Integer>> senders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            senders.add(() -> create(counsellor(), body(consultation, "SIA_HIBO"))
                    .extract()
                    .statusCode());
        }
        List<Integer> answers;
        try (var threads = Executors.newFixedThreadPool(6)) {
            answers = threads.invokeAll(senders).stream().map(Future::resultNow).toList();
        }
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(19, answers.stream().filter(status -> status == 409).count(), answers.toString());
    }

    @Test
    void I7_theTargetsCopyIsDestroyedOnRejectionAndOnWithdrawal() throws SQLException {
        String rejected = send("SIA_HIBO");
        decide(sia(), rejected, "reject", 2, REJECTION).statusCode(200).body("suggestedDesk", equalTo("MOJ_JINKEN"));
        String withdrawn = send("SIA_HIBO");
        decide(counsellor(), withdrawn, "withdraw", 2, "{\"reason\":\"subject-declined\",\"note\":\"本人の希望\"}")
                .statusCode(200);

        for (String id : List.of(rejected, withdrawn)) {
            assertEquals(
                    1,
                    count("select count(*) from parcel where data_key is null and purged_at is not null"
                            + " and summary is null and narrative is null and referral_id = '" + id + "'"));
            as(sia())
                    .get("/v1/referrals/" + id)
                    .then()
                    .body("summary", nullValue())
                    .body("history", hasSize(3));
        }
        as(counsellor()).get("/v1/referrals/" + rejected).then().body("history.words", hasItem("所管外です"));
    }

    @Test
    void I9_aClosedDeskCannotBeSentToButWhatLiesThereCanBeWithdrawn() {
        String id = send("SIA_SAFELINE");
        accepting("SIA_SAFELINE", false);

        create(counsellor(), body(fresh(), "SIA_SAFELINE")).statusCode(422).body("code", equalTo("desk-not-accepting"));
        decide(counsellor(), id, "withdraw", 2, "{\"reason\":\"needs-met-elsewhere\",\"note\":\"他で対応\"}")
                .statusCode(200);
        accepting("SIA_SAFELINE", true);
    }

    @Test
    void I12_withoutABasisNothingIsSentAndTheAnswerSaysWhatIsMissing() throws SQLException {
        long before = count("select count(*) from disclosure");
        String none = body(fresh(), "SIA_HIBO").replaceAll("\"basis\":\\{[^}]*},", "");
        String half = body(fresh(), "SIA_HIBO").replace("\"textVersion\":\"2026-11\",", "");
        String law = body(fresh(), "SIA_HIBO").replaceAll("\"basis\":\\{[^}]*}", "\"basis\":{\"kind\":\"27-1-ii\"}");
        String foreign = body(fresh(), "SIA_HIBO").replace("\"consent\"", "\"69-2-i\"");

        create(counsellor(), none).statusCode(422).body("code", equalTo("basis-missing"));
        create(counsellor(), half)
                .statusCode(422)
                .body("code", equalTo("basis-missing"))
                .body("errors.pointer", hasItem("/basis/textVersion"));
        create(counsellor(), law)
                .statusCode(422)
                .body("errors.pointer", hasItems("/basis/reason", "/basis/approvedBy"));
        create(counsellor(), foreign).statusCode(422).body("code", equalTo("basis-not-for-holder"));
        assertEquals(before, count("select count(*) from disclosure"));
    }

    @Test
    void I12_theRecordOfProvisionCannotBeChangedByTheService() {
        send("SIA_HIBO");

        assertThrowsPermission("update disclosure set to_agency = 'X'");
        assertThrowsPermission("delete from disclosure");
        assertThrowsPermission("delete from trail");
    }

    @Test
    void I13_aDeskWithoutThePlatformGetsAnOwnerWhoCarriesIt() {
        String there = send("SIA_HIBO");
        String carried = send("LAWYER");

        as(counsellor())
                .get("/v1/referrals/" + there + "/deliveries")
                .then()
                .body("items[0].state", equalTo("delivered"))
                .body("items[0].owner", equalTo("SIA"));
        as(counsellor())
                .get("/v1/referrals/" + carried + "/deliveries")
                .then()
                .body("items[0].state", equalTo("to-carry"))
                .body("items[0].owner", equalTo("IHAHO"))
                .body("items[0].reason", notNullValue());
    }

    @Test
    void I15_theLoserOfARaceLearnsWhoWonAndWhen() {
        String id = send("SIA_HIBO");
        decide(Tokens.staff("kimura", "SIA", "agency-staff"), id, "accept", 2, "{}")
                .statusCode(200);

        decide(sia(), id, "accept", 2, "{}")
                .statusCode(412)
                .body("decidedBy", equalTo("kimura"))
                .body("decidedAt", notNullValue())
                .body("referralStatus", equalTo("accepted"));
        decide(counsellor(), id, "withdraw", 2, "{\"reason\":\"other\",\"note\":\"x\"}")
                .statusCode(412)
                .body("decidedBy", equalTo("SIA"));
        decide(sia(), id, "accept", 3, "{}")
                .statusCode(409)
                .body("code", equalTo("illegal-move"))
                .body("decision", equalTo("accept"));
    }

    @Test
    void I15_ofAcceptAndWithdrawAtOnceExactlyOneWins() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            String id = send("SIA_HIBO");
            List<Callable<Integer>> both = List.of(
                    () -> decide(sia(), id, "accept", 2, "{}").extract().statusCode(),
                    () -> decide(counsellor(), id, "withdraw", 2, "{\"reason\":\"other\",\"note\":\"x\"}")
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
    void I16_stateHistoryAndEventAreWrittenTogetherAndOnlyAfterTheGuards() throws SQLException {
        String id = send("SIA_HIBO");
        decide(sia(), id, "reject", 2, "{\"reason\":\"not-in-remit\"}").statusCode(422);
        decide(sia(), id, "complete", 2, COMPLETION).statusCode(409);

        assertEquals(1, count("select count(*) from outbox where aggregateid = '" + id + "'"));
        assertEquals(2, count("select count(*) from trail where referral_id = '" + id + "'"));
        assertEquals(2, count("select version from referral where id = '" + id + "'"));
    }

    @Test
    void aRepeatedRequestHasOneEffectAndOneAnswer() {
        String key = fresh();
        String body = body(fresh(), "SIA_HIBO");
        String id = create(counsellor(), key, body).statusCode(201).extract().path("id");

        create(counsellor(), key, body)
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("ETag", "\"2\"")
                .body("id", equalTo(id));
        create(counsellor(), key, body.replace("normal", "high"))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        as(counsellor()).body(body).post("/v1/referrals").then().statusCode(400);
    }

    @Test
    void aReferralOfOtherAgenciesAndOneThatDoesNotExistAnswerAlike() {
        String id = send("SIA_HIBO");
        for (String unknown : List.of(id, fresh())) {
            as(tokyo())
                    .get("/v1/referrals/" + unknown)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("referral-unknown"));
            as(tokyo()).get("/v1/referrals/" + unknown + "/deliveries").then().statusCode(404);
            as(tokyo())
                    .get("/v1/referrals/" + unknown + "/available-commands")
                    .then()
                    .statusCode(404);
            decide(tokyo(), unknown, "accept", 2, "{}").statusCode(404).body("code", equalTo("referral-unknown"));
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
        decide(counsellor(), id, "accept", 2, "{}").statusCode(403).body("code", equalTo("not-yours"));
        as(Tokens.staff("ito", "SIA", "secretariat"))
                .get("/v1/referrals")
                .then()
                .statusCode(403);
    }

    @Test
    void whatADeskWouldRefuseIsSaidBeforeAnythingLeaves() throws SQLException {
        long before = count("select count(*) from referral");
        create(counsellor(), body(fresh(), "NOWHERE")).statusCode(422).body("code", equalTo("desk-unknown"));
        create(counsellor(), body(fresh(), "MIC")).statusCode(422).body("code", equalTo("desk-not-accepting"));
        create(counsellor(), body(fresh(), "SIA_HIBO").replace("victim_self", "third_party"))
                .statusCode(422)
                .body("code", equalTo("consulter-type-refused"));
        create(counsellor(), body(fresh(), "TOKYO_KOTAERU")).statusCode(422).body("code", equalTo("age-band-refused"));
        create(counsellor(), body(fresh(), "IHC"))
                .statusCode(422)
                .body("errors.code", hasItem("field-refused"))
                .body("errors.pointer", hasItems("/narrative", "/contact"));
        create(counsellor(), body(fresh(), "SIA_HIBO").replace("TLP:AMBER+STRICT", "TLP:RED"))
                .statusCode(422)
                .body("code", equalTo("label-above-ceiling"));
        create(counsellor(), body(fresh(), "MOJ_JINKEN").replace("TLP:AMBER+STRICT", "TLP:RED"))
                .statusCode(403)
                .body("code", equalTo("supervisor-required"));
        assertEquals(before, count("select count(*) from referral"));
    }

    @Test
    void theDryRunListsWhatIsMissingRefusedAndTooMuch() throws SQLException {
        long before = count("select count(*) from referral");

        as(counsellor())
                .body(body(fresh(), "IHC").replace("\"urls\":[\"https://sns.example.com/1\"],", ""))
                .post("/v1/referrals:check")
                .then()
                .statusCode(200)
                .body("ready", equalTo(false))
                .body("missing.pointer", contains("/urls"))
                .body("tooMuch.pointer", contains("/narrative", "/callName", "/contact"))
                .body("refused.code", contains("label-above-ceiling"));
        as(counsellor())
                .body(body(fresh(), "SIA_HIBO"))
                .post("/v1/referrals:check")
                .then()
                .body("ready", equalTo(true));
        assertEquals(before, count("select count(*) from referral"));
    }

    @Test
    void badInputIsRefusedWithItsPlace() {
        String good = body(fresh(), "SIA_HIBO");
        create(counsellor(), good.replace("\"defamation\"", "\"defame\""))
                .statusCode(400)
                .body("code", equalTo("value-unknown"))
                .body("errors.pointer", contains("/categories/0"));
        create(counsellor(), good.replace("\"consent\"", "\"verbal\"")).statusCode(400);
        create(counsellor(), good.replace("\"wish\"", "\"wisch\""))
                .statusCode(400)
                .body("code", equalTo("field-unknown"));
        create(counsellor(), good.replace("やまの", "\\u0000")).statusCode(400).body("code", equalTo("text-not-storable"));
        create(counsellor(), good.replace("やまの", "\\ud842")).statusCode(400).body("code", equalTo("text-not-storable"));
        create(counsellor(), good.replace("やまの", "あ".repeat(101)))
                .statusCode(400)
                .body("code", equalTo("input-invalid"));
        create(counsellor(), good.replace("{\"consultationRef\"", "{\"wish\":\"safety\",\"consultationRef\""))
                .statusCode(400);
        decide(sia(), fresh(), "befriend", 2, "{}").statusCode(404).body("code", equalTo("command-unknown"));
        as(sia()).get("/v1/referrals?status=lost").then().statusCode(400).body("code", equalTo("value-unknown"));
        as(sia()).get("/v1/referrals?limit=101").then().statusCode(400);
        as(sia()).get("/v1/referrals?cursor=abc").then().statusCode(400).body("code", equalTo("cursor-invalid"));
        as(sia()).get("/v1/referrals?modified_since=yesterday").then().statusCode(400);
    }

    @Test
    void listsGoPageByPageAndByChange() {
        List<String> sent = List.of(send("MOJ_JINKEN"), send("MOJ_JINKEN"), send("MOJ_JINKEN"));
        String moj = Tokens.staff("takahashi", "MOJ", "agency-staff");
        var first = as(moj).get("/v1/referrals?limit=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .extract();
        assertEquals(List.of(sent.get(2), sent.get(1)), first.path("items.id"));

        as(moj).queryParam("cursor", first.<String>path("next"))
                .get("/v1/referrals?limit=2")
                .then()
                .body("items[0].id", equalTo(sent.getFirst()));
        as(sia())
                .queryParam("cursor", first.<String>path("next"))
                .get("/v1/referrals?limit=2")
                .then()
                .statusCode(400);
        String since =
                as(moj).get("/v1/referrals/" + sent.get(1)).then().extract().path("changedAt");
        decide(moj, sent.getFirst(), "acknowledge", 2, "{}").statusCode(200);
        as(moj).queryParam("modified_since", since)
                .get("/v1/referrals?limit=2")
                .then()
                .body("items.id", contains(sent.get(1), sent.get(2)));
        as(moj).get("/v1/referrals?status=received").then().body("items.id", hasItem(sent.getFirst()));
        as(counsellor()).get("/v1/referrals?box=outbox").then().body("items.id", hasItems(sent.getFirst()));
    }

    @Test
    void availableCommandsAreThoseTheMachineWouldTake() {
        String id = send("SIA_HIBO");

        as(sia())
                .get("/v1/referrals/" + id + "/available-commands")
                .then()
                .body("commands", contains("acknowledge", "accept", "reject", "ask-information"));
        as(counsellor())
                .get("/v1/referrals/" + id + "/available-commands")
                .then()
                .body("commands", contains("withdraw", "recall"));
    }

    @Test
    void aQuestionPausesAndItsAnswerResumes() {
        String id = send("SIA_HIBO");
        decide(sia(), id, "ask-information", 2, "{\"question\":\"投稿はまだ見られますか\"}")
                .statusCode(200)
                .body("status", equalTo("on-hold"))
                .body("businessStatus", equalTo("awaiting-information"));
        decide(counsellor(), id, "supply-information", 3, "{\"answer\":\"はい\"}")
                .statusCode(200)
                .body("status", equalTo("requested"));
        as(sia()).get("/v1/referrals/" + id).then().body("history.words", hasItems("投稿はまだ見られますか", "はい"));
    }

    @Test
    void aNoteKeptInsideTheTargetIsNotShownToTheOrigin() {
        String id = send("SIA_HIBO");
        decide(sia(), id, "accept", 2, "{}").statusCode(200);
        decide(sia(), id, "report-progress", 3, "{\"note\":\"内部のメモ\",\"audience\":\"internal\"}")
                .statusCode(200);

        as(sia()).get("/v1/referrals/" + id).then().body("history.words", hasItem("内部のメモ"));
        as(counsellor()).get("/v1/referrals/" + id).then().body("history.words", not(hasItem("内部のメモ")));
    }

    @Test
    void aClosedReferralOpensAgainAsANewDraftThatCanBeSent() {
        String id = send("SIA_HIBO");
        decide(sia(), id, "accept", 2, "{}").statusCode(200);
        decide(sia(), id, "complete", 3, COMPLETION).statusCode(200);

        String draft = decide(counsellor(), id, "re-open", 4, "{\"note\":\"また書かれた\"}")
                .statusCode(200)
                .body("version", equalTo(4))
                .extract()
                .path("newReferral");

        as(sia()).get("/v1/referrals/" + draft).then().statusCode(404);
        decide(counsellor(), draft, "send", 1, "{}").statusCode(422).body("code", equalTo("basis-missing"));
        decide(
                        counsellor(),
                        draft,
                        "send",
                        1,
                        "{\"basis\":{\"kind\":\"consent\",\"textVersion\":\"2026-11\",\"givenAt\":\"2026-01-05T00:00:00Z\"}}")
                .statusCode(200)
                .body("status", equalTo("requested"));
        as(sia()).get("/v1/referrals/" + draft).then().statusCode(200).body("replaces", equalTo(id));
        String other = decide(counsellor(), id, "re-open", 4, "{\"note\":\"もう一度\"}")
                .extract()
                .path("newReferral");
        decide(counsellor(), other, "discard", 1, "{}").statusCode(204);
        as(counsellor()).get("/v1/referrals/" + other).then().statusCode(404);
    }

    @Test
    void workMayBePassedOnWithItsOwnGroundAndTheOriginatorsYes() {
        String id = send("SIA_HIBO");
        decide(sia(), id, "accept", 2, "{}").statusCode(200);
        String basis =
                "\"basis\":{\"kind\":\"consent\",\"textVersion\":\"2026-11\",\"givenAt\":\"2026-01-05T00:00:00Z\"}";
        decide(sia(), id, "forward", 3, "{\"targetDesk\":\"MOJ_JINKEN\"," + basis + "}")
                .statusCode(422)
                .body("code", equalTo("originators-yes-missing"));

        String child = decide(
                        sia(),
                        id,
                        "forward",
                        3,
                        "{\"targetDesk\":\"MOJ_JINKEN\",\"originatorsYes\":\"佐藤 11/24\"," + basis + "}")
                .statusCode(200)
                .body("businessStatus", equalTo("forwarded"))
                .extract()
                .path("newReferral");

        decide(sia(), child, "send", 1, "{}").statusCode(200);
        as(Tokens.staff("takahashi", "MOJ", "agency-staff"))
                .get("/v1/referrals/" + child)
                .then()
                .body("basedOn", equalTo(id))
                .body("originAgency", equalTo("SIA"));
    }

    @Test
    void theStateMachineIsPublic() {
        io.restassured.RestAssured.get("/v1/meta/state-machine")
                .then()
                .statusCode(200)
                .body("rows", hasSize(27))
                .body("statuses", hasSize(11));
    }

    private static io.restassured.response.ValidatableResponse create(String token, String body) {
        return create(token, fresh(), body);
    }

    private static io.restassured.response.ValidatableResponse create(String token, String key, String body) {
        return as(token)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/referrals")
                .then();
    }

    private static void accepting(String desk, boolean accepting) {
        String admin = Tokens.staff("admin-demo", "IHAHO", "platform-admin");
        var entry = as(admin).get("/v1/desks/" + desk).then().extract();
        String changed = entry.asString().replaceFirst("\"accepting\":(true|false)", "\"accepting\":" + accepting);
        as(admin)
                .header("If-Match", entry.header("ETag"))
                .body(changed)
                .put("/v1/desks/" + desk)
                .then()
                .statusCode(200);
    }

    private long looks(String id) throws SQLException {
        return count("select count(*) from audit where action = 'referral.read-personal-data' and object = 'referral/"
                + id + "'");
    }

    private long count(String query) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
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
