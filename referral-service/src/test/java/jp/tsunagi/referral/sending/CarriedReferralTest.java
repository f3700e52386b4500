package jp.tsunagi.referral.sending;

import static jp.tsunagi.referral.ReferralClient.announced;
import static jp.tsunagi.referral.ReferralClient.as;
import static jp.tsunagi.referral.ReferralClient.counsellor;
import static jp.tsunagi.referral.ReferralClient.decide;
import static jp.tsunagi.referral.ReferralClient.json;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.platform.sealing.SignedStatements;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestKafka;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk outside the platform cannot speak here: who carries the case there says what becomes of it. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class CarriedReferralTest {

    private static final String TAKEN = """
            {"channel": "by-phone", "takenBy": "通信指令課の係"}""";

    private final Handovers handovers;
    private final Envelope envelope;

    CarriedReferralTest(Envelope envelope, SignedStatements statements) {
        this.envelope = envelope;
        handovers = new Handovers(envelope, statements);
    }

    @BeforeEach
    void directory() {
        ReferralClient.importDirectory();
    }

    @Test
    void whoCarriesItSaysWhoTookItAndWhatBecameOfIt() {
        String id = handOverTo("POLICE_110");
        as(counsellor())
                .get("/v1/referrals/" + id)
                .then()
                .body("carried", equalTo(true))
                .body("status", equalTo("requested"));

        decide(counsellor(), id, "acknowledge", 2, "{}").statusCode(422).body("errors[0].pointer", equalTo("/channel"));
        decide(counsellor(), id, "acknowledge", 2, "{\"channel\": \"by-phone\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/takenBy"));
        decide(counsellor(), id, "acknowledge", 2, TAKEN).statusCode(200).body("status", equalTo("received"));

        as(counsellor())
                .get("/v1/referrals/" + id + "/deliveries")
                .then()
                .body("items.state", equalTo(List.of("to-carry", "delivered")))
                .body("items[1].channel", equalTo("by-phone"));
        decide(counsellor(), id, "accept", 3, "{}").statusCode(200);
        decide(counsellor(), id, "complete", 4, """
                {"outcomes": [{"code": "advised"}], "note": "警察官が向かいました", "visibleToConsulter": true}""").statusCode(200);

        JsonNode told = entry(id, 4);
        assertEquals("complete", told.get("command").textValue());
        assertEquals("consulter", told.get("audience").textValue());
        assertEquals("警察官が向かいました", told.get("words").textValue());
    }

    @Test
    void thePersonsOwnCallNeedsNobodyWhoTookIt() {
        String id = handOverTo("HOUTERASU");

        decide(counsellor(), id, "acknowledge", 2, "{\"channel\": \"by-the-person\"}")
                .statusCode(200)
                .body("status", equalTo("received"));
    }

    @Test
    void nobodySpeaksForADeskThatSpeaksItself() {
        String id = handOverTo("SIA_HIBO");

        for (String command : new String[] {"acknowledge", "accept"}) {
            decide(counsellor(), id, command, 2, command.equals("accept") ? "{}" : TAKEN)
                    .statusCode(403);
        }
        as(counsellor())
                .get("/v1/referrals/" + id + "/available-commands")
                .then()
                .body("commands", not(hasItems("acknowledge")));
    }

    @Test
    void whatIsSaidTravelsSealedForIntakeAndOnlyForItsCases() {
        String id = handOverTo("SIA_HIBO");
        decide(ReferralClient.sia(), id, "ask-information", 2, "{\"question\": \"いつのことですか\"}")
                .statusCode(200);

        ConsumerRecord<String, byte[]> event =
                TestKafka.await("tsunagi.referral", id, 2).getLast();
        assertFalse(new String(event.value(), StandardCharsets.UTF_8).contains("いつの"));
        JsonNode asked = entry(id, 2);
        assertEquals("いつのことですか", asked.get("words").textValue());
        assertFalse(asked.get("byOrigin").booleanValue());
        assertEquals("", asked.get("byName").textValue());

        String others = ReferralClient.send("SIA_HIBO");
        JsonNode data = announced(TestKafka.await("tsunagi.referral", others, 1).getFirst());
        assertTrue(data.get("sealedEntry").isNull());
    }

    private String handOverTo(String desk) {
        var handed = handovers.handedOver(data -> data.put("targetDesk", desk));
        String id = handed.data().get("referralId").textValue();
        TestKafka.send(handed);
        TestKafka.await("tsunagi.referral", id, 1);
        return id;
    }

    /** The step that the n-th event of a referral tells intake. */
    private JsonNode entry(String id, int n) {
        JsonNode data = announced(TestKafka.await("tsunagi.referral", id, n).get(n - 1));
        byte[] sealed = Base64.getDecoder().decode(data.get("sealedEntry").textValue());
        String context = id + "/" + data.get("version").longValue();
        return json(new String(envelope.open(Envelope.Receiver.INTAKE, sealed, context), StandardCharsets.UTF_8));
    }
}
