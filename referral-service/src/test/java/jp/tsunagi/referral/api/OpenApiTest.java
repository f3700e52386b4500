package jp.tsunagi.referral.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.referral.decision.CommandShape;
import jp.tsunagi.testing.OpenApiRules;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The API's description lets a partner generate a client. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class OpenApiTest {

    @Test
    @Requirement("R2.1")
    void everyOperationSaysWhatItTakesAndAnswers() {
        OpenApiRules.check();
    }

    @ParameterizedTest
    @EnumSource(CommandShape.class)
    @Requirement("R2.1")
    void everyCommandIsAnOperationThatTakesOnlyItsOwnMembersAndReasons(CommandShape shape) {
        JsonNode schema = body(OpenApiRules.document(), "/v1/referrals/{id}/" + shape.code())
                .path("schema");

        assertEquals("false", schema.path("additionalProperties").asText());
        assertEquals(
                Arrays.stream(shape.body().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList(),
                names(schema.path("properties")));
        assertEquals(
                shape.type().reasons().codes().size(),
                schema.at("/properties/reasonCode/enum").size());
    }

    @Test
    void aCommandSaysWhichMembersAreRequired() {
        JsonNode api = OpenApiRules.document();

        assertEquals(
                "[\"reasonCode\",\"note\"]",
                body(api, "/v1/referrals/{id}/fail").at("/schema/required").toString());
    }

    @Test
    void aDiscardedDraftIsAnsweredWithNothing() {
        JsonNode paths = OpenApiRules.document().path("paths");

        assertTrue(paths.at("/~1v1~1referrals~1{id}~1discard/post/responses").has("204"));
        assertFalse(paths.at("/~1v1~1referrals~1{id}~1discard/post/responses").has("200"));
        assertTrue(paths.at("/~1v1~1referrals~1{id}~1accept/post/responses").has("200"));
    }

    @Test
    void whatOnlyTheTimerGivesIsNoOperation() {
        List<String> paths = names(OpenApiRules.document().path("paths"));

        assertFalse(paths.contains("/v1/referrals/{id}/{command}"), paths.toString());
        assertFalse(paths.contains("/v1/referrals/{id}/escalate"), paths.toString());
        assertFalse(paths.contains("/v1/referrals/{id}/expire"), paths.toString());
    }

    @Test
    void theExamplesAreTheBodiesThatTheTestsSend() {
        JsonNode api = OpenApiRules.document();

        for (List<String> shown : List.of(
                List.of("reject", "/v1/referrals/{id}/reject", "post"),
                List.of("new-referral", "/v1/referrals", "post"),
                List.of("new-referral", "/v1/referrals:check", "post"),
                List.of("correct-desk", "/v1/desks/{code}", "put"),
                List.of("import-directory", "/v1/directory:import", "post"))) {
            String name = shown.getFirst();
            assertEquals(
                    ReferralClient.example(name),
                    body(api, shown.get(1), shown.get(2)).at("/examples/" + name + "/value"));
        }
    }

    @Test
    void theStateOfAReferralIsNotNested() {
        JsonNode api = OpenApiRules.document();

        assertTrue(api.at("/components/schemas/ReferralView/properties").has("status"), "status is not nested");
    }

    @Test
    @Requirement("F14")
    void aListSaysWhatItsLinesAre() {
        JsonNode api = OpenApiRules.document();
        JsonNode list = api.path("paths")
                .path("/v1/referrals")
                .path("get")
                .path("responses")
                .path("200");
        String page = list.at("/content/application~1json/schema/$ref").asText().substring(1);

        assertEquals(
                "#/components/schemas/ReferralSummary",
                api.at(page).at("/properties/items/items/$ref").asText());
    }

    private static List<String> names(JsonNode members) {
        List<String> names = new ArrayList<>();
        members.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode body(JsonNode api, String path) {
        return body(api, path, "post");
    }

    private static JsonNode body(JsonNode api, String path, String method) {
        return api.path("paths")
                .path(path)
                .path(method)
                .path("requestBody")
                .path("content")
                .path("application/json");
    }
}
