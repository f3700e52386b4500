package jp.tsunagi.council.routingguide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.platform.outbox.Event;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestKafka;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class RoutingGuideEventTest {

    private static final String TYPE = "jp.tsunagi.council.routing-guide.adopted.v1";

    @Inject
    ObjectMapper json;

    @Test
    void theEventIsExactlyTheContract() throws IOException {
        var example = EventExamples.read(TYPE);
        JsonNode data = example.data();
        var content = new RoutingGuide.Content(
                UUID.fromString(data.get("topicId").textValue()),
                data.get("text").textValue(),
                LocalDate.parse(data.get("effectiveFrom").textValue()));
        var adopted = new GuideState.Adopted(
                "hayashi", Instant.parse(data.get("adoptedAt").textValue()));
        var guide = new RoutingGuide(
                UUID.fromString(data.get("routingGuideId").textValue()),
                data.get("number").intValue(),
                content,
                "ito",
                adopted.at(),
                adopted);

        Event event = RoutingGuideAdoptedEvent.of(guide, adopted, example.sequence());

        assertEquals(data, json.readTree(json.writeValueAsString(event.data())));
        assertEquals(example.topic(), event.topic());
        assertEquals(example.type(), event.type());
        assertEquals(example.subject(), event.aggregate() + "/" + event.id());
        assertEquals(example.sequence(), event.sequence());
    }

    @Test
    void anAdoptionIsAnnouncedOnceWithTheWholeText() throws IOException {
        var example = EventExamples.read(TYPE);
        String id = GuideClient.proposed();

        JsonNode adopted = json.readTree(GuideClient.adopt(GuideClient.SECOND, id, 1)
                .then()
                .statusCode(200)
                .extract()
                .asString());

        var record = TestKafka.await(example.topic(), id, 1).getFirst();
        assertEquals(example.type(), TestKafka.header(record, "ce_type"));
        assertEquals(example.source(), TestKafka.header(record, "ce_source"));
        assertEquals("routing-guide/" + id, TestKafka.header(record, "ce_subject"));
        assertEquals("2", TestKafka.header(record, "ce_sequence"));
        JsonNode data = json.readTree(record.value());
        EventExamples.check(TYPE, data);
        assertEquals(
                example.data()
                        .put("routingGuideId", id)
                        .put("number", adopted.get("number").intValue())
                        .put("topicId", adopted.get("topicId").textValue())
                        .put("effectiveFrom", GuideClient.today().toString())
                        .put("adoptedAt", adopted.get("decidedAt").textValue())
                        .put("text", GuideClient.RULES)
                        .put("version", 2),
                data);
    }

    @Test
    void whatIsProposedOrWithdrawnIsNotAnnounced() {
        String id = GuideClient.proposed();

        GuideClient.withdraw(id, 1, "書き直すため").then().statusCode(200);

        assertEquals(0, TestDatabase.count("select count(*) from outbox where aggregateid = ?", id));
    }
}
