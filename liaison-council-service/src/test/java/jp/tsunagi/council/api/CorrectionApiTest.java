package jp.tsunagi.council.api;

import static io.restassured.RestAssured.given;
import static jp.tsunagi.council.api.TopicClient.approver;
import static jp.tsunagi.council.api.TopicClient.as;
import static jp.tsunagi.council.api.TopicClient.move;
import static jp.tsunagi.council.api.TopicClient.propose;
import static jp.tsunagi.council.api.TopicClient.publish;
import static jp.tsunagi.council.api.TopicClient.write;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestKafka;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class CorrectionApiTest {

    @Test
    void aCorrectionIsPublishedByASecondPersonAndShowsWhatWasWrong() {
        String id = published("誤りのある話");

        request(id, 3, "正しい文").then().statusCode(200).body("review.correction.reason", equalTo("日付の誤り"));
        everybody(id).then().body("title", equalTo("誤りのある話")).body("review", nullValue());
        move(id, 4, "publish-correction", Map.of())
                .then()
                .statusCode(403)
                .body("code", equalTo("second-person-needed"));
        approve(id, 4).then().statusCode(200).body("version", equalTo(5));

        everybody(id).then().statusCode(200).body("body", equalTo("正しい文"));
        given().get("/v1/topics/" + id + "/texts")
                .then()
                .statusCode(200)
                .body("texts.body", contains(TopicClient.BODY, "正しい文"))
                .body("texts.reason", contains(null, "日付の誤り"))
                .body("texts[0].replacedAt", notNullValue())
                .body("texts[1].replacedAt", nullValue());
        var record = TestKafka.await("tsunagi.council", id, 2).get(1);
        assertEquals("jp.tsunagi.council.topic.corrected.v1", TestKafka.header(record, "ce_type"));
        assertEquals(
                List.of("second-IHAHO done"),
                TestDatabase.texts("select actor || ' ' || result from audit where object = 'topic/" + id
                        + "' and action = 'topic.publish-correction' and result = 'done'"));
    }

    @Test
    void aDecisionIsCorrectedLikeTheTextAndOneOfBeforeStaysToBeRead() {
        String id = decided("山野さんの件を扱う。");

        correct(id, 7, "窓口の一覧を直す。").then().statusCode(200).body("review.correction.note", equalTo("窓口の一覧を直す。"));
        everybody(id).then().body("note", equalTo("山野さんの件を扱う。"));
        move(id, 8, "publish-correction", Map.of()).then().statusCode(403);
        approve(id, 8).then().statusCode(200);

        everybody(id).then().body("note", equalTo("窓口の一覧を直す。")).body("status", equalTo("decided"));
        given().get("/v1/topics/" + id + "/texts").then().body("texts.note", contains("山野さんの件を扱う。", "窓口の一覧を直す。"));
        given().accept("text/html")
                .get("/council/topics/" + id)
                .then()
                .body(allOf(containsString("窓口の一覧を直す。"), containsString("<span class=\"prose\">山野さんの件を扱う。")));
        request(id, 9, "本文だけ").then().statusCode(200);
        approve(id, 10).then().statusCode(200);
        everybody(id).then().body("note", equalTo("窓口の一覧を直す。")).body("body", equalTo("本文だけ"));
    }

    @Test
    void aDecisionThatWasTakenDownIsNotReadAgainWithTheCorrection() {
        String id = decided("山野さんの件を扱う。");
        move(id, 7, "take-down", Map.of("reason", "personal-data")).then().statusCode(200);
        correct(id, 8, "一件を扱う。").then().statusCode(200);
        approve(id, 9).then().statusCode(200);

        everybody(id).then().statusCode(200).body("note", equalTo("一件を扱う。"));
        given().accept("text/html").get("/council/topics/" + id).then().body(not(containsString("山野さん")));
        given().get("/v1/topics/" + id + "/texts").then().body("texts.note", contains("一件を扱う。"));
    }

    @Test
    void theScanReadsACorrectedDecisionAndWithoutOneThereIsNothingToCorrect() {
        String id = decided("一覧を直す。");
        correct(id, 7, "佐藤さんに 090-1234-5678 で").then().statusCode(200);
        approve(id, 8).then().statusCode(422).body("errors.finding", hasItem("/note:1:phone-number"));

        correct(published("決まっていない話"), 3, "x").then().statusCode(409).body("code", equalTo("note-not-there"));
    }

    /** Version 7 is read by everybody with this decision. */
    private static String decided(String note) {
        String id = propose("決まった話").jsonPath().getString("id");
        move(id, 1, "adopt", Map.of()).then().statusCode(200);
        move(id, 2, "schedule", Map.of("meetingOn", "2026-12-10")).then().statusCode(200);
        move(id, 3, "discuss", Map.of()).then().statusCode(200);
        move(id, 4, "decide", Map.of("note", note)).then().statusCode(200);
        TopicClient.request(id, 5, Map.of("visibility", "public")).then().statusCode(200);
        TopicClient.approve(id, 6, "/note:1:person-name").then().statusCode(200);
        return id;
    }

    private static Response correct(String id, long version, String note) {
        return move(
                id,
                version,
                "request-correction",
                Map.of("title", "決まった話", "body", "本文", "note", note, "reason", "名前が残っていました"));
    }

    @Test
    void theScanReadsACorrectionAndItsReason() {
        String id = published("名前のない話");
        move(
                        id,
                        3,
                        "request-correction",
                        Map.of("title", "名前のない話", "body", "本文", "reason", "佐藤さんの電話 090-1234-5678 を消した"))
                .then()
                .statusCode(200);

        approve(id, 4)
                .then()
                .statusCode(422)
                .body("code", equalTo("personal-data-suspected"))
                .body("errors.finding", hasItem("/reason:1:phone-number"));
        everybody(id).then().body("body", equalTo(TopicClient.BODY));
        approve(id, 4, "/reason:1:phone-number", "/reason:1:person-name").then().statusCode(200);
    }

    @Test
    void whatWasTakenDownIsGoneAtOnceAndStaysHiddenWhenACorrectionTakesItsPlace() {
        String id = published("消すべき名前");

        as("council-member", "TOKYO").get("/v1/topics/" + id).then().statusCode(200);
        write("council-member", "SIA")
                .header("If-Match", "\"3\"")
                .body(Map.of("reason", "personal-data"))
                .post("/v1/topics/" + id + "/take-down")
                .then()
                .statusCode(403);
        move(id, 3, "take-down", Map.of("reason", "personal-data"))
                .then()
                .statusCode(200)
                .body("takenDown.reason", equalTo("personal-data"));

        everybody(id)
                .then()
                .statusCode(410)
                .body("code", equalTo("topic-taken-down"))
                .body("reason", equalTo("personal-data"))
                .body("takenDownAt", notNullValue())
                .body(not(containsString("消すべき名前")));
        given().get("/v1/topics/" + id + "/texts").then().statusCode(410);
        given().get("/v1/topics?limit=50").then().body("items.id", not(hasItem(id)));
        given().accept("text/html")
                .get("/council/topics/" + id)
                .then()
                .statusCode(410)
                .body(containsString("この議題は取り下げられました"))
                .body(containsString("個人につながる内容があったため"))
                .body(not(containsString("消すべき名前")));
        given().accept("text/html").get("/council").then().body(not(containsString("消すべき名前")));
        as("secretariat", "IHAHO").get("/v1/topics/" + id).then().statusCode(200);
        var record = TestKafka.await("tsunagi.council", id, 2).get(1);
        assertEquals("jp.tsunagi.council.topic.taken-down.v1", TestKafka.header(record, "ce_type"));

        move(id, 4, "take-down", Map.of("reason", "mistake"))
                .then()
                .statusCode(409)
                .body("code", equalTo("topic-already-taken-down"));
        request(id, 4, "名前のない文").then().statusCode(200);
        approve(id, 5).then().statusCode(200);

        everybody(id).then().statusCode(200).body("body", equalTo("名前のない文"));
        given().get("/v1/topics/" + id + "/texts").then().body("texts.body", contains("名前のない文"));
        as("secretariat", "IHAHO")
                .get("/v1/topics/" + id + "/texts")
                .then()
                .body("texts.body", contains(TopicClient.BODY, "名前のない文"));
        given().accept("text/html")
                .get("/council/topics/" + id)
                .then()
                .statusCode(200)
                .body(containsString("取り下げがありました"))
                .body(not(containsString(TopicClient.BODY)));
    }

    @Test
    void anOlderTextIsForThoseWhoCouldReadItThen() {
        String id = propose("内輪の誤り").jsonPath().getString("id");
        publish(id, 1, "members").then().statusCode(200);
        request(id, 3, "正しい文").then().statusCode(200);
        approve(id, 4).then().statusCode(200);
        publish(id, 5, "public").then().statusCode(200);

        given().get("/v1/topics/" + id + "/texts").then().body("texts.body", contains("正しい文"));
        as("council-member", "TOKYO")
                .get("/v1/topics/" + id + "/texts")
                .then()
                .body("texts.body", contains(TopicClient.BODY, "正しい文"));
    }

    @Test
    void aDraftIsNeitherCorrectedNorTakenDown() {
        String id = propose("下書きの話").jsonPath().getString("id");

        request(id, 1, "x").then().statusCode(409).body("code", equalTo("topic-not-published"));
        move(id, 1, "take-down", Map.of("reason", "mistake"))
                .then()
                .statusCode(409)
                .body("code", equalTo("topic-not-published"));
        approve(id, 1).then().statusCode(409).body("code", equalTo("correction-not-requested"));
        given().get("/v1/topics/" + id + "/texts").then().statusCode(404);
    }

    private static String published(String title) {
        String id = propose(title).jsonPath().getString("id");
        publish(id, 1, "public").then().statusCode(200);
        return id;
    }

    private static Response everybody(String id) {
        return given().get("/v1/topics/" + id);
    }

    private static Response request(String id, long version, String body) {
        return move(id, version, "request-correction", Map.of("title", "直した話", "body", body, "reason", "日付の誤り"));
    }

    private static Response approve(String id, long version, String... acknowledged) {
        return approver()
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("acknowledged", acknowledged))
                .post("/v1/topics/" + id + "/publish-correction");
    }
}
