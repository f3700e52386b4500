package jp.tsunagi.referral.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.referral.lifecycle.CommandType;
import jp.tsunagi.testing.OpenApiRules;
import jp.tsunagi.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** The API's description lets a partner generate a client. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class OpenApiTest {

    @Test
    void everyOperationSaysWhatItTakesAndAnswers() {
        OpenApiRules.check();
    }

    @Test
    void everyCommandHasASchemaOfItsOwnWithTheReasonsItTakes() {
        JsonNode api = OpenApiRules.document();
        JsonNode body = body(api, "/v1/referrals/{id}/{command}");

        List<String> titles = new ArrayList<>();
        for (JsonNode ref : body.at("/schema/oneOf")) {
            titles.add(api.at(ref.get("$ref").textValue().substring(1))
                    .path("title")
                    .asText());
        }

        assertEquals(Arrays.stream(CommandType.values()).map(CommandType::code).toList(), titles);
        JsonNode fail = api.at("/components/schemas/FailCommand");
        assertEquals(5, fail.at("/properties/reasonCode/enum").size());
        assertEquals("[\"reasonCode\",\"note\"]", fail.get("required").toString());
        JsonNode withdraw = api.at("/components/schemas/WithdrawCommand");
        assertEquals(9, withdraw.at("/properties/reasonCode/enum").size());
        assertEquals(List.of("reasonCode", "note"), names(withdraw.get("properties")));
        assertEquals(List.of(), names(api.at("/components/schemas/StartCommand/properties")));
        assertEquals(
                List.of("outcomes", "note", "visibleToConsulter"),
                names(api.at("/components/schemas/CompleteCommand/properties")));
    }

    @Test
    void theExamplesAreTheBodiesThatTheTestsSend() {
        JsonNode api = OpenApiRules.document();

        assertEquals(
                ReferralClient.example("reject"),
                body(api, "/v1/referrals/{id}/{command}").at("/examples/reject/value"));
        assertEquals(
                ReferralClient.example("new-referral"),
                body(api, "/v1/referrals").at("/examples/new-referral/value"));
        assertTrue(api.at("/components/schemas/ReferralView/properties").has("status"), "status is not nested");
    }

    @Test
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
        return api.path("paths")
                .path(path)
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/json");
    }
}
