package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person writes is seen by those who work on it. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class NewsTest {

    /** Who answers in {@link IntakeClient}. */
    private static final String HOLDER = "sato";

    /** How a line of the list looks whose case has news; the word alone stands on the page for its script, too. */
    private static final String UNREAD = "<tr class=\"unread\">";

    @Test
    @DisplayName("UX-13: words of danger in a later message bring the case to the top until its holder looks")
    void aMessageWithDangerComesToTheTopUntilWhoWorksOnItLooks() {
        JsonPath receipt = IntakeClient.received("悪口を書かれました");
        String id = receipt.getString("id");
        IntakeClient.answer(id, "1", "通報のしかたです").then().statusCode(201);
        assertEquals(7, rank(id));

        write(receipt, "もう死にたいです");

        assertEquals(0, rank(id));
        Map<String, Object> line = IntakeClient.line(id, HOLDER);
        assertEquals("emergency", line.get("urgency"));
        assertEquals(List.of("wish-to-die", "sounds-urgent"), line.get("urgencyReasons"));
        assertEquals(true, line.get("news"));

        look(id, "yamada");
        assertEquals(false, IntakeClient.line(id, "yamada").get("news"));
        assertEquals(true, IntakeClient.line(id, HOLDER).get("news"));
        assertEquals(0, rank(id));

        look(id, HOLDER);
        assertEquals(false, IntakeClient.line(id, HOLDER).get("news"));
        assertEquals(1, rank(id));
    }

    @Test
    @DisplayName(
            "UX-13: words of danger after the end open the case again, as an emergency that its holder has not seen")
    void whatIsWrittenAfterTheEndOpensTheCaseAndIsReadForDanger() {
        JsonPath receipt = IntakeClient.received("悪口を書かれました");
        String id = receipt.getString("id");
        IntakeClient.close(id, "1").then().statusCode(303);
        assertEquals(8, rank(id));

        write(receipt, "もう死にたいです");

        assertEquals(0, rank(id));
        Map<String, Object> line = IntakeClient.line(id, HOLDER);
        assertEquals("in-progress", line.get("status"));
        assertEquals(HOLDER, line.get("assignee"));
        assertEquals("emergency", line.get("urgency"));
        assertEquals(true, line.get("news"));
        as(HOLDER)
                .accept("text/html")
                .header("Accept-Language", "ja")
                .get("/desk/case/" + id)
                .then()
                .body(containsString("完了のあとに新しい言葉が届いたので、また始まりました"));
    }

    @Test
    void aLookIsNoNewVersionOfTheCase() {
        JsonPath receipt = IntakeClient.received("悪口を書かれました");
        String id = receipt.getString("id");
        IntakeClient.answer(id, "1", "通報のしかたです").then().statusCode(201);
        write(receipt, "もっと教えてください");

        String seen = look(id, HOLDER).getString("version");

        IntakeClient.answer(id, seen, "はい").then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/refer", "/refer/ANY", "/close", "/consent"})
    void aPageThatShowsNoMessageDoesNotCountAsALook(String page) {
        JsonPath receipt = IntakeClient.received("悪口を書かれました");
        String id = receipt.getString("id");
        IntakeClient.answer(id, "1", "通報のしかたです").then().statusCode(201);
        write(receipt, "もう死にたいです");

        as(HOLDER)
                .accept("text/html")
                .get("/desk/case/" + id + page)
                .then()
                .statusCode(200)
                .body(not(containsString("もう死にたいです")));

        assertEquals(0, rank(id));
        assertEquals(true, IntakeClient.line(id, HOLDER).get("news"));
    }

    @Test
    void theQueueShowsWhatIsNew() {
        JsonPath receipt = IntakeClient.received(Map.of("text", "たすけて", "danger", "yes"));
        look(receipt.getString("id"), "watanabe");
        queueOf(receipt).body(not(containsString(UNREAD))).body(containsString("最後の連絡"));

        write(receipt, "まだ外にいます");

        queueOf(receipt).body(containsString(UNREAD)).body(containsString("新着"));
    }

    /** The list with this case alone. */
    private static ValidatableResponse queueOf(JsonPath receipt) {
        return as("watanabe")
                .accept("text/html")
                .header("Accept-Language", "ja")
                .get("/desk/queue?number=" + receipt.getString("receiptNumber"))
                .then()
                .statusCode(200);
    }

    private static long rank(String id) {
        return TestDatabase.count("select queue_rank from consultation where id = '" + id + "'");
    }

    private static void write(JsonPath receipt, String text) {
        given().header("Confirmation-Code", receipt.getString("confirmationCode"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(Map.of("text", text))
                .post("/v1/mailbox/messages")
                .then()
                .statusCode(201);
    }

    private static JsonPath look(String id, String who) {
        return as(who).get("/v1/consultations/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification as(String who) {
        return given().auth().oauth2(Tokens.staff(who, "IHAHO", "counsellor"));
    }
}
