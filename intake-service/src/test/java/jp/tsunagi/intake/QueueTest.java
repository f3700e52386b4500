package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.intake.consultation.Queue;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The counsellors' list: its views, what it can be searched by, and how it tells of what comes in. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class QueueTest {

    private static final Pattern BADGE = Pattern.compile("data-view=\"([a-z]+)\">(\\d+)<");

    /** Nobody else's cases are this counsellor's. */
    private final String counsellor = "queue-" + UUID.randomUUID();

    @ParameterizedTest
    @EnumSource
    @DisplayName("UX-23: the number on a tab is the number of its lines, also under a filter")
    void theNumberOnATabIsTheNumberOfItsLines(Queue.View view) {
        IntakeClient.received(Map.of("text", "たすけて", "danger", "yes"));
        IntakeClient.received("ふつうの相談");
        write(take(IntakeClient.received("返信する相談")), "もうひとつあります");

        for (String filter : List.of("", "&urgency=emergency", "&status=in-progress", "&respondents=true")) {
            assertEquals(
                    ids(view.code() + filter).size(),
                    badge(page("?view=" + view.code() + filter), view),
                    view + filter);
        }
    }

    @Test
    void aCaseIsInTheViewsThatItsStateSays() {
        JsonPath receipt = IntakeClient.received("悪口を書かれました");
        String id = receipt.getString("id");
        assertEquals(Set.of("all", "unassigned"), views(id));

        take(receipt);
        assertEquals(Set.of("all", "mine"), views(id));

        write(receipt, "まだ消えません");
        assertEquals(Set.of("all", "mine", "replied"), views(id));

        as().get("/v1/consultations/" + id).then().statusCode(200);
        assertEquals(Set.of("all", "mine"), views(id));

        TestDatabase.execute("update consultation set due_at = now() - interval '1 hour' where id::text = ?", id);
        assertEquals(Set.of("all", "due", "mine"), views(id));
    }

    @Test
    void aClosedCaseIsInNoViewUntilAskedForByStateOrNumber() {
        JsonPath receipt = IntakeClient.received("終わる相談");
        String id = receipt.getString("id");
        take(receipt);
        IntakeClient.close(id, "2").then().statusCode(303);

        assertEquals(Set.of(), views(id));
        assertTrue(ids("all&status=closed").contains(id));
        assertEquals(List.of(id), ids("all&number=" + receipt.getString("receiptNumber")));
    }

    @Test
    void timeRunsWhileItWaitsForUsAndWhoWritesAgainWaitsNoLonger() {
        JsonPath receipt = IntakeClient.received("悪口を書かれました");
        String id = receipt.getString("id");
        Instant first = due(id);
        assertTrue(first.isAfter(Instant.now().plus(Duration.ofDays(2))), first::toString);

        IntakeClient.answer(id, "1", "通報のしかたです").then().statusCode(201);
        assertNull(due(id), "it waits for the person");

        write(receipt, "まだ消えません");
        Instant again = due(id);
        write(receipt, "どうすればいいですか");
        assertEquals(again, due(id));

        write(receipt, "もう死にたいです");
        assertTrue(due(id).isBefore(Instant.now().plus(Duration.ofMinutes(61))), "danger shortens it");
        page("?number=" + receipt.getString("receiptNumber"))
                .then()
                .body(containsString("残り 59分"))
                .body(containsString("たった今"))
                .body(containsString("datetime=\""));
    }

    @Test
    void aCounsellorIsCalledByNameAndTheReaderMe() {
        JsonPath receipt = IntakeClient.received("担当の名前");
        take(receipt);
        String number = "?number=" + receipt.getString("receiptNumber");

        page(number).then().body(containsString("<span class=\"line\">自分</span>"));
        // Who opens the queue is known by the name of their sign-in.
        TestDatabase.execute("update counsellor set name = '高橋 瞳' where account = ?", counsellor);
        IntakeClient.counsellor()
                .accept("text/html")
                .get("/desk/queue" + number)
                .then()
                .body(containsString("<span class=\"line\">高橋 瞳</span>"))
                .body(not(containsString(counsellor)));
    }

    @Test
    void aReceiptNumberMayBeTypedAnyhowAndStandsInTheAddress() {
        JsonPath receipt = IntakeClient.received(Map.of("text", "照会が届いた", "consulter", Map.of("type", "respondent")));
        String number = receipt.getString("receiptNumber");

        for (String typed : List.of(
                number, number.toLowerCase(), number.replace("-", ""), fullWidth(number), number.replace("-", " ー "))) {
            String address = find(typed, "").then().statusCode(303).extract().header("Location");
            assertTrue(address.endsWith("/desk/queue?number=" + number), address);
        }
        page("?number=" + number)
                .then()
                .statusCode(200)
                .body(containsString("/desk/case/" + receipt.getString("id")))
                .body(containsString("見つかった相談 1件"));
        as().get("/v1/consultations?number=nonsense")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/number"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bbs.HOST/thread/12?page=3",
                "ｈｔｔｐ：／／ＢＢＳ．HOST／thread/12?page=3",
                "bbs.HOST/thread/12?page=3#res-7",
                "https://www.bbs.HOST/thread/12?page=3",
                "bbs.HOST",
                "https://bbs.HOST/",
                "NAME ハルカ",
                "NAMEはるか",
                "  NAME　はる か "
            })
    void aCaseIsFoundByItsUrlItsHostAndTheNameHoweverTheyAreTyped(String typed) {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        String id = aCaseOf(word).getString("id");
        take(id);
        IntakeClient.close(id, "2").then().statusCode(303);

        Response found = find(typed.replace("HOST", word + ".example.com").replace("NAME", word), "");

        found.then().statusCode(200).body(containsString("/desk/case/" + id)).body(containsString("見つかった相談 1件"));
    }

    @Test
    void whatIsLikeItIsNotFound() {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        String id = aCaseOf(word).getString("id");

        for (String typed : List.of(
                word,
                word + "は",
                "https://bbs." + word + ".example.com/thread/1",
                "example.com",
                "https://" + word + ".example.com/",
                "x".repeat(2001))) {
            find(typed, "").then().statusCode(200).body(not(containsString(id))).body(containsString("見つかりませんでした"));
        }
        find("bbs." + word + ".example.com", "true").then().body(not(containsString(id)));
        find("", "").then().statusCode(303);
    }

    @Test
    @Requirement({"R8.2", "R8.4"})
    void anotherAgencyFindsNothingAndTheDatabaseHoldsNothingReadable() {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        String id = aCaseOf(word).getString("id");

        given().auth()
                .oauth2(Tokens.staff("kimura", "TOKYO", "counsellor"))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("find", "bbs." + word + ".example.com")
                .post("/desk/queue")
                .then()
                .statusCode(200)
                .body(not(containsString(id)));
        assertEquals(3, TestDatabase.count("select count(*) from search_term where consultation_id::text = ?", id));
        assertFalse(TestDatabase.dump().contains(word));

        // Nobody deletes a consultation today; who does takes its terms along.
        TestDatabase.execute("update consultation set recount_on = null where id::text = ?", id);
        TestDatabase.execute("delete from counted_deadline where consultation_id::text = ?", id);
        TestDatabase.execute("delete from target where consultation_id::text = ?", id);
        TestDatabase.execute("delete from reading where consultation_id::text = ?", id);
        TestDatabase.execute("delete from consultation where id::text = ?", id);
        assertEquals(0, TestDatabase.count("select count(*) from search_term where consultation_id::text = ?", id));
    }

    @Test
    @Requirement("R16.2")
    void aSearchIsInTheAuditWithoutItsWords() {
        find("山田はなこ", "").then().statusCode(200);

        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from audit where actor = ? and action = 'consultation.search'"
                                + " and object = 'queue/IHAHO'",
                        counsellor));
        TestDatabase.withoutAudit(() -> find("山田はなこ", "").then().statusCode(500));
    }

    @Test
    @DisplayName("UX-21: what came in since the list was made can be counted without reading the list again")
    void whatComesInIsCounted() {
        Response before = arrivals("");
        JsonPath receipt = IntakeClient.received("新しい相談");
        Response after = arrivals(before.header("ETag"));

        assertEquals(
                before.jsonPath().getLong("received") + 1,
                after.then().statusCode(200).extract().jsonPath().getLong("received"));
        arrivals(after.header("ETag")).then().statusCode(304);

        write(receipt, "もうひとつ");
        assertEquals(
                after.jsonPath().getLong("replied") + 1,
                arrivals(after.header("ETag")).jsonPath().getLong("replied"));
        page("").then()
                .body(containsString("data-received=\"" + after.jsonPath().getLong("received") + "\""));
        given().get("/desk/queue/arrivals").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.staff("ito", "IHAHO", "secretariat"))
                .get("/desk/queue/arrivals")
                .then()
                .statusCode(403);
    }

    @Test
    void anUnknownViewIsRefused() {
        as().accept("text/html").get("/desk/queue?view=nonsense").then().statusCode(400);
        as().get("/v1/consultations?view=nonsense").then().statusCode(400).body("code", equalTo("value-unknown"));
    }

    private JsonPath aCaseOf(String word) {
        return IntakeClient.received(Map.of(
                "text",
                "消してほしい",
                "urls",
                List.of("https://bbs." + word + ".example.com/thread/12?page=3"),
                "consulter",
                Map.of("type", "victim_self", "callName", word + " はるか")));
    }

    private JsonPath take(JsonPath receipt) {
        take(receipt.getString("id"));
        return receipt;
    }

    private void take(String id) {
        as().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .formParam("key", UUID.randomUUID().toString())
                .formParam("version", "1")
                .post("/desk/case/" + id + "/take")
                .then()
                .statusCode(303);
    }

    private static void write(JsonPath receipt, String text) {
        IntakeClient.sending(Map.of("text", text))
                .header("Confirmation-Code", receipt.getString("confirmationCode"))
                .post("/v1/mailbox/messages")
                .then()
                .statusCode(201);
    }

    private Response find(String typed, String respondents) {
        return as().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .formParam("find", typed)
                .formParam("respondents", respondents)
                .post("/desk/queue");
    }

    private Response arrivals(String tag) {
        return as().header("If-None-Match", tag).get("/desk/queue/arrivals");
    }

    private Response page(String query) {
        return as().accept("text/html").get("/desk/queue" + query);
    }

    private static long badge(Response page, Queue.View view) {
        Matcher badges = BADGE.matcher(page.then().statusCode(200).extract().asString());
        while (badges.find()) {
            if (badges.group(1).equals(view.code())) {
                return Long.parseLong(badges.group(2));
            }
        }
        throw new AssertionError("no number on the tab " + view);
    }

    /** The lines of all pages of a view. */
    private List<String> ids(String viewAndFilter) {
        List<String> ids = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = as().get("/v1/consultations?limit=100&view=" + viewAndFilter + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id"));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return ids;
    }

    private Set<String> views(String id) {
        Set<String> views = new TreeSet<>();
        for (Queue.View view : Queue.View.values()) {
            if (ids(view.code()).contains(id)) {
                views.add(view.code());
            }
        }
        return views;
    }

    private Instant due(String id) {
        String due = TestDatabase.text(
                "select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from consultation"
                        + " where id::text = ?",
                id);
        return due == null ? null : Instant.parse(due);
    }

    private static String fullWidth(String text) {
        return text.chars()
                .map(c -> c + 0xFEE0)
                .collect(StringBuilder::new, (built, c) -> built.append((char) c), StringBuilder::append)
                .toString();
    }

    private RequestSpecification as() {
        return given().auth().oauth2(Tokens.staff(counsellor, "IHAHO", "counsellor"));
    }
}
