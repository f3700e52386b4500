package jp.tsunagi.council.api;

import static io.restassured.RestAssured.given;
import static jp.tsunagi.council.api.TopicClient.BODY;
import static jp.tsunagi.council.api.TopicClient.approve;
import static jp.tsunagi.council.api.TopicClient.approver;
import static jp.tsunagi.council.api.TopicClient.as;
import static jp.tsunagi.council.api.TopicClient.move;
import static jp.tsunagi.council.api.TopicClient.propose;
import static jp.tsunagi.council.api.TopicClient.proposeWith;
import static jp.tsunagi.council.api.TopicClient.publish;
import static jp.tsunagi.council.api.TopicClient.request;
import static jp.tsunagi.council.api.TopicClient.write;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class TopicApiTest {

    @Inject
    DataSource database;

    @Test
    @Requirement({"R8.4", "R8.8"})
    void anUnpublishedTopicAndAnUnknownOneAnswerAlike() {
        String draft = propose("まだ出せない話").jsonPath().getString("id");

        var hidden = given().get("/v1/topics/" + draft).then().statusCode(404).extract();
        var unknown = given().get("/v1/topics/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .extract();

        assertEquals(hidden.path("code").toString(), unknown.path("code").toString());
        assertEquals(hidden.path("detail").toString(), unknown.path("detail").toString());
        given().get("/v1/topics").then().statusCode(200).body("items.id", not(hasItem(draft)));
        as("agency-staff", "SIA").get("/v1/topics/" + draft).then().statusCode(404);
        as("council-member", "SIA").get("/v1/topics/" + draft).then().statusCode(404);
        as("secretariat", "IHAHO").get("/v1/topics/" + draft).then().statusCode(200);
    }

    @Test
    void everybodyReadsAPublishedTopicWithoutSigningIn() {
        String id = propose("青少年が巻き込まれるトラブル").jsonPath().getString("id");

        publish(id, 1, "public").then().statusCode(200).header("ETag", "\"3\"").body("version", equalTo(3));

        given().get("/v1/topics/" + id)
                .then()
                .statusCode(200)
                .body("title", equalTo("青少年が巻き込まれるトラブル"))
                .body("status", equalTo("proposed"))
                .body("visibility", equalTo("public"));
        given().get("/v1/topics")
                .then()
                .body("items.id", hasItem(id))
                .body("items.size()", greaterThan(0))
                .body("items.visibility", everyItem(equalTo("public")));
    }

    @Test
    @Requirement("R8.11")
    void aTopicForMembersIsReadByThoseWhoHoldASeatToday() {
        String id = propose("構成員の話").jsonPath().getString("id");
        publish(id, 1, "members").then().statusCode(200);

        as("council-member", "TOKYO").get("/v1/topics/" + id).then().statusCode(200);
        as("council-member", "LAWYERS").get("/v1/topics/" + id).then().statusCode(404);
        as("observer", "MOJ").get("/v1/topics/" + id).then().statusCode(404);
        given().get("/v1/topics/" + id).then().statusCode(404);
    }

    @Test
    @Requirement("R8.11")
    void aSeatThatHasEndedReadsNothingMore() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        seat("LEFT", today.minusDays(1));
        seat("LEAVES", today.plusDays(1));
        String id = propose("席が終わった後").jsonPath().getString("id");
        publish(id, 1, "members").then().statusCode(200);

        as("council-member", "LEAVES").get("/v1/topics/" + id).then().statusCode(200);
        as("council-member", "LEFT").get("/v1/topics/" + id).then().statusCode(404);
        as("council-member", "LEFT").get("/v1/topics").then().body("items.id", not(hasItem(id)));
    }

    private static void seat(String agency, LocalDate last) {
        write("secretariat", "IHAHO")
                .body("""
                        {"source":"試験","asOf":"2020-01-01","seats":[{"organisation":"%1$s","agency":"%1$s",
                        "nameJa":"客","nameEn":"Guest","role":"member","from":"2021-04-01","to":"%2$s",
                        "confidence":100}]}""".formatted(agency, last))
                .post("/v1/memberships:import")
                .then()
                .statusCode(200);
    }

    @Test
    @Requirement("R8.8")
    void anEmbargoedTopicShowsNowhereBeforeItsInstant() {
        String id = propose("来年の話").jsonPath().getString("id");
        request(id, 1, Map.of("visibility", "public", "embargoUntil", "2999-01-01T00:00:00Z"))
                .then()
                .statusCode(200);
        approve(id, 2).then().statusCode(200);

        given().get("/v1/topics/" + id).then().statusCode(404);
        given().head("/v1/topics/" + id).then().statusCode(404).header("ETag", nullValue());
        given().get("/v1/topics").then().body("items.id", not(hasItem(id)));
        given().accept("text/html").get("/council/topics/" + id).then().statusCode(404);
    }

    @Test
    void onlyTheSecretariatPublishes() {
        String id = propose("だれが公開するか").jsonPath().getString("id");

        given().contentType(ContentType.JSON)
                .body(Map.of("visibility", "public"))
                .post("/v1/topics/" + id + "/publish")
                .then()
                .statusCode(401);
        write("council-member", "SIA")
                .header("If-Match", "\"1\"")
                .body(Map.of("visibility", "public"))
                .post("/v1/topics/" + id + "/request-publication")
                .then()
                .statusCode(403);
        request(id, 1, Map.of("visibility", "public")).then().statusCode(200);
        write("council-member", "SIA")
                .header("If-Match", "\"2\"")
                .body(Map.of())
                .post("/v1/topics/" + id + "/publish")
                .then()
                .statusCode(403);
        given().get("/v1/topics/" + id).then().statusCode(404);
    }

    @Test
    @Requirement("R9.1")
    void badTokensAreRefused() {
        for (String token : new String[] {
            Tokens.expired("ito", "IHAHO", "secretariat"),
            Tokens.foreign("ito", "IHAHO", "secretariat"),
            Tokens.tampered("ito", "IHAHO", "secretariat"),
            Tokens.forOthers("ito", "IHAHO", "secretariat")
        }) {
            given().header("Authorization", "Bearer " + token)
                    .contentType(ContentType.JSON)
                    .body(Map.of("title", "x", "body", "y"))
                    .post("/v1/topics")
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("token-invalid"));
        }
    }

    @Test
    @Requirement("R2.9")
    void aStaleOrMissingVersionIsRefused() {
        String id = propose("版の話").jsonPath().getString("id");
        publish(id, 1, "members").then().statusCode(200);

        request(id, 1, Map.of("visibility", "public"))
                .then()
                .statusCode(412)
                .body("code", equalTo("stale"))
                .body("currentVersion", equalTo(3))
                .body("changedBy", equalTo("IHAHO"));
        write("secretariat", "IHAHO")
                .body(Map.of("visibility", "public"))
                .post("/v1/topics/" + id + "/request-publication")
                .then()
                .statusCode(428)
                .body("code", equalTo("version-missing"));
    }

    @Test
    @Requirement("R2.6")
    void publishingTwiceWithTheSameKeyIsOnePublication() {
        String id = propose("二度押し").jsonPath().getString("id");
        request(id, 1, Map.of("visibility", "public")).then().statusCode(200);
        var approval = approver().header("If-Match", "\"2\"").body(Map.of());

        approval.post("/v1/topics/" + id + "/publish").then().statusCode(200).body("version", equalTo(3));
        approval.post("/v1/topics/" + id + "/publish")
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", "true")
                .body("version", equalTo(3));
        as("secretariat", "IHAHO").get("/v1/topics/" + id).then().body("version", equalTo(3));
    }

    @Test
    void whoWroteItOrAskedForItDoesNotPublishItAlsoUnderAnotherNameOrAgency() {
        String id = propose("二人目の話").jsonPath().getString("id");
        approve(id, 1).then().statusCode(409).body("code", equalTo("publication-not-requested"));
        request(id, 1, Map.of("visibility", "public"))
                .then()
                .statusCode(200)
                .body("review.request.by", equalTo("somebody-IHAHO"));

        move(id, 2, "publish", Map.of()).then().statusCode(403).body("code", equalTo("second-person-needed"));
        given().urlEncodingEnabled(false)
                .header(
                        "Authorization",
                        "Bearer " + Tokens.staffOf("somebody-IHAHO", List.of("IHAHO", "SIA"), "secretariat"))
                .header("Acting-Agency", "SIA")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"2\"")
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/v1/topics/" + id + "/publish")
                .then()
                .statusCode(403)
                .body("code", equalTo("second-person-needed"));
        given().get("/v1/topics/" + id).then().statusCode(404);

        approve(id, 2).then().statusCode(200);
        given().get("/v1/topics/" + id).then().statusCode(200).body("review", nullValue());
        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from topic_approval where topic = ?::uuid and text_by = 'somebody-IHAHO'"
                                + " and requested_by = 'somebody-IHAHO' and approved_by = 'second-IHAHO'",
                        id));
    }

    @Test
    void whoCorrectsTheTextAfterTheRequestMakesAnotherRequestNecessaryAndIsNoSecondPerson() {
        String id = propose("直した話").jsonPath().getString("id");
        request(id, 1, Map.of("visibility", "public")).then().statusCode(200);
        approver()
                .header("If-Match", "\"2\"")
                .body(Map.of("title", "直した話", "body", "二人目が書きかえた文"))
                .put("/v1/topics/" + id)
                .then()
                .statusCode(200);

        approve(id, 3).then().statusCode(409).body("code", equalTo("publication-not-requested"));
        request(id, 3, Map.of("visibility", "public")).then().statusCode(200);
        approve(id, 4).then().statusCode(403).body("code", equalTo("second-person-needed"));
    }

    @Test
    void aDecisionOnAPublishedTopicShowsWhenASecondPersonHasApprovedIt() {
        String id = propose("決まる話").jsonPath().getString("id");
        publish(id, 1, "public").then().statusCode(200);
        move(id, 3, "adopt", Map.of()).then().statusCode(200);
        move(id, 4, "schedule", Map.of("meetingOn", "2026-12-04")).then().statusCode(200);
        move(id, 5, "discuss", Map.of()).then().statusCode(200);
        move(id, 6, "decide", Map.of("note", "山野さんの件は090-1234-5678へ"))
                .then()
                .statusCode(200)
                .body("note", equalTo("山野さんの件は090-1234-5678へ"));
        given().get("/v1/topics/" + id)
                .then()
                .body("status", equalTo("decided"))
                .body("note", nullValue());
        given().accept("text/html").get("/council/topics/" + id).then().body(not(containsString("090-1234-5678")));

        request(id, 7, Map.of("visibility", "public")).then().statusCode(200);
        approve(id, 8).then().statusCode(422).body("errors.pointer", hasItem("/note"));
        approve(id, 8, "/note:1:phone-number", "/note:1:person-name").then().statusCode(200);
        given().get("/v1/topics/" + id).then().body("note", equalTo("山野さんの件は090-1234-5678へ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update topic_approval set approved_by = 'x'", "delete from topic_approval"})
    void theApplicationCannotChangeWhatWasApproved(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var change = connection.createStatement()) {
            var refused = assertThrows(SQLException.class, () -> change.executeUpdate(statement));
            assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
        }
    }

    @Test
    @Requirement("R2.6")
    void aKeyUsedForSomethingElseIsRefused() {
        String key = "key-" + UUID.randomUUID();
        write("secretariat", "IHAHO", key)
                .body(Map.of("title", "一つ目", "body", BODY))
                .post("/v1/topics")
                .then()
                .statusCode(201);

        write("secretariat", "IHAHO", key)
                .body(Map.of("title", "二つ目", "body", BODY))
                .post("/v1/topics")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    @Requirement("R14.9")
    void aTextWithATraceOfAPersonIsNotPublished() {
        String id = proposeWith("連絡網の話", "担当は090-1234-5678まで").jsonPath().getString("id");

        publish(id, 1, "public")
                .then()
                .statusCode(422)
                .body("code", equalTo("personal-data-suspected"))
                .body("errors[0].pointer", equalTo("/body"))
                .body("errors[0].code", equalTo("phone-number"))
                .body("errors[0].finding", equalTo("/body:1:phone-number"));
        given().get("/v1/topics/" + id).then().statusCode(404);

        write("secretariat", "IHAHO")
                .header("If-Match", "\"2\"")
                .body(Map.of("title", "連絡網の話", "body", "担当の機関まで"))
                .put("/v1/topics/" + id)
                .then()
                .statusCode(200);
        publish(id, 3, "public").then().statusCode(200);
    }

    @Test
    @Requirement({"R1.9", "R4.7"})
    void badInputChangesNothingAndPointsAtItself() {
        write("secretariat", "IHAHO")
                .body(Map.of("title", " ", "body", BODY))
                .post("/v1/topics")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/title"));
        write("secretariat", "IHAHO")
                .body("{\"title\":\"a\",\"title\":\"b\",\"body\":\"c\"}")
                .post("/v1/topics")
                .then()
                .statusCode(400);
        write("secretariat", "IHAHO")
                .body("{\"title\":\"a\",\"body\":\"\\u0000\"}")
                .post("/v1/topics")
                .then()
                .statusCode(400)
                .body("code", equalTo("text-not-storable"));
        write("secretariat", "IHAHO")
                .body(Map.of("title", "a", "body", "b", "secret", "c"))
                .post("/v1/topics")
                .then()
                .statusCode(400)
                .body("code", equalTo("field-unknown"));
        given().get("/v1/topics?limit=0").then().statusCode(400).body("code", equalTo("limit-out-of-range"));
        given().get("/v1/topics?cursor=AAAA").then().statusCode(400).body("code", equalTo("cursor-invalid"));
    }
}
