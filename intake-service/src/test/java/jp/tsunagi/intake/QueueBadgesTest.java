package jp.tsunagi.intake;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.testing.EventExamples.Example;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.vocabulary.DeskMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A case is marked in the queue while a hand-over of it needs somebody, and no longer. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class QueueBadgesTest {

    private static final Pattern COUNT = Pattern.compile("data-view=\"question\">(\\d+)<");
    private static final Map<String, String> WORDS = Map.of("question", "質問あり", "returned", "戻り", "undelivered", "未達");

    private final Desks desks;

    QueueBadgesTest(Desks desks) {
        this.desks = desks;
    }

    @BeforeEach
    void theDirectoryIsKnown() {
        KnownDesks.announce(desks);
    }

    @Test
    @DisplayName("a desk's question marks its case, and has a tab with a number, until it is answered")
    void aQuestionMarksItsCaseUntilItIsAnswered() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String id = receipt.getString("id");
        String referral = IntakeClient.referred(id);
        hear("received", id, referral, 3, data -> {});
        assertMarks(receipt, Map.of());

        hear("information-requested", id, referral, 4, data -> {});
        assertMarks(receipt, Map.of("question", referral));
        assertTrue(inTheTab(id));

        hear("information-supplied", id, referral, 5, data -> {});
        assertMarks(receipt, Map.of());
        assertFalse(inTheTab(id));
    }

    @Test
    void whoWaitsForSomebodyElseHasAskedUsNothing() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String referral = IntakeClient.referred(receipt.getString("id"));

        hear("held", receipt.getString("id"), referral, 4, reason("awaiting-third-party"));

        assertMarks(receipt, Map.of());
    }

    @Test
    void aRefusalMarksItsCaseUntilSomebodyTakesIt() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String id = receipt.getString("id");
        String referral = IntakeClient.referred(id);

        hear("rejected", id, referral, 4, data -> {});
        assertMarks(receipt, Map.of("returned", referral));

        take(id);
        assertMarks(receipt, Map.of());
    }

    @Test
    void whatSomebodyHasToCarryMarksItsCaseUntilItIsThere() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String id = receipt.getString("id");
        String referral = IntakeClient.refer(
                        id, "1", IntakeClient.aHandover(aDeskWithAPhone(), "narrative", "urls", "contact"))
                .then()
                .statusCode(202)
                .extract()
                .path("referralId");
        assertMarks(receipt, Map.of("undelivered", referral));

        hear("requested", id, referral, 2, data -> data.put("carried", true).put("targetDesk", "BY_PHONE"));
        assertMarks(receipt, Map.of("undelivered", referral));

        hear("received", id, referral, 3, data -> data.put("carried", true).put("targetDesk", "BY_PHONE"));
        assertMarks(receipt, Map.of());
    }

    @Test
    void twoHandOversMarkOneLineTwice() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String id = receipt.getString("id");
        String asked = IntakeClient.referred(id);
        hear("information-requested", id, asked, 4, data -> {});
        String carried = IntakeClient.refer(
                        id,
                        IntakeClient.aCase(id).getString("version"),
                        IntakeClient.aHandover(aDeskWithAPhone(), "narrative", "urls", "contact"))
                .then()
                .statusCode(202)
                .extract()
                .path("referralId");

        assertMarks(receipt, Map.of("question", asked, "undelivered", carried));
    }

    /** The line says it in both ways of asking, links to the thread, and agrees with the list of what was handed over. */
    private static void assertMarks(JsonPath receipt, Map<String, String> wanted) {
        String id = receipt.getString("id");
        String number = receipt.getString("receiptNumber");
        JsonPath line = IntakeClient.counsellor()
                .get("/v1/consultations?number=" + number)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(List.of(id), line.getList("items.id"));
        assertEquals(wanted.size(), line.getList("items[0].badges").size(), wanted::toString);
        String page = page("?number=" + number);
        WORDS.forEach((why, word) -> {
            String referral = wanted.get(why);
            assertEquals(
                    referral,
                    line.getString("items[0].badges.find { it.why == '" + why + "' }?.referralId"),
                    () -> why + " of " + number);
            assertEquals(
                    referral != null,
                    page.contains("href=\"/desk/case/" + id + "#r-" + referral + "\">" + word + "</a>"),
                    () -> word + " on the page of " + number);
            assertEquals(referral, listed(why, id), () -> why + " in the list of hand-overs");
        });
    }

    private static String listed(String view, String consultation) {
        String next = "";
        while (next != null) {
            JsonPath page = IntakeClient.counsellor()
                    .get("/v1/consultations/referrals?limit=100&view=" + view + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            String found = page.getString("items.find { it.consultationId == '" + consultation + "' }?.referral?.id");
            if (found != null) {
                return found;
            }
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return null;
    }

    private static boolean inTheTab(String id) {
        List<String> ids = IntakeClient.counsellor()
                .get("/v1/consultations?limit=100&view=question")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
        var count = COUNT.matcher(page("?view=question"));
        assertTrue(count.find());
        assertEquals(ids.size(), Integer.parseInt(count.group(1)));
        return ids.contains(id);
    }

    private static String page(String query) {
        return IntakeClient.counsellor()
                .accept("text/html")
                .header("Accept-Language", "ja")
                .get("/desk/queue" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void take(String id) {
        IntakeClient.counsellor()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", UUID.randomUUID().toString())
                .formParam("version", IntakeClient.aCase(id).getString("version"))
                .post("/desk/case/" + id + "/take")
                .then()
                .statusCode(303);
    }

    private String aDeskWithAPhone() {
        IntakeClient.announceDesk("BY_PHONE", data -> data.putArray("modes").add(DeskMode.PHONE.code()));
        await("desk")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> desks.find("BY_PHONE").isPresent());
        return "BY_PHONE";
    }

    private static Consumer<ObjectNode> reason(String code) {
        return data -> data.put("reasonCode", code);
    }

    private static void hear(
            String step, String consultation, String referral, long version, Consumer<ObjectNode> change) {
        Example news = ContractEvents.referralNews(step, referral, consultation, version);
        change.accept(news.data());
        TestKafka.send(news);
        DeskWords.heard(consultation, referral, (int) version);
    }
}
