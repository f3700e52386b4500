package jp.tsunagi.council.api;

import static jp.tsunagi.council.api.TopicClient.move;
import static jp.tsunagi.council.api.TopicClient.propose;
import static jp.tsunagi.council.api.TopicClient.write;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.council.topic.TopicCommand;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class TopicCommandApiTest {

    @Test
    @Requirement("R2.2")
    void aTopicGoesThroughTheCouncilStepByStep() {
        String id = propose("手順の話").jsonPath().getString("id");

        move(id, 1, "discuss", Map.of()).then().statusCode(409).body("code", equalTo("illegal-transition"));
        move(id, 1, "adopt", Map.of()).then().statusCode(200).body("status", equalTo("adopted"));
        move(id, 2, "schedule", Map.of("meetingOn", "2026-12-04")).then().statusCode(200);
        move(id, 3, "discuss", Map.of()).then().statusCode(200);
        move(id, 4, "decide", Map.of("note", "窓口の一覧を直す")).then().statusCode(200).body("note", equalTo("窓口の一覧を直す"));
        move(id, 5, "close", Map.of()).then().statusCode(200).body("status", equalTo("closed"));
        move(id, 6, "sing", Map.of()).then().statusCode(404).body("code", equalTo("command-not-found"));
    }

    @Test
    void aCommandThatTakesNothingNeedsNoBody() {
        String id = propose("本文のない操作").jsonPath().getString("id");

        write("secretariat", "IHAHO")
                .header("If-Match", "\"1\"")
                .post("/v1/topics/" + id + "/adopt")
                .then()
                .statusCode(200)
                .body("status", equalTo("adopted"));
    }

    @Test
    @Requirement("R2.6")
    void aKeyIsForOneCommandAlsoWhenNeitherTakesABody() {
        String id = propose("同じ鍵").jsonPath().getString("id");
        String key = UUID.randomUUID().toString();
        withKey(key).post("/v1/topics/" + id + "/adopt").then().statusCode(200);

        withKey(key).post("/v1/topics/" + id + "/adopt").then().statusCode(200).header("Idempotent-Replayed", "true");
        withKey(key)
                .post("/v1/topics/" + id + "/discuss")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    private static RequestSpecification withKey(String key) {
        return write("secretariat", "IHAHO", key).header("If-Match", "\"1\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            adopt    | {"note":"x"}                              | field-unknown   | /note
            schedule | {"meetingOn":"2026-12-04","note":"x"}     | field-unknown   | /note
            schedule | {}                                        | not-null        | /meetingOn
            schedule | {"meetingOn":"tomorrow"}                  | value-malformed | /meetingOn
            schedule | {"meetingOn":20000}                       | value-malformed | /meetingOn
            request-publication | {"visibility":"public","embargoUntil":2147483648} | value-malformed | /embargoUntil
            decide   | {"meetingOn":"2026-12-04","note":"x"}     | field-unknown   | /meetingOn
            decide   | {"note":" "}                              | not-blank       | /note
            withdraw | {}                                        | not-blank       | /note
            """)
    void aBodyThatDoesNotBelongToTheCommandIsRefusedWhereItIsWrong(
            String command, String body, String code, String pointer) {
        String id = propose("合わない本文").jsonPath().getString("id");

        move(id, 1, command, body)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void everyTransitionHasItsNameInTheApi() {
        var transitions = Arrays.stream(TopicCommand.Transition.class.getPermittedSubclasses())
                .map(type -> type.getSimpleName().toLowerCase())
                .collect(Collectors.toCollection(TreeSet::new));

        var commands = Coded.codes(TopicCommandType.class).stream()
                .map(code -> code.replace("-", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(transitions, commands);
    }
}
