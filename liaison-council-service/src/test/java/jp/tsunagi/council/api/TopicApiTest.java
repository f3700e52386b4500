package jp.tsunagi.council.api;

import static io.restassured.RestAssured.given;
import static jp.tsunagi.council.api.TopicClient.BODY;
import static jp.tsunagi.council.api.TopicClient.as;
import static jp.tsunagi.council.api.TopicClient.propose;
import static jp.tsunagi.council.api.TopicClient.proposeWith;
import static jp.tsunagi.council.api.TopicClient.publish;
import static jp.tsunagi.council.api.TopicClient.write;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class TopicApiTest {

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

        publish(id, "1", "public")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2));

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
        publish(id, "1", "members").then().statusCode(200);

        as("council-member", "TOKYO").get("/v1/topics/" + id).then().statusCode(200);
        as("council-member", "LAWYERS").get("/v1/topics/" + id).then().statusCode(404);
        as("observer", "MOJ").get("/v1/topics/" + id).then().statusCode(404);
        given().get("/v1/topics/" + id).then().statusCode(404);
    }

    @Test
    @Requirement("R8.8")
    void anEmbargoedTopicShowsNowhereBeforeItsInstant() {
        String id = propose("来年の話").jsonPath().getString("id");
        write("secretariat", "IHAHO")
                .header("If-Match", "\"1\"")
                .body(Map.of("visibility", "public", "embargoUntil", "2999-01-01T00:00:00Z"))
                .post("/v1/topics/" + id + "/publish")
                .then()
                .statusCode(200);

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
        publish(id, "1", "members").then().statusCode(200);

        publish(id, "1", "public")
                .then()
                .statusCode(412)
                .body("code", equalTo("stale"))
                .body("currentVersion", equalTo(2))
                .body("changedBy", equalTo("IHAHO"));
        write("secretariat", "IHAHO")
                .body(Map.of("visibility", "public"))
                .post("/v1/topics/" + id + "/publish")
                .then()
                .statusCode(428)
                .body("code", equalTo("version-missing"));
    }

    @Test
    @Requirement("R2.6")
    void publishingTwiceWithTheSameKeyIsOnePublication() {
        String id = propose("二度押し").jsonPath().getString("id");
        var request = write("secretariat", "IHAHO").header("If-Match", "\"1\"").body(Map.of("visibility", "public"));

        request.post("/v1/topics/" + id + "/publish").then().statusCode(200).body("version", equalTo(2));
        request.post("/v1/topics/" + id + "/publish")
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", "true")
                .body("version", equalTo(2));
        as("secretariat", "IHAHO").get("/v1/topics/" + id).then().body("version", equalTo(2));
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

        publish(id, "1", "public")
                .then()
                .statusCode(422)
                .body("code", equalTo("personal-data-suspected"))
                .body("errors[0].pointer", equalTo("/body"))
                .body("errors[0].code", equalTo("phone-number"));
        given().get("/v1/topics/" + id).then().statusCode(404);

        write("secretariat", "IHAHO")
                .header("If-Match", "\"1\"")
                .body(Map.of("title", "連絡網の話", "body", "担当の機関まで"))
                .put("/v1/topics/" + id)
                .then()
                .statusCode(200);
        publish(id, "2", "public").then().statusCode(200);
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
