package jp.tsunagi.referral;

import static jp.tsunagi.referral.ReferralClient.as;
import static jp.tsunagi.referral.ReferralClient.create;
import static jp.tsunagi.referral.ReferralClient.decide;
import static jp.tsunagi.referral.ReferralClient.example;
import static jp.tsunagi.referral.ReferralClient.fresh;
import static jp.tsunagi.referral.ReferralClient.leader;
import static jp.tsunagi.referral.ReferralClient.origin;
import static jp.tsunagi.referral.ReferralClient.sia;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.SeenLogs;
import jp.tsunagi.testing.TestKafka;
import org.junit.jupiter.api.Test;

/** A word that stands in every text of a referral is looked for in everything that the service writes down. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class CanaryHuntTest {

    private final String word = "zq" + UUID.randomUUID().toString().replace("-", "");

    @Test
    @Requirement({"R14.1", "R16.6"})
    void whatIsToldIsInNoLogTopicOrFile() {
        ReferralClient.importDirectory();
        String request = "request-" + UUID.randomUUID();
        try (SeenLogs logs = SeenLogs.open()) {
            String completed = sent(referral());
            as(sia())
                    .header("X-Request-Id", request)
                    .get("/v1/referrals/" + completed)
                    .then()
                    .statusCode(200);
            give(sia(), completed, "ask-information", 2);
            give(origin(), completed, "supply-information", 3);
            give(sia(), completed, "accept", 4);
            give(sia(), completed, "report-progress", 5);
            give(sia(), completed, "hold", 6);
            give(origin(), completed, "request-cancel", 7);
            give(sia(), completed, "refuse-cancel", 8);
            give(sia(), completed, "complete", 9);
            give(origin(), completed, "re-open", 10);
            String rejected = sent(referral());
            give(sia(), rejected, "reject", 2);
            give(origin(), rejected, "recall", 3);
            give(leader(), sent(referralInDanger()), "approve", 2);
            give(leader(), sent(referralInDanger()), "decline-approval", 2);
            sendWhatIsRefused(completed);
            TestKafka.await("tsunagi.referral", completed, 8);

            assertEquals(List.of(), logs.places(word, List.of()));
            assertEquals(List.of(), SeenLogs.files(word));
            // The hunt finds what is there.
            assertFalse(SeenLogs.files(request).isEmpty(), "the id of a request is in the audit");
        }
    }

    private ObjectNode referral() {
        ObjectNode body = ReferralClient.body(fresh(), "SIA_HIBO");
        ObjectNode told = body.withObject("/disclosedData");
        told.put("summary", "summary " + word)
                .put("narrative", "story " + word)
                .put("callName", "name " + word)
                .put("contact", word + "@example.com")
                .putArray("urls")
                .add("https://" + word + ".example.com/1");
        return body;
    }

    private ObjectNode referralInDanger() {
        ObjectNode body = referral();
        body.putObject("basis").put("kind", "27-1-ii").put("reason", "reason " + word);
        return body;
    }

    private static String sent(ObjectNode body) {
        return create(origin(), body).statusCode(201).extract().path("id");
    }

    /** Gives a command with the word in every text of its example but the name and number of the desk's own staff. */
    private void give(String by, String id, String command, long version) {
        ObjectNode body = example(command);
        for (String text : List.of("note", "question", "answer")) {
            if (body.has(text)) {
                body.put(text, text + " " + word);
            }
        }
        decide(by, id, command, version, body.toString()).statusCode(200);
    }

    /** What cannot be taken is the likeliest to be quoted. */
    private void sendWhatIsRefused(String id) {
        create(origin(), referral().put(word, word)).statusCode(400);
        create(origin(), "{\"consultationRef\":\"" + word).statusCode(400);
        create(origin(), referral().put("targetDesk", word.substring(0, 30))).statusCode(422);
        as(sia()).get("/v1/referrals/" + word).then().statusCode(404);
        as(sia()).get("/v1/referrals?status=" + word).then().statusCode(400);
        as(sia()).get("/v1/desks/" + word).then().statusCode(404);
        decide(sia(), id, "fail", 3, "{\"note\":\"" + word + "\"}").statusCode(412);
    }
}
