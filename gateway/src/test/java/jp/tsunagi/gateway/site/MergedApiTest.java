package jp.tsunagi.gateway.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MergedApiTest {

    private final MergedApi merged = new MergedApi("http://127.0.0.1:8080");

    @Test
    void pagesAreLeftOut() throws IOException {
        merged.add("intake", api("/v1/consultations", "{\"type\":\"string\"}"));
        merged.add("intake", api("/desk/queue", "{\"type\":\"string\"}"));
        JsonNode paths = merged.document().get("paths");
        assertTrue(paths.has("/v1/consultations"));
        assertFalse(paths.has("/desk/queue"));
    }

    @Test
    void whatTwoServicesCallAlikeIsKeptApart() throws IOException {
        merged.add("intake", api("/v1/consultations", "{\"title\":\"a consultation\"}"));
        merged.add("referral", api("/v1/referrals", "{\"title\":\"a referral\"}"));
        JsonNode document = merged.document();
        assertEquals(
                "a consultation", document.at("/components/schemas/Item/title").asText());
        assertEquals(
                "a referral",
                document.at("/components/schemas/ReferralItem/title").asText());
        assertEquals(
                "#/components/schemas/Item",
                document.at("/paths/~1v1~1consultations/get/$ref").asText());
        assertEquals(
                "#/components/schemas/ReferralItem",
                document.at("/paths/~1v1~1referrals/get/$ref").asText());
    }

    @Test
    void whatTwoServicesShareIsThereOnce() throws IOException {
        merged.add("intake", api("/v1/consultations", "{\"type\":\"string\"}"));
        merged.add("referral", api("/v1/referrals", "{\"type\":\"string\"}"));
        assertEquals(1, merged.document().at("/components/schemas").size());
    }

    @Test
    void aMissingServiceIsNamed() {
        merged.miss("council");
        assertEquals(
                "[\"council\"]", merged.document().get("x-missing-services").toString());
    }

    private static JsonNode api(String path, String item) throws IOException {
        return new ObjectMapper().readTree("""
                {"paths":{"%s":{"get":{"$ref":"#/components/schemas/Item"}}},"components":{"schemas":{"Item":%s}}}
                """.formatted(path, item));
    }
}
