package jp.tsunagi.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every good answer of the API in every test: it holds what the document of the running service describes for
 * the operation and its status, and no other member, in whatever state and for whatever role the test asked. JUnit finds
 * it by {@code META-INF/services}.
 */
public final class AnswersKeepTheirSchema implements QuarkusTestBeforeEachCallback, Filter {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of the one application that the tests of a module start. */
    private @Nullable JsonNode api;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (RestAssured.filters().stream().noneMatch(AnswersKeepTheirSchema.class::isInstance)) {
            RestAssured.filters(this);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        Response answer = context.next(request, response);
        String path = URI.create(request.getURI()).getPath();
        boolean isGood = answer.statusCode() / 100 == 2 && answer.contentType().startsWith("application/json");
        if (isGood && path.startsWith("/v1/")) {
            check(request.getMethod(), path, answer);
        }
        return answer;
    }

    private void check(String method, String path, Response answer) {
        if (api == null) {
            api = OpenApiRules.document();
        }
        JsonNode responses = responses(api, method, path);
        new AnswerSchema(api, responses)
                .complaint(answer.statusCode(), read(answer.asString()))
                .ifPresent(complaint -> {
                    throw new AssertionError(method + " " + path + " " + complaint + ": " + answer.asString());
                });
    }

    /** Of the operation whose template fits; where two do, of the one with fewer parameters. */
    private static JsonNode responses(JsonNode api, String method, String path) {
        return OpenApiRules.operations(api).stream()
                .filter(operation -> operation.method().equals(method) && fits(operation.path(), path))
                .min(Comparator.comparing(operation ->
                        operation.path().chars().filter(letter -> letter == '{').count()))
                .orElseThrow(() -> new AssertionError("the document has no " + method + " " + path))
                .description()
                .path("responses");
    }

    private static boolean fits(String template, String path) {
        List<String> named = List.of(template.split("/"));
        List<String> asked = List.of(path.split("/"));
        if (named.size() != asked.size()) {
            return false;
        }
        for (int i = 0; i < named.size(); i++) {
            if (!named.get(i).startsWith("{") && !named.get(i).equals(asked.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError("an answer that is no JSON: " + json, noJson);
        }
    }
}
