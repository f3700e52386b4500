package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import jp.tsunagi.intake.triage.Triage;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Rules are tried over the cases of an agency before anything follows them. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class DryRunTest {

    // Made anew each time: a token lives for five minutes, and all tests together take longer.
    private static String supervisorToken() {
        return Tokens.staff("suzuki", "IHAHO", "supervisor");
    }

    private static String tokenElsewhere() {
        return Tokens.staff("kato", "SIA", "supervisor");
    }

    private static final String DANGER = "もう死にたいです";

    private final Triage triage;

    DryRunTest(Triage triage) {
        this.triage = triage;
    }

    /** The rules in force, for which nothing is an emergency. */
    private String deaf() {
        return triage.rules().text().replace("  urgency: emergency\n", "  urgency: low\n");
    }

    private static ValidatableResponse run(String token, Map<String, String> rules) {
        return IntakeClient.sending(rules)
                .auth()
                .oauth2(token)
                .post("/v1/consultations/rules/dry-runs")
                .then();
    }

    /** The rules in force, in which a text stands instead of another one. */
    private String rules(String instead, String text) {
        String inForce = triage.rules().text();
        assertTrue(inForce.contains(instead), instead);
        return inForce.replace(instead, text);
    }

    @Test
    void theRulesInForceChangeNothing() {
        IntakeClient.received(DANGER);

        JsonPath result = run(supervisorToken(), Map.of("rules", triage.rules().text()))
                .statusCode(200)
                .body("changed", equalTo(0))
                .extract()
                .jsonPath();

        assertTrue(result.getInt("cases") > 0);
    }

    @Test
    void whoWouldBeLessUrgentIsShownOneByOne() {
        String id = IntakeClient.received(DANGER).getString("id");
        String deaf = deaf();

        JsonPath result = run(supervisorToken(), Map.of("rules", deaf))
                .statusCode(200)
                .extract()
                .jsonPath();

        Map<String, Object> line = result.getMap("lessUrgentCases.find { it.consultationId == '" + id + "' }");
        assertEquals("emergency", ((Map<?, ?>) line.get("before")).get("urgency"));
        assertTrue(((List<?>) ((Map<?, ?>) line.get("before")).get("urgencyRules")).contains("wish-to-die"));
        assertTrue(result.getInt("lessUrgent") > 0 && result.getInt("changed") >= result.getInt("lessUrgent"));
        assertFalse(result.prettify().contains("死に"), "codes only");
        assertEquals("emergency", IntakeClient.aCase(id).getString("urgency"), "nothing follows the rules");
    }

    @Test
    void whatThePersonWroteLaterCountsToo() {
        JsonPath receipt = IntakeClient.received("悪口を書かれました");
        IntakeClient.write(receipt, DANGER).then().statusCode(201);
        String deaf = deaf();

        run(supervisorToken(), Map.of("rules", deaf))
                .statusCode(200)
                .body("lessUrgentCases.consultationId", hasItem(receipt.getString("id")));
    }

    @Test
    void aGuideThatNamesOneDeskSendsCasesElsewhere() {
        String id = IntakeClient.received("悪口を書かれました").getString("id");

        JsonPath result = run(supervisorToken(), Map.of("routingGuide", """
                        desks: [KOKORO]
                        rules:
                        - id: only-one
                          version: 1
                          when: urgency != 'low'
                          desk: KOKORO
                          weight: 1
                          ja: こころの電話
                          en: somebody who listens
                          source: 試し
                          asOf: 2026-11-30
                        """))
                .statusCode(200)
                .extract()
                .jsonPath();

        assertTrue(result.getInt("otherDesk") > 0);
        assertEquals(0, result.getInt("lessUrgent"));
        Map<String, Object> line = result.getMap("otherCases.find { it.consultationId == '" + id + "' }");
        assertEquals("KOKORO", ((Map<?, ?>) line.get("after")).get("desk"));
        assertEquals(List.of("only-one"), ((Map<?, ?>) line.get("after")).get("deskRules"));
    }

    @Test
    void rulesThatAreWrongAreRefusedWithTheirLine() {
        run(supervisorToken(), Map.of("rules", rules("('wish-to-die' in heard)", "('wish-to-dye' in heard)")))
                .statusCode(422)
                .body("code", equalTo("rules-refused"))
                .body("errors[0].pointer", equalTo("/rules"))
                .body("reason", containsString("wish-to-dye"));
        run(supervisorToken(), Map.of("routingGuide", "desks: [A]\nrules: nothing"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/routingGuide"))
                .body("line", equalTo(2));
        run(supervisorToken(), Map.of()).statusCode(400).body("code", equalTo("rules-missing"));
        run(supervisorToken(), Map.of("rules", " ")).statusCode(400);
    }

    @Test
    void onlyASupervisorTriesRulesAndOnlyOverTheirAgencysCases() {
        IntakeClient.received(DANGER);
        Map<String, String> rules = Map.of("rules", triage.rules().text());

        run(Tokens.staff("sato", "IHAHO", "counsellor"), rules).statusCode(403);
        run(tokenElsewhere(), rules).statusCode(200).body("cases", equalTo(0));
        assertTrue(TestDatabase.count(
                        "select count(*) from audit where action = 'consultation.count' and object = ?", "queue/SIA")
                > 0);
    }

    @Test
    void thePageShowsWhoWouldBeLessUrgentWithTheirWordsAndKeepsWhatWasTyped() {
        JsonPath receipt = IntakeClient.received("ぼくはもう死にたいです、ほんとうに");
        String deaf = deaf();

        String page = post(deaf).statusCode(200).extract().asString();

        assertTrue(page.contains(receipt.getString("receiptNumber")), "the case");
        assertTrue(page.contains("<q><bdi>死にたい</bdi></q>"), "the words");
        assertFalse(page.contains("urgency: emergency"), "what was typed");
        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from audit where action = 'consultation.read'" + " and object = ?",
                        "consultation/" + receipt.getString("id")));

        post("version: 1\nrules: []\n<script>")
                .statusCode(422)
                .body(containsString("この文は規則として読めません"))
                .body(containsString("&lt;script&gt;"))
                .body(not(containsString("<script>\n")));
    }

    private static ValidatableResponse post(String rules) {
        return given().auth()
                .oauth2(supervisorToken())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("rules", rules)
                .formParam("routingGuide", "")
                .post("/desk/rules/dry-run")
                .then();
    }

    @Test
    void theFormBeginsWithTheRulesInForce() {
        given().auth()
                .oauth2(supervisorToken())
                .get("/desk/rules/dry-run")
                .then()
                .statusCode(200)
                .body(containsString("- id: wish-to-die"))
                .body(containsString("- id: to-110"));
    }
}
