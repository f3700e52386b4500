package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A case goes to a colleague of the same agency, or back to nobody, and says who gave it to whom. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class AssigningTest {

    private static final String COLLEAGUE = "mori";

    @Test
    void theColleagueHasTheCaseAsNewAndReadsTheNote() {
        IntakeClient.atTheDesk(COLLEAGUE, "counsellor");
        String id = taken();
        // An earlier look does not count: the case was somebody else's then.
        as(COLLEAGUE).get("/v1/consultations/" + id).then().statusCode(200);
        assertEquals(false, IntakeClient.line(id, COLLEAGUE).get("news"));

        assign(id, "2", Map.of("to", COLLEAGUE, "text", "あす電話してください"))
                .then()
                .statusCode(200)
                .body("assignee", equalTo(COLLEAGUE))
                .body("status", equalTo("in-progress"))
                .body("version", equalTo(3));

        Map<String, Object> line = IntakeClient.line(id, COLLEAGUE);
        assertEquals(COLLEAGUE, line.get("assigneeName"));
        assertEquals(true, line.get("news"));
        as(COLLEAGUE)
                .get("/v1/consultations/" + id)
                .then()
                .body("assignee", equalTo(COLLEAGUE))
                .body("notes.text", hasItem("あす電話してください"));
        assertEquals(false, IntakeClient.line(id, COLLEAGUE).get("news"));
        page(id, COLLEAGUE).body(containsString("sato が mori に渡しました"));
        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from audit where action = 'consultation.assign' and object = ?",
                        "consultation/" + id));
    }

    @Test
    void onThePageTheSameIsDoneWithAFormThatOffersOnlyColleagues() {
        IntakeClient.atTheDesk(COLLEAGUE, "counsellor");
        IntakeClient.atTheDesk(Tokens.staff("elsewhere", "TOKYO", "counsellor"));
        String id = taken();
        page(id, "sato")
                .body(containsString("<option value=\"" + COLLEAGUE + "\""))
                .body(not(containsString("<option value=\"elsewhere\"")))
                .body(not(containsString("<option value=\"sato\"")));

        form(id, "assign", Map.of("version", "2", "to", "", "assignNote", "午後は休みです"))
                .then()
                .statusCode(422)
                .body(containsString("<section id=\"assign\" class=\"refused\">"))
                .body(containsString("午後は休みです"));
        form(id, "assign", Map.of("version", "2", "to", COLLEAGUE, "assignNote", ""))
                .then()
                .statusCode(303)
                .cookie("done", "assign");

        JsonPath file = IntakeClient.aCase(id);
        assertEquals(COLLEAGUE, file.getString("assignee"));
        assertEquals(0, file.getList("notes").size());
        form(id, "assign", Map.of("version", "3", "to", "", "assignNote", "書きかけのメモ"))
                .then()
                .statusCode(422)
                .body(containsString("渡す相手を"))
                .body(containsString("書きかけのメモ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"elsewhere", "nobody", "adviser", "long-gone", ""})
    void whoIsNoColleagueIsGivenNothing(String other) {
        IntakeClient.atTheDesk(Tokens.staff("elsewhere", "TOKYO", "counsellor"));
        IntakeClient.atTheDesk("adviser", "counsellor");
        IntakeClient.atTheDesk("adviser", "legal-adviser");
        IntakeClient.atTheDesk("long-gone", "counsellor");
        TestDatabase.execute(
                "update counsellor set seen_at = seen_at - interval '31 days' where account = 'long-gone'");
        String id = taken();

        assign(id, "2", Map.of("to", other, "text", "メモ"))
                .then()
                .statusCode(422)
                .body("code", equalTo("colleague-unknown"));

        JsonPath file = IntakeClient.aCase(id);
        assertEquals("sato", file.getString("assignee"));
        assertEquals(0, file.getList("notes").size());
        as("sato").get("/v1/consultations/colleagues").then().body("items.account", not(hasItem(other)));
    }

    @Test
    void aCaseIsNotGivenToItsHolderNorWhenItIsClosedNorWhenItMoved() {
        IntakeClient.atTheDesk("sato", "counsellor");
        IntakeClient.atTheDesk(COLLEAGUE, "counsellor");
        String id = taken();

        assign(id, "2", Map.of("to", "sato")).then().statusCode(409).body("code", equalTo("already-holder"));
        assign(id, "1", Map.of("to", COLLEAGUE)).then().statusCode(412).body("changedBy", equalTo("sato"));
        IntakeClient.close(id, "2").then().statusCode(303);
        assign(id, "3", Map.of("to", COLLEAGUE)).then().statusCode(409).body("code", equalTo("illegal-transition"));
        String foreign = Tokens.staff("elsewhere", "TOKYO", "counsellor");
        IntakeClient.atTheDesk(foreign);
        assign(foreign, id, "3", Map.of("to", "elsewhere")).then().statusCode(404);

        assertEquals("sato", IntakeClient.aCase(id).getString("assignee"));
    }

    @Test
    void aColleagueTakesOverWhatADeskHas() {
        IntakeClient.atTheDesk(COLLEAGUE, "counsellor");
        String id = taken();
        IntakeClient.answer(id, "2", "返事です").then().statusCode(201);

        assign(Tokens.staff(COLLEAGUE, "IHAHO", "counsellor"), id, "3", Map.of("to", COLLEAGUE))
                .then()
                .statusCode(200)
                .body("status", equalTo("advised"));

        assertEquals(COLLEAGUE, IntakeClient.aCase(id).getString("assignee"));
    }

    @Test
    void whatIsGivenBackStandsAmongTheUnassigned() {
        String id = taken();

        form(id, "release", Map.of("version", "2")).then().statusCode(303);

        JsonPath file = IntakeClient.aCase(id);
        assertEquals("", file.getString("assignee"));
        assertEquals("received", file.getString("status"));
        assertEquals(id, IntakeClient.line(id, "sato", "&view=unassigned").get("id"));
        as("sato")
                .header("If-Match", "\"3\"")
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/consultations/" + id + "/release")
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
    }

    @Test
    void whoIsAtTheDeskIsWrittenDownOnceADayAndWhenSomethingChanged() {
        String who = "visitor-" + UUID.randomUUID();
        String token = Tokens.staffWithMail(who, who + "@ihaho.example.jp", "IHAHO", "counsellor");
        IntakeClient.atTheDesk(token);
        String first = written(who);
        IntakeClient.atTheDesk(token);
        assertEquals(first, written(who));

        IntakeClient.atTheDesk(Tokens.staffWithMail(who, "new-" + who + "@ihaho.example.jp", "IHAHO", "counsellor"));
        String second = written(who);
        assertEquals(false, first.equals(second));
        TestDatabase.execute(
                "update counsellor set seen_at = seen_at - interval '2 days' where account = '" + who + "'");
        String old = written(who);
        IntakeClient.atTheDesk(Tokens.staffWithMail(who, "new-" + who + "@ihaho.example.jp", "IHAHO", "counsellor"));
        assertEquals(false, old.equals(written(who)));
        assertEquals(
                0,
                TestDatabase.count("select count(*) from counsellor where encode(mail, 'escape') like '%example.jp%'"));
    }

    @Test
    void aMachineAndStaffOfNoAgencyAreNobodysColleagues() {
        IntakeClient.atTheDesk(Tokens.machine("a-machine", "IHAHO", "counsellor"));

        assertNull(as("sato")
                .get("/v1/consultations/colleagues")
                .jsonPath()
                .get("items.find { it.account == 'a-machine' }"));
    }

    /** Which row version PostgreSQL holds: another one when somebody wrote. */
    private static String written(String who) {
        return TestDatabase.texts("select ctid::text || xmin::text from counsellor where account = '" + who + "'")
                .getFirst();
    }

    private static String taken() {
        String id = IntakeClient.received("悪口を書かれました").getString("id");
        IntakeClient.take(id, "1").then().statusCode(303);
        return id;
    }

    private static Response assign(String id, String version, Object body) {
        return assign(Tokens.staff("sato", "IHAHO", "counsellor"), id, version, body);
    }

    private static Response assign(String token, String id, String version, Object body) {
        return IntakeClient.sending(body)
                .auth()
                .oauth2(token)
                .header("If-Match", "\"" + version + "\"")
                .post("/v1/consultations/" + id + "/assign");
    }

    private static Response form(String id, String action, Map<String, String> fields) {
        return IntakeClient.send(as("sato"), id, action, fields);
    }

    private static ValidatableResponse page(String id, String who) {
        return IntakeClient.page(as(who), id);
    }

    private static RequestSpecification as(String who) {
        return given().auth().oauth2(Tokens.staff(who, "IHAHO", "counsellor"));
    }
}
