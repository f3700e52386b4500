package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.intake.triage.Triage;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The council adopts a routing guide, and triage follows it from its day on. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class RoutingGuideTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Triage triage;

    RoutingGuideTest(Triage triage) {
        this.triage = triage;
    }

    private static LocalDate today() {
        return LocalDate.now(JapanTime.ZONE);
    }

    private static int next() {
        return (int) TestDatabase.count("select coalesce(max(number), 0) + 1 from routing_guide");
    }

    /** Announces a guide as the council does. */
    private static void adopt(int number, LocalDate from, String text) {
        EventExamples.Example example = EventExamples.read("jp.tsunagi.council.routing-guide.adopted.v1");
        String id = UUID.randomUUID().toString();
        ObjectNode data = example.data();
        data.put("routingGuideId", id)
                .put("number", number)
                .put("effectiveFrom", from.toString())
                .put("text", text);
        TestKafka.send(example.withKey(id, 2));
        await("guide " + number)
                .pollInSameThread()
                .atMost(SOON)
                .until(() -> TestDatabase.count("select count(*) from routing_guide where number = " + number) == 1);
    }

    private static String only(String desk) {
        return """
                desks: [%s]
                rules:
                - id: guide-only
                  version: 1
                  when: urgency != 'low'
                  desk: %s
                  weight: 1
                  ja: 指針の規則
                  en: the rule of the guide
                  source: 連絡会の決定(架空)
                  asOf: 2026-11-30
                """.formatted(desk, desk);
    }

    private void awaitGuide(int number) {
        await("guide " + number + " in force")
                .pollInSameThread()
                .atMost(SOON)
                .until(() -> triage.rules().guide().number() == number);
    }

    private static JsonPath rules() {
        return given().auth()
                .oauth2(Tokens.staff("suzuki", "IHAHO", "supervisor"))
                .get("/v1/consultations/rules")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Other tests of this module suggest desks by the guide of the release. */
    @AfterEach
    void theGuideOfTheReleaseIsFollowedAgain() {
        int number = next();
        adopt(number, today(), triage.ofTheRelease().guide().text());
        awaitGuide(number);
    }

    @Test
    void aGuideIsFollowedFromItsDayOn() {
        int number = next();
        adopt(number, today(), only("KOKORO"));
        awaitGuide(number);

        String id = IntakeClient.received("悪口を書かれました").getString("id");
        JsonPath file = IntakeClient.aCase(id);
        assertEquals(List.of("KOKORO"), file.getList("assessment.desks.value"));
        assertEquals(
                triage.ofTheRelease().version().replaceAll("\\.0$", "." + number), file.getString("assessment.rules"));
        JsonPath rules = rules();
        assertEquals(number, rules.getInt("routingGuide"));
        assertEquals(number, rules.getInt("history[0].guide"));
        page(containsString("第" + number + "版"));
    }

    @Test
    void aGuideOfTomorrowWaits() {
        int before = triage.rules().guide().number();
        int number = next();
        adopt(number, today().plusDays(1), only("KOKORO"));

        assertEquals(before, triage.rules().guide().number());
        assertTrue(rules().getList("guides.number").contains(number));
        page(containsString("まだ使いはじめていません"));
        TestDatabase.execute("delete from routing_guide where number = " + number);
    }

    @Test
    void aGuideThatIsWrongIsRefusedAsAWholeAndTheOneBeforeItStays() {
        int good = next();
        adopt(good, today(), only("KOKORO"));
        awaitGuide(good);
        int bad = good + 1;
        adopt(
                bad,
                today(),
                only("KOKORO")
                        + only("LAWYER")
                                .replace("desks: [LAWYER]\nrules:\n", "")
                                .replace("'low'", "'mild'"));

        Map<String, Object> guide = rules().getMap("guides.find { it.number == " + bad + " }");
        assertEquals(15, ((Map<?, ?>) guide.get("refusal")).get("line"));
        assertNotEquals(bad, triage.rules().guide().number());
        page(containsString("読めないため使っていません(15行目)"));
        assertEquals(good, rules().getInt("routingGuide"));
    }

    private static void page(org.hamcrest.Matcher<String> shows) {
        given().auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .get("/desk/rules")
                .then()
                .statusCode(200)
                .body(shows);
    }
}
