package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class OpenApiTest {

    @Test
    @Requirement("R2.1")
    void theDocumentSaysWhatAClientNeeds() {
        // The only thing that a resource of the tests leaves out on purpose.
        assertEquals(List.of("GET /v1/leaks text: longest text"), OpenApiRules.missing());
    }

    @Test
    void pagesAreNotPartOfTheApi() {
        JsonNode paths = OpenApiRules.document().path("paths");

        assertTrue(paths.has("/v1/notes/{id}"));
        paths.fieldNames().forEachRemaining(path -> assertFalse(path.startsWith("/desk"), path));
    }
}
