package jp.tsunagi.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.tsunagi.platform.outbox.Event;
import jp.tsunagi.platform.outbox.Outbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class PlatformTest {

    @Inject
    DataSource database;

    @Inject
    Outbox outbox;

    @Test
    @Requirement("P4")
    void whatIsWrittenIsAnnouncedOnceInOrderWithItsVersion() {
        String id = fresh();

        for (int i = 0; i < 20; i++) {
            write(id, fresh(), "{\"text\":\"a" + i + "\"}").then().statusCode(201);
        }

        var events = TestKafka.await("tsunagi.consultation", id, 20);
        assertEquals(
                IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList(),
                events.stream().map(e -> TestKafka.header(e, "ce_sequence")).toList());
        assertEquals("/intake", TestKafka.header(events.getFirst(), "ce_source"));
    }

    @Test
    @Requirement({"P6", "P7"})
    void aSlowTransactionHoldsBackNobodyElse() {
        String slow = fresh();
        String quick = fresh();

        QuarkusTransaction.requiringNew().run(() -> {
            outbox.append(new Event("tsunagi.consultation", "jp.tsunagi.note.written.v1", "note", slow, 1, Map.of()));
            write(quick, fresh(), "{\"text\":\"x\"}").then().statusCode(201);

            // Arrives while the slow transaction, which began earlier and has the smaller number, is still open.
            TestKafka.await("tsunagi.consultation", quick, 1);
            assertEquals(List.of(), TestKafka.read("tsunagi.consultation", slow));
        });

        TestKafka.await("tsunagi.consultation", slow, 1);
    }

    @Test
    @Requirement({"R2.6", "P2", "P3"})
    void theSameKeyHasOneEffectHoweverManyAskAtOnce() throws InterruptedException {
        String id = fresh();
        String key = fresh();
        String body = "{\"text\":\"once\"}";

        List<Callable<String>> twenty = IntStream.range(0, 20)
                .<Callable<String>>mapToObj(
                        i -> () -> write(id, key, body).then().extract().asString())
                .toList();
        Set<String> answers;
        try (var threads = Executors.newFixedThreadPool(6)) {
            answers = threads.invokeAll(twenty).stream().map(f -> f.resultNow()).collect(Collectors.toSet());
        }

        assertEquals(Set.of("{\"id\":\"" + id + "\",\"version\":1}"), answers);
        assertEquals(1, TestDatabase.count("select count(*) from outbox where aggregateid = '" + id + "'"));
    }

    @Test
    @Requirement("R2.6")
    void aKeyUsedForAnotherBodyIsRefused() {
        String id = fresh();
        String key = fresh();
        write(id, key, "{\"text\":\"one\"}").then().statusCode(201);

        write(id, key, "{\"text\":\"two\"}").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    @Requirement({"R1.9", "R2.1", "R4.9"})
    void badJsonIsRefusedWithItsPlaceAndChangesNothing() {
        Map<String, String> refusals = Map.of(
                "{\"text\":\"a\",\"text\":\"b\"}", "json-unreadable",
                "{\"text\":\"a\",\"tetx\":\"b\"}", "field-unknown",
                "{\"text\":\"a\",\"colour\":\"GREEN\"}", "value-unknown",
                "{\"text\":\"a\\u0000b\"}", "text-not-storable",
                "{\"text\":\"a\\ud842\"}", "text-not-storable",
                "{\"text\":\"\"}", "input-invalid",
                "{\"text\":", "json-unreadable");
        refusals.forEach((body, code) -> {
            String id = fresh();
            write(id, fresh(), body)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo(code))
                    .body("blame", equalTo("sender"))
                    .body("retryable", equalTo(false));
            assertEquals(0, TestDatabase.count("select count(*) from note where id = '" + id + "'"), body);
        });
        write(fresh(), fresh(), "{\"text\":\"\"}").then().body("errors.pointer", hasItem("/text"));
        write(fresh(), fresh(), "{\"text\":\"𠮷野家 葛\udb40\udd00\"}").then().statusCode(201);
    }

    @Test
    void aValueOfTheWrongKindIsRefusedWithItsPlaceAndWhatIsAllowed() {
        write(fresh(), fresh(), "{\"text\":\"a\",\"colour\":\"green\"}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("value-unknown"))
                .body("errors[0].pointer", equalTo("/colour"))
                .body("errors[0].allowed", equalTo(List.of("RED", "BLUE")));
        write(fresh(), fresh(), "{\"text\":{\"a\":1}}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/text"))
                .body("errors[0].code", equalTo("value-malformed"));
        write(fresh(), fresh(), "[]")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("json-unreadable"));
    }

    @ParameterizedTest
    @CsvSource({"limit, abc", "limit, 99999999999", "on, yesterday", "on, 2026-02-30"})
    @Requirement("F11")
    void aQueryParameterOfTheWrongKindIsRefusedWithItsName(String name, String value) {
        given().queryParam(name, value)
                .get("/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("input-invalid"))
                .body("errors[0].pointer", equalTo("/" + name))
                .body("errors[0].code", equalTo("value-malformed"));
    }

    @Test
    void queryParametersOfTheRightKindAreRead() {
        given().queryParam("limit", 7)
                .queryParam("on", "2026-11-25")
                .get("/v1/notes")
                .then()
                .statusCode(200)
                .body("id", equalTo("2026-11-25"))
                .body("version", equalTo(7));
    }

    @Test
    @Requirement("R4.9")
    void aBugShowsNothingButItsRequestId() {
        given().header("X-Request-Id", "request-0001")
                .get("/v1/notes/bug")
                .then()
                .statusCode(500)
                .header("X-Request-Id", "request-0001")
                .body("code", equalTo("internal-error"))
                .body("requestId", equalTo("request-0001"))
                .body(not(containsString("drawer")));
        given().header("Accept-Language", "en")
                .get("/v1/notes/none")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"))
                .body("detail", equalTo("There is no such thing here."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dies at once", "dies at commit"})
    @Requirement({"R2.3", "P2", "P14"})
    void aDatabaseThatDiesUnderARequestAsksToComeAgain(String when) {
        String id = fresh();
        String key = fresh();
        String body = "{\"text\":\"" + when + "\"}";

        for (int death = 0; death < 3; death++) {
            write(id, key, body)
                    .then()
                    .statusCode(503)
                    .body("code", equalTo("temporarily-unavailable"))
                    .body("retryable", equalTo(true));
        }
        write(id, key, body).then().statusCode(201).body("version", equalTo(1));
    }

    @Test
    @Requirement({"R13.5", "P8"})
    void theApplicationCannotRewriteTheAudit() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            var refused = org.junit.jupiter.api.Assertions.assertThrows(
                    SQLException.class, () -> statement.executeUpdate("update audit set actor = 'nobody'"));
            assertTrue(refused.getMessage().contains("permission denied"));
        }
    }

    @Test
    @Requirement("F6")
    void repeatedRefusalsOfSomebodyUnknownAreCountedAndNotStoredOneByOne() {
        String mine = "action = 'POST /v1/notes/{id}' and reason = 'token-invalid' and actor = 'unknown'";
        long rows = TestDatabase.count("select count(*) from audit where " + mine);
        long occurrences = TestDatabase.count("select coalesce(sum(occurrences), 0) from audit where " + mine);

        for (int time = 0; time < 40; time++) {
            given().contentType("application/json")
                    .body("{\"text\":\"x\"}")
                    .post("/v1/notes/" + fresh())
                    .then()
                    .statusCode(401);
        }

        await().until(() -> TestDatabase.count("select coalesce(sum(occurrences), 0) from audit where " + mine)
                == occurrences + 40);
        assertTrue(TestDatabase.count("select count(*) from audit where " + mine) < rows + 20);
    }

    @Test
    void aMethodThatTheCallerInventedIsNotWrittenToTheAudit() {
        given().request("SATO0312345678", "/v1/notes/none");

        assertEquals(0, TestDatabase.count("select count(*) from audit where action like '%SATO%'"));
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private static RequestSpecification asking(String token, String key) {
        return given().auth().oauth2(token).header("Idempotency-Key", key).contentType("application/json");
    }

    private static io.restassured.response.Response write(String id, String key, String body) {
        return asking(Tokens.staff("sato", "IHAHO", "counsellor"), key)
                .body(body)
                .post("/v1/notes/" + id);
    }
}
