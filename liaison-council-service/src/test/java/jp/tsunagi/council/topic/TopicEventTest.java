package jp.tsunagi.council.topic;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.council.publication.Publication;
import jp.tsunagi.council.publication.Review;
import jp.tsunagi.council.publication.TakeDownReason;
import jp.tsunagi.council.publication.Visibility;
import jp.tsunagi.platform.outbox.Event;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class TopicEventTest {

    @Inject
    ObjectMapper json;

    @Inject
    EmbargoScheduler scheduler;

    @Test
    void theEventIsExactlyTheContract() throws IOException {
        var example = EventExamples.read("jp.tsunagi.council.topic.published.v1");
        var id = UUID.fromString(example.data().get("topicId").textValue());
        var at = Instant.parse(example.data().get("at").textValue());
        var text = new Topic.Text(example.data().get("title").textValue(), "本文");
        var topic = new Topic(
                new Topic.Proposal(id, text, "IHAHO", at),
                new TopicState.Proposed(at),
                new Publication(Visibility.PUBLIC, null, at, true),
                new Review("ito", null, true, null));

        Event event = TopicEvent.published(topic, example.sequence(), at);

        assertEquals(example.data(), json.readTree(json.writeValueAsString(event.data())));
        assertEquals(example.topic(), event.topic());
        assertEquals(example.type(), event.type());
        assertEquals(example.subject(), event.aggregate() + "/" + event.id());
        assertEquals(example.sequence(), event.sequence());
    }

    @Test
    void theEventsOfACorrectionAndOfATakeDownAreExactlyTheContract() throws IOException {
        var corrected = EventExamples.read("jp.tsunagi.council.topic.corrected.v1");
        var takenDown = EventExamples.read("jp.tsunagi.council.topic.taken-down.v1");
        var id = UUID.fromString(corrected.data().get("topicId").textValue());
        var at = Instant.parse(corrected.data().get("at").textValue());
        var topic = new Topic(
                new Topic.Proposal(
                        id, new Topic.Text(corrected.data().get("title").textValue(), "本文"), "IHAHO", at),
                new TopicState.Proposed(at),
                new Publication(Visibility.PUBLIC, null, at, true),
                new Review("ito", null, true, null));

        Event first = TopicEvent.corrected(topic, corrected.sequence(), at);
        Event second = TopicTakenDownEvent.of(
                topic,
                TakeDownReason.PERSONAL_DATA,
                takenDown.sequence(),
                Instant.parse(takenDown.data().get("at").textValue()));

        assertEquals(corrected.data(), json.readTree(json.writeValueAsString(first.data())));
        assertEquals(corrected.type(), first.type());
        assertEquals(takenDown.data(), json.readTree(json.writeValueAsString(second.data())));
        assertEquals(takenDown.type(), second.type());
    }

    @Test
    void aPublicationIsAnnouncedOnceOnTheCouncilsTopic() throws IOException {
        var example = EventExamples.read("jp.tsunagi.council.topic.published.v1");
        String id = write().body(Map.of("title", "公開の知らせ", "body", "本文"))
                .post("/v1/topics")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        ask(id, Map.of("visibility", "public"));
        String publishedAt = writeAs("hayashi")
                .header("If-Match", "\"2\"")
                .body(Map.of())
                .post("/v1/topics/" + id + "/publish")
                .then()
                .statusCode(200)
                .extract()
                .path("publishedAt");

        var record = TestKafka.await(example.topic(), id, 1).getFirst();
        assertEquals(example.type(), TestKafka.header(record, "ce_type"));
        assertEquals(example.source(), TestKafka.header(record, "ce_source"));
        assertEquals("council-topic/" + id, TestKafka.header(record, "ce_subject"));
        assertEquals("3", TestKafka.header(record, "ce_sequence"));
        JsonNode data = json.readTree(record.value());
        JsonNode expected = example.data()
                .put("topicId", id)
                .put("title", "公開の知らせ")
                .put("detailUrl", "/v1/topics/" + id)
                .put("version", 3)
                .put("at", publishedAt);
        EventExamples.check(example.type(), data);
        assertEquals(expected, data);
    }

    @Test
    @Requirement("P11")
    void anEmbargoedTopicIsAnnouncedWhenItsEmbargoHasEnded() {
        String id = write().body(Map.of("title", "あとで公開する話", "body", "本文"))
                .post("/v1/topics")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        ask(
                id,
                Map.of(
                        "visibility",
                        "public",
                        "embargoUntil",
                        Instant.now().plusSeconds(3).toString()));
        writeAs("hayashi")
                .header("If-Match", "\"2\"")
                .body(Map.of())
                .post("/v1/topics/" + id + "/publish")
                .then()
                .statusCode(200);

        await().until(() -> given().get("/v1/topics/" + id).statusCode() == 200);
        scheduler.releaseDue();

        var record = TestKafka.await("tsunagi.council", id, 1).getFirst();
        assertEquals("4", TestKafka.header(record, "ce_sequence"));
    }

    private static void ask(String id, Map<String, String> publication) {
        write().header("If-Match", "\"1\"")
                .body(publication)
                .post("/v1/topics/" + id + "/request-publication")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification write() {
        return writeAs("ito");
    }

    private static RequestSpecification writeAs(String account) {
        return given().header("Authorization", "Bearer " + Tokens.staff(account, "IHAHO", "secretariat"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON);
    }
}
