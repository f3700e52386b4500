package jp.tsunagi.council.routingguide;

import static io.restassured.RestAssured.given;
import static jp.tsunagi.council.routingguide.GuideClient.PROPOSER;
import static jp.tsunagi.council.routingguide.GuideClient.RULES;
import static jp.tsunagi.council.routingguide.GuideClient.SECOND;
import static jp.tsunagi.council.routingguide.GuideClient.adopt;
import static jp.tsunagi.council.routingguide.GuideClient.adopted;
import static jp.tsunagi.council.routingguide.GuideClient.as;
import static jp.tsunagi.council.routingguide.GuideClient.decidedTopic;
import static jp.tsunagi.council.routingguide.GuideClient.propose;
import static jp.tsunagi.council.routingguide.GuideClient.proposed;
import static jp.tsunagi.council.routingguide.GuideClient.read;
import static jp.tsunagi.council.routingguide.GuideClient.today;
import static jp.tsunagi.council.routingguide.GuideClient.withdraw;
import static jp.tsunagi.council.routingguide.GuideClient.withdrawWhatWaits;
import static jp.tsunagi.council.routingguide.GuideClient.write;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class RoutingGuideApiTest {

    @Inject
    DataSource database;

    @Test
    void oneAccountProposesAndAnotherAdopts() {
        withdrawWhatWaits();
        String topic = decidedTopic();

        var answer = propose(topic, RULES, today().toString())
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("status", equalTo("proposed"))
                .body("text", equalTo(RULES))
                .body("topicId", equalTo(topic))
                .body("proposedBy", equalTo(PROPOSER))
                .body("decidedBy", nullValue())
                .extract();
        String id = answer.path("id");
        assertEquals("/v1/routing-guides/" + id, answer.header("Location"));
        adopt(SECOND, id, 1)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("adopted"))
                .body("decidedBy", equalTo(SECOND));

        for (String action : List.of("propose", "adopt")) {
            assertEquals(
                    1,
                    TestDatabase.count(
                            "select count(*) from audit where action = ? and object = ? and result = 'done'",
                            "routing-guide." + action,
                            "routing-guide/" + id));
        }
    }

    @Test
    @Requirement("R2.5")
    void theAccountThatProposedDoesNotAdopt() {
        String id = proposed();

        adopt(PROPOSER, id, 1).then().statusCode(403).body("code", equalTo("second-person-needed"));

        as(SECOND).get("/v1/routing-guides/" + id).then().body("status", equalTo("proposed"));
        adopt(SECOND, id, 1).then().statusCode(200);
    }

    @Test
    void numbersAreCountedUpAlsoPastAVersionThatWasWithdrawn() {
        String first = proposed();
        int number = as(PROPOSER).get("/v1/routing-guides/" + first).path("number");
        withdraw(first, 1, "窓口の名前が変わるため")
                .then()
                .statusCode(200)
                .body("status", equalTo("withdrawn"))
                .body("reason", equalTo("窓口の名前が変わるため"));

        String second = proposed();

        as(PROPOSER).get("/v1/routing-guides/" + second).then().body("number", equalTo(number + 1));
    }

    @Test
    void aSecondProposalWaitsForTheFirst() {
        String waiting = proposed();

        propose(decidedTopic(), RULES, today().toString())
                .then()
                .statusCode(409)
                .body("code", equalTo("guide-already-proposed"))
                .body("routingGuideId", equalTo(waiting));
    }

    @Test
    void ofProposalsAtTheSameTimeOneWaits() throws Exception {
        withdrawWhatWaits();
        String topic = decidedTopic();
        Callable<Integer> proposal =
                () -> propose(topic, RULES, today().toString()).statusCode();

        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Integer> answers = threads.invokeAll(List.of(proposal, proposal, proposal, proposal)).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertEquals(List.of(201, 409, 409, 409), answers);
        }
    }

    @Test
    void onlyADecidedTopicIsCarriedOut() {
        withdrawWhatWaits();
        String undecided = write(PROPOSER)
                .body(Map.of("title", "まだの話", "body", "これから話し合う"))
                .post("/v1/topics")
                .path("id");

        propose(undecided, RULES, today().toString())
                .then()
                .statusCode(409)
                .body("code", equalTo("topic-not-decided"))
                .body("topicStatus", equalTo("proposed"))
                .body("errors[0].pointer", equalTo("/topicId"));
        propose(UUID.randomUUID().toString(), RULES, today().toString())
                .then()
                .statusCode(404)
                .body("code", equalTo("topic-not-found"));
        String closed = decidedTopic();
        write(PROPOSER)
                .header("If-Match", "\"5\"")
                .body(Map.of())
                .post("/v1/topics/" + closed + "/close")
                .then()
                .statusCode(200);
        propose(closed, RULES, today().toString()).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"-1, effective-date-past", "401, effective-date-too-far"})
    void theFirstDayIsNeitherPastNorFarAway(int days, String code) {
        withdrawWhatWaits();

        propose(decidedTopic(), RULES, today().plusDays(days).toString())
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo("/effectiveFrom"));
    }

    @Test
    void aTextThatCannotBeReadIsRefusedWithLineAndReasonInTheLanguageOfTheReader() {
        withdrawWhatWaits();
        String topic = decidedTopic();
        String text = "desks: [SIA_SAFELINE]\nrules:\n- id: a\n  id: b\n";

        propose(topic, text, today().toString())
                .then()
                .statusCode(400)
                .body("code", equalTo("guide-malformed"))
                .body("line", equalTo(4))
                .body("reason", equalTo("name-twice"))
                .body("detail", equalTo("4行目: 同じ名前が二度あります。"))
                .body("errors[0].pointer", equalTo("/text"));
        write(PROPOSER)
                .header("Accept-Language", "en")
                .body(Map.of("topicId", topic, "text", text, "effectiveFrom", today().toString()))
                .post("/v1/routing-guides")
                .then()
                .statusCode(400)
                .body("detail", equalTo("Line 4: The same name stands here twice."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text":"rules: []","effectiveFrom":"2026-12-01"}                                                  | not-null        | /topicId
            {"topicId":"x","text":"rules: []","effectiveFrom":"2026-12-01"}                                    | value-malformed | /topicId
            {"topicId":"0199c0de-0000-7000-8000-000000000003","text":" ","effectiveFrom":"2026-12-01"}         | not-blank       | /text
            {"topicId":"0199c0de-0000-7000-8000-000000000003","text":"rules: []"}                              | not-null        | /effectiveFrom
            {"topicId":"0199c0de-0000-7000-8000-000000000003","text":"rules: []","effectiveFrom":"tomorrow"}   | value-malformed | /effectiveFrom
            {"topicId":"0199c0de-0000-7000-8000-000000000003","text":"a: 1","effectiveFrom":"2026-12-01","x":1} | field-unknown   | /x
            """)
    void badInputPointsAtItself(String body, String code, String pointer) {
        write(PROPOSER)
                .body(body)
                .post("/v1/routing-guides")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aTextHasALongestLength() {
        propose(UUID.randomUUID().toString(), "a".repeat(100_001), today().toString())
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("size"));
    }

    @Test
    @Requirement("R2.2")
    void whatIsDecidedIsNotDecidedAgain() {
        String id = adopted(RULES);

        adopt(SECOND, id, 2)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"))
                .body("guideStatus", equalTo("adopted"));
        withdraw(id, 2, "もう使わない").then().statusCode(409);
    }

    @Test
    @Requirement("R2.9")
    void aStaleOrMissingVersionIsRefused() {
        String id = proposed();
        String address = "/v1/routing-guides/" + id + "/adopt";

        write(SECOND).post(address).then().statusCode(428);
        adopt(SECOND, id, 2).then().statusCode(412).body("currentVersion", equalTo(1));
        adopt(SECOND, id, 1).then().statusCode(200);
        withdraw(id, 1, "あとから来た人")
                .then()
                .statusCode(412)
                .body("currentVersion", equalTo(2))
                .body("changedBy", equalTo("IHAHO"));
    }

    @Test
    @Requirement("R2.6")
    void proposingTwiceWithTheSameKeyIsOneProposal() {
        withdrawWhatWaits();
        String key = UUID.randomUUID().toString();
        var body = Map.of("topicId", decidedTopic(), "text", RULES, "effectiveFrom", today().toString());

        String id = write(PROPOSER, key).body(body).post("/v1/routing-guides").path("id");

        write(PROPOSER, key)
                .body(body)
                .post("/v1/routing-guides")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .header("ETag", "\"1\"")
                .body("id", equalTo(id))
                .body("text", equalTo(RULES));
    }

    @Test
    void theListIsNewestFirstWithoutTextsPageByPage() {
        String older = adopted(RULES);
        String newer = proposed();

        var first = as(PROPOSER)
                .get("/v1/routing-guides?limit=1")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(newer)))
                .body("items[0]", not(hasKey("text")))
                .extract();

        as(PROPOSER)
                .queryParam("limit", 1)
                .queryParam("cursor", first.<String>path("next"))
                .get("/v1/routing-guides")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(older)));
        as(PROPOSER).get("/v1/routing-guides?cursor=gICAgICAgA").then().statusCode(400);
    }

    @Test
    @Requirement({"R8.1", "R8.11"})
    void membersWithASeatReadWhatIsAdoptedAndNobodyElseDoes() {
        String adopted = adopted(RULES);
        String proposed = proposed();
        String list = "/v1/routing-guides";

        read("council-member", "TOKYO")
                .get(list + "/" + adopted)
                .then()
                .statusCode(200)
                .body("text", equalTo(RULES));
        read("council-member", "TOKYO")
                .get(list)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(adopted))
                .body("items.id", not(hasItem(proposed)));
        read("council-member", "LAWYERS").get(list).then().statusCode(200).body("items.size()", equalTo(0));
        read("council-member", "LAWYERS").get(list + "/" + adopted).then().statusCode(404);
        read("observer", "MOJ").get(list + "/" + adopted).then().statusCode(403);
        read("counsellor", "IHAHO").get(list).then().statusCode(403);
        given().get(list).then().statusCode(401);
    }

    @Test
    @Requirement("R8.4")
    void aProposalAndAnUnknownVersionAnswerAMemberAlike() {
        String proposed = proposed();

        Stream<String> answers = Stream.of(proposed, UUID.randomUUID().toString())
                .map(id -> read("council-member", "TOKYO").get("/v1/routing-guides/" + id))
                .peek(answer -> assertEquals(404, answer.statusCode()))
                .map(answer -> answer.path("code") + " " + answer.path("detail"));

        assertEquals(1, answers.distinct().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"council-member", "observer", "supervisor", "platform-admin"})
    @Requirement("R8.1")
    void onlyTheSecretariatProposesAndDecides(String role) {
        String id = proposed();
        String address = "/v1/routing-guides/" + id;

        for (String operation : List.of("", "/adopt", "/withdraw")) {
            read(role, "TOKYO")
                    .contentType("application/json")
                    .header("If-Match", "\"1\"")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body("{}")
                    .post(operation.isEmpty() ? "/v1/routing-guides" : address + operation)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("role-missing"));
        }
        as(PROPOSER).get(address).then().body("status", equalTo("proposed"));
    }

    @Test
    void whatIsDecidedCannotBeChangedInTheDatabase() {
        String adopted = adopted(RULES);
        String proposed = proposed();

        assertRefused("update routing_guide set text = 'rules: []' where id = ?", proposed, "permission denied");
        assertRefused("delete from routing_guide where id = ?", adopted, "permission denied");
        assertRefused("update routing_guide set status = 'withdrawn' where id = ?", adopted, "of the routing guide is");
        assertRefused(
                "update routing_guide set status = 'adopted', decided_by = proposed_by, decided_at = now() where id = ?",
                proposed,
                "routing_guide_state");
    }

    private void assertRefused(String statement, String id, String message) {
        var refused = assertThrows(SQLException.class, () -> {
            try (var connection = database.getConnection();
                    var prepared = connection.prepareStatement(statement)) {
                prepared.setObject(1, UUID.fromString(id));
                prepared.executeUpdate();
            }
        });
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @Test
    @Requirement("R16.2")
    void withoutTheAuditNobodyReadsOrDecides() {
        String id = proposed();

        TestDatabase.withoutAudit(() -> {
            as(SECOND).get("/v1/routing-guides/" + id).then().statusCode(500);
            adopt(SECOND, id, 1).then().statusCode(500).body("detail", not(containsString("audit")));
        });

        as(SECOND).get("/v1/routing-guides/" + id).then().body("status", equalTo("proposed"));
    }
}
