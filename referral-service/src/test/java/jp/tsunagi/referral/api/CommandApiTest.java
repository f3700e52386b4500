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
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.referral.decision.CommandShape;
import jp.tsunagi.testing.OpenApiRules;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each command takes what the description of the API shows for it, and nothing else. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class CommandApiTest {

    private final Set<String> given = new TreeSet<>();

    @BeforeEach
    void directory() {
        ReferralClient.importDirectory();
    }

    @Test
    void everyExampleOfTheDescriptionIsTaken() {
        String rejected = send("SIA_HIBO");
        give(origin(), rejected, "recall", 2);
        give(sia(), rejected, "ask-information", 3);
        give(origin(), rejected, "supply-information", 4);
        give(sia(), rejected, "reject", 5);
        String draft = give(origin(), rejected, "re-open", 6);
        give(origin(), draft, "send", 1);
        give(origin(), draft, "withdraw", 2);

        String forwarded = accepted(send("SIA_HIBO"));
        give(sia(), forwarded, "report-progress", 3);
        give(sia(), forwarded, "forward", 4);
        give(origin(), forwarded, "request-cancel", 5);
        give(sia(), forwarded, "refuse-cancel", 6);
        give(sia(), forwarded, "hold", 7);
        give(sia(), forwarded, "complete", 8);

        give(sia(), send("SIA_HIBO"), "acknowledge", 2);
        give(sia(), accepted(send("SIA_HIBO")), "fail", 3);
        give(sia(), accepted(send("SIA_HIBO")), "decline-after-accept", 3);
        give(sia(), accepted(sendTransfer()), "offer-return", 3);
        give(Tokens.staff("suzuki", "ZENSOKYO", "supervisor"), send("SIA_HIBO"), "mark-in-error", 2);

        give(ReferralClient.leader(), waiting(), "approve", 2);
        give(ReferralClient.leader(), waiting(), "decline-approval", 2);

        assertEquals(examples(), given);
    }

    @Test
    @Requirement("R2.1")
    void whatAnotherCommandTakesIsRefusedWithItsPlace() {
        String id = send("SIA_HIBO");

        decide(sia(), id, "accept", 2, "{\"reasonCode\":\"not-in-remit\"}")
                .statusCode(400)
                .body("code", equalTo("field-unknown"))
                .body("errors.pointer", contains("/reasonCode"));
        decide(sia(), id, "acknowledge", 2, "{\"note\":\"受け取りました\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/note"));
        decide(sia(), id, "reject", 2, "{\"note\":\"%s\"}".formatted("長".repeat(4001)))
                .statusCode(400)
                .body("code", equalTo("input-invalid"))
                .body("errors.pointer", contains("/note"));
        decide(sia(), id, "accept", 2, "[]").statusCode(400);
        as(sia()).get("/v1/referrals/" + id).then().body("version", equalTo(2)).body("history", hasSize(2));
    }

    @Test
    void aCommandThatNeedsNothingNeedsNoBody() {
        String id = send("SIA_HIBO");

        as(sia())
                .header("Idempotency-Key", fresh())
                .header("If-Match", "\"2\"")
                .post("/v1/referrals/" + id + "/acknowledge")
                .then()
                .statusCode(200);
        decide(sia(), id, "accept", 3, "null").statusCode(200);
        decide(sia(), id, "start", 4, "{}").statusCode(200);
    }

    @Test
    void whatOnlyTheTimerGivesIsNoCommandOfTheApi() {
        String id = send("SIA_HIBO");

        for (String command : List.of("escalate", "expire")) {
            for (String agency : List.of(sia(), origin())) {
                decide(agency, id, command, 2, "{}").statusCode(404).body("code", equalTo("command-not-found"));
            }
        }
    }

    @Test
    void aDiscardedDraftIsAnsweredWithNothingAndIsGone() {
        String id = send("SIA_HIBO");
        decide(origin(), id, "withdraw", 2, example("withdraw").toString()).statusCode(200);
        String draft = give(origin(), id, "re-open", 3);

        decide(origin(), draft, "discard", 1, "{}")
                .statusCode(204)
                .header("ETag", nullValue())
                .body(emptyString());

        as(origin()).get("/v1/referrals/" + draft).then().statusCode(404);
    }

    /** Gives the command with the example's body; returns the id of the draft that it made, if it made one. */
    private String give(String token, String id, String command, long version) {
        ObjectNode body = example(command);
        if (body.has("confirm")) {
            body.put("confirm", id);
        }
        given.add(command);
        return decide(token, id, command, version, body.toString())
                .statusCode(200)
                .extract()
                .path("newReferral");
    }

    private String accepted(String id) {
        give(sia(), id, "accept", 2);
        return id;
    }

    private static String waiting() {
        return create(origin(), ReferralClient.basedOn("{\"kind\":\"27-1-ii\",\"reason\":\"連絡がつかない\"}"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String sendTransfer() {
        return create(origin(), body(fresh(), "SIA_HIBO").put("kind", "transfer"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Set<String> examples() {
        Set<String> names = new TreeSet<>();
        JsonNode paths = OpenApiRules.document().path("paths");
        for (String command : Coded.codes(CommandShape.class)) {
            paths.path("/v1/referrals/{id}/" + command)
                    .at("/post/requestBody/content/application~1json/examples")
                    .fieldNames()
                    .forEachRemaining(names::add);
        }
        return names;
    }
}
