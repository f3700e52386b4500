package jp.tsunagi.referral.api;

import static jp.tsunagi.referral.ReferralClient.as;
import static jp.tsunagi.referral.ReferralClient.body;
import static jp.tsunagi.referral.ReferralClient.create;
import static jp.tsunagi.referral.ReferralClient.decide;
import static jp.tsunagi.referral.ReferralClient.example;
import static jp.tsunagi.referral.ReferralClient.fresh;
import static jp.tsunagi.referral.ReferralClient.origin;
import static jp.tsunagi.referral.ReferralClient.send;
import static jp.tsunagi.referral.ReferralClient.sia;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.testing.Tokens;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an agency does with referrals over the API. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class ReferralApiTest {

    private static final String COMPLETION = example("complete").toString();

    @BeforeEach
    void directory() {
        ReferralClient.importDirectory();
    }

    @Test
    void aReferralGoesFromSendingToCompletionAndEachStepIsAnnounced() {
        String id = send("SIA_HIBO");

        decide(sia(), id, "acknowledge", 2, "{}").statusCode(200).body("status", equalTo("received"));
        decide(sia(), id, "accept", 3, example("accept").toString())
                .statusCode(200)
                .header("ETag", "\"4\"");
        decide(sia(), id, "start", 4, "{}").statusCode(200);
        decide(sia(), id, "complete", 5, COMPLETION)
                .statusCode(200)
                .body("status", equalTo("completed"))
                .body("outcomes", contains("content-removed"));

        List<ConsumerRecord<String, byte[]>> events = TestKafka.await("tsunagi.referral", id, 5);
        assertEquals(
                Stream.of("requested", "received", "accepted", "started", "completed")
                        .map(name -> "jp.tsunagi.referral." + name + ".v1")
                        .toList(),
                events.stream().map(event -> TestKafka.header(event, "ce_type")).toList());
        events.forEach(ReferralClient::announced);
    }

    @Test
    @Requirement("R14.1")
    void aReferenceOfTheOriginsOwnIsNotAnnounced() {
        String reference = "2026-11-" + fresh();
        String id = create(origin(), body(reference, "SIA_HIBO"))
                .statusCode(201)
                .extract()
                .path("id");

        JsonNode event = ReferralClient.announced(
                TestKafka.await("tsunagi.referral", id, 1).getFirst());

        assertTrue(event.path("consultationId").isNull(), event.toString());
        assertFalse(event.toString().contains(reference), event.toString());
    }

    @Test
    @Requirement({"R11.1", "R14.1"})
    void noEventAndNoListCarriesWhatThePersonTold() {
        String id = send("SIA_HIBO");

        for (var event : TestKafka.await("tsunagi.referral", id, 1)) {
            String text = new String(event.value(), StandardCharsets.UTF_8);
            assertFalse(text.contains("𠮷野") || text.contains("example.com") || text.contains("中傷投稿"), text);
        }
        as(sia()).get("/v1/referrals").then().statusCode(200).body(not(containsString("example.com")));
    }

    @Test
    @Requirement({"R8.3", "R8.9", "R16.2"})
    void theTargetReadsNamesOnlyAfterItHasAcceptedAndEachLookIsAudited() {
        String id = send("SIA_HIBO");
        as(sia())
                .get("/v1/referrals/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("summary", equalTo("実名での中傷投稿が続いている"))
                .body("disclosure.fields", hasItems("narrative", "urls", "callName", "contact"))
                .body("disclosedData", nullValue())
                .body(not(containsString("yamano@example.com")));
        assertEquals(0, looks(id));

        decide(sia(), id, "accept", 2, "{}").statusCode(200);

        as(sia())
                .get("/v1/referrals/" + id)
                .then()
                .statusCode(200)
                .body("disclosedData.contact", equalTo("yamano@example.com"))
                .body("disclosedData.narrative", equalTo("𠮷野と書かれています"))
                .body("disclosures", hasSize(1))
                .body("disclosures[0].recordDue", equalTo(true));
        assertEquals(1, looks(id));
    }

    @Test
    @Requirement("R2.6")
    void aRepeatedRequestHasOneEffectAndOneAnswer() {
        String key = fresh();
        var body = body(fresh(), "SIA_HIBO");
        String id = create(origin(), key, body).statusCode(201).extract().path("id");

        create(origin(), key, body)
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("ETag", "\"2\"")
                .body("id", equalTo(id));
        var other = body.deepCopy();
        other.withObject("/classification").put("urgency", "high");
        create(origin(), key, other).statusCode(422).body("code", equalTo("idempotency-key-reused"));
        as(origin()).body(body.toString()).post("/v1/referrals").then().statusCode(400);
    }

    @Test
    @Requirement("R4.7")
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
        as(origin()).get("/v1/referrals?box=outbox").then().body("items.id", hasItems(sent.getFirst()));
    }

    @Test
    void availableCommandsAreThoseTheMachineWouldTake() {
        String id = send("SIA_HIBO");

        as(sia())
                .get("/v1/referrals/" + id + "/available-commands")
                .then()
                .body("commands", contains("acknowledge", "accept", "reject", "ask-information"));
        as(origin())
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
        decide(origin(), id, "supply-information", 3, "{\"answer\":\"はい\"}")
                .statusCode(200)
                .body("status", equalTo("requested"));
        as(sia()).get("/v1/referrals/" + id).then().body("history.words", hasItems("投稿はまだ見られますか", "はい"));
    }

    @Test
    @Requirement("R8.3")
    void aNoteKeptInsideTheTargetIsNotShownToTheOrigin() {
        String id = send("SIA_HIBO");
        decide(sia(), id, "accept", 2, "{}").statusCode(200);
        decide(sia(), id, "report-progress", 3, "{\"note\":\"内部のメモ\",\"audience\":\"internal\"}")
                .statusCode(200);

        as(sia()).get("/v1/referrals/" + id).then().body("history.words", hasItem("内部のメモ"));
        as(origin()).get("/v1/referrals/" + id).then().body("history.words", not(hasItem("内部のメモ")));
    }

    @Test
    void aClosedReferralOpensAgainAsANewDraftThatCanBeSent() {
        String id = send("SIA_HIBO");
        decide(sia(), id, "accept", 2, "{}").statusCode(200);
        decide(sia(), id, "complete", 3, COMPLETION).statusCode(200);

        String draft = decide(origin(), id, "re-open", 4, "{\"note\":\"また書かれた\"}")
                .statusCode(200)
                .body("version", equalTo(4))
                .extract()
                .path("newReferral");

        as(sia()).get("/v1/referrals/" + draft).then().statusCode(404);
        decide(origin(), draft, "send", 1, "{}").statusCode(422).body("code", equalTo("basis-missing"));
        decide(
                        origin(),
                        draft,
                        "send",
                        1,
                        "{\"basis\":{\"kind\":\"consent\",\"recordId\":\"2026-0001\",\"textVersion\":\"2026-11\",\"givenAt\":\"2026-01-05T00:00:00Z\"}}")
                .statusCode(200)
                .body("status", equalTo("requested"));
        as(sia()).get("/v1/referrals/" + draft).then().statusCode(200).body("lineage.replaces", equalTo(id));
    }

    @Test
    void workMayBePassedOnWithItsOwnGroundAndTheOriginatorsYes() {
        String id = send("SIA_HIBO");
        decide(sia(), id, "accept", 2, "{}").statusCode(200);
        String basis =
                "\"basis\":{\"kind\":\"consent\",\"recordId\":\"2026-0001\",\"textVersion\":\"2026-11\",\"givenAt\":\"2026-01-05T00:00:00Z\"}";
        decide(sia(), id, "forward", 3, "{\"targetDesk\":\"MOJ_JINKEN\"," + basis + "}")
                .statusCode(422)
                .body("code", equalTo("originator-consent-missing"));

        String child = decide(
                        sia(),
                        id,
                        "forward",
                        3,
                        "{\"targetDesk\":\"MOJ_JINKEN\",\"originatorConsent\":\"佐藤 11/24\"," + basis + "}")
                .statusCode(200)
                .body("businessStatus", equalTo("forwarded"))
                .extract()
                .path("newReferral");

        decide(sia(), child, "send", 1, "{}").statusCode(200);
        as(Tokens.staff("takahashi", "MOJ", "agency-staff"))
                .get("/v1/referrals/" + child)
                .then()
                .body("lineage.basedOn", equalTo(id))
                .body("parties.origin.agency", equalTo("SIA"));
    }

    @Test
    void theStateMachineIsPublic() {
        io.restassured.RestAssured.get("/v1/meta/state-machine")
                .then()
                .statusCode(200)
                .body("rows", hasSize(32))
                .body("statuses", hasSize(11));
    }

    private long looks(String id) {
        return TestDatabase.count(
                "select count(*) from audit where action = 'referral.read-personal-data' and object = 'referral/" + id
                        + "'");
    }
}
