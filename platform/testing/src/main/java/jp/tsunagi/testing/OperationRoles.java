package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import jp.tsunagi.platform.identity.Roles;

/** Asks a running service for every operation of its API in every role: who may begin it stands in a table. */
public final class OperationRoles {

    private static final String PUBLIC = "public";

    private OperationRoles() {}

    /**
     * The table, one operation a line: {@code /v1/consultations/{id} GET = counsellor}, or {@code = public}.
     *
     * @param test of the module whose tests hold {@code operation-roles.txt}
     */
    public static String expected(Class<?> test) {
        try (var file = test.getResourceAsStream("/operation-roles.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Who may in fact: each operation of the OpenAPI document with the roles that are not refused for their role. */
    public static String found() {
        return OpenApiRules.operations(OpenApiRules.document()).stream()
                .map(operation ->
                        operation.path() + " " + operation.method() + " = " + String.join(" ", admitted(operation)))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** Who may according to the OpenAPI document, in the same form. */
    public static String described() {
        return OpenApiRules.operations(OpenApiRules.document()).stream()
                .map(operation -> operation.path() + " " + operation.method() + " = "
                        + String.join(" ", described(operation.description().path("security"))))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> described(JsonNode security) {
        Set<String> roles = new TreeSet<>();
        security.forEach(way -> way.forEach(named -> named.forEach(role -> roles.add(role.asText()))));
        return security.isEmpty() ? Set.of(PUBLIC) : roles;
    }

    private static Set<String> admitted(OpenApiRules.Described operation) {
        Set<String> roles = allRoles().stream()
                .filter(role -> !isRefused(send(operation, Optional.of(token(role)))))
                .collect(Collectors.toCollection(TreeSet::new));
        boolean isPublic = send(operation, Optional.empty()).statusCode() != 401;
        return isPublic && roles.equals(allRoles()) ? Set.of(PUBLIC) : roles;
    }

    private static boolean isRefused(Response response) {
        return response.statusCode() == 403 && "role-missing".equals(response.path("code"));
    }

    private static Response send(OpenApiRules.Described operation, Optional<String> token) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        RequestSpecification request = given().urlEncodingEnabled(false)
                .contentType(mediaType(operation.description()))
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"1\"")
                // Everybody asks from an address of their own: the mailbox slows down who guesses.
                .header("X-Forwarded-For", "10.77." + random.nextInt(256) + "." + random.nextInt(256));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request.body("{}")
                .request(
                        operation.method(),
                        operation
                                .path()
                                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString()));
    }

    /** What the body of an operation is; JSON where it takes none. */
    private static String mediaType(JsonNode description) {
        var types = description.at("/requestBody/content").fieldNames();
        return types.hasNext() ? types.next() : "application/json";
    }

    /** Scopes of machines have a colon; everything else is a role of people. */
    private static String token(String role) {
        return role.contains(":") ? Tokens.machine("matrix", "IHAHO", role) : Tokens.staff("matrix", "IHAHO", role);
    }

    private static Set<String> allRoles() {
        return Roles.ALL.stream()
                .filter(role -> !Set.of(Roles.SYSTEM, Roles.MACHINE).contains(role))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
