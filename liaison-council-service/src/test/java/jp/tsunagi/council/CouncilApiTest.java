package jp.tsunagi.council;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** What the service says of itself to those who use it. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class CouncilApiTest {

    @Inject
    ObjectMapper json;

    @Test
    void everyOperationOfTheApiHasASummaryAndASchemaOfItsAnswer() throws IOException {
        JsonNode paths = document().path("paths");

        assertEquals(
                Set.of(
                        "/v1/memberships",
                        "/v1/memberships:import",
                        "/v1/statistics",
                        "/v1/topics",
                        "/v1/topics/{id}",
                        "/v1/topics/{id}/publish",
                        "/v1/topics/{id}/{command}"),
                names(paths));
        for (JsonNode path : paths) {
            for (JsonNode operation : path) {
                if (!operation.isObject()) {
                    continue;
                }
                assertTrue(operation.hasNonNull("summary"), operation::toString);
                Set<String> accepted = names(operation.path("responses"));
                accepted.removeIf(status -> !status.startsWith("2"));
                assertEquals(1, accepted.size(), operation::toString);
                JsonNode answer =
                        operation.path("responses").path(accepted.iterator().next());
                assertTrue(answer.at("/content/application~1json/schema/$ref").isTextual(), operation::toString);
            }
        }
    }

    @Test
    void theReadmeNamesEveryProblem() throws IOException {
        String readme =
                Files.readString(Path.of(System.getProperty("tsunagi.root"), "liaison-council-service/README.md"));
        for (CouncilProblem problem : CouncilProblem.values()) {
            assertTrue(readme.contains("`" + problem.code() + "`"), problem.code());
        }
    }

    @Test
    void everyProblemHasASentenceOfItsOwnInEveryLanguage() {
        Set<String> sentences = new TreeSet<>();
        for (CouncilProblem problem : CouncilProblem.values()) {
            sentences.add(problem.detail(Locale.JAPANESE));
            sentences.add(problem.detail(Locale.ENGLISH));
        }

        assertFalse(sentences.contains(""));
        assertEquals(2 * CouncilProblem.values().length, sentences.size());
    }

    private JsonNode document() throws IOException {
        return json.readTree(given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
