package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.testing.EventExamples.Example;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a desk says about a case is read in the case, answered there, and passed on when the desk agrees. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class ReferralThreadTest {

    /** The name that the directory announces for SIA_HIBO. */
    private static final String DESK = "誹謗中傷ホットライン";

    private final Desks desks;
    private final DeskWords words;

    ReferralThreadTest(Desks desks, Envelope envelope) {
        this.desks = desks;
        words = new DeskWords(envelope);
    }

    @BeforeEach
    void theDirectoryIsKnown() {
        KnownDesks.announce(desks);
    }

    @Test
    void aQuestionStandsInTheCaseWithItsAnswerBoxAndInTheList() {
        String id = IntakeClient.aFullConsultation().getString("id");
        String referral = IntakeClient.referred(id);

        words.say("information-requested", referral, id, 4, DeskWords.entry("ask-information", "いつのことですか", "agency"));

        String path = "referrals.find { it.id == '" + referral + "' }.";
        DeskWords.heard(id, referral, 4);
        JsonPath file = IntakeClient.aCase(id);
        assertEquals("ask-information", file.getString(path + "entries[0].step"));
        assertEquals("いつのことですか", file.getString(path + "entries[0].words"));
        page("/desk/case/" + id)
                .body(containsString("いつのことですか"))
                .body(containsString("質問あり"))
                .body(containsString("action=\"/partner/referrals/" + referral + "/supply-information\""));
        list("question").body("items.referral.id", hasItem(referral));
        list("undelivered").body("items.referral.id", not(hasItem(referral)));
        page("/desk/referrals?view=question").body(containsString("/desk/case/" + id));
    }

    @Test
    void theSameStepToldAgainStandsThereOnce() {
        String id = IntakeClient.aFullConsultation().getString("id");
        String referral = IntakeClient.referred(id);
        words.say("information-requested", referral, id, 4, DeskWords.entry("ask-information", "一度だけ", "agency"));
        words.say("information-requested", referral, id, 4, DeskWords.entry("ask-information", "一度だけ", "agency"));
        words.say("accepted", referral, id, 5, DeskWords.entry("accept", null, "agency"));

        String path = "referrals.find { it.id == '" + referral + "' }.";
        DeskWords.heard(id, referral, 5);
        assertEquals(2, IntakeClient.aCase(id).getList(path + "entries").size());
    }

    @Test
    void whatTheDeskLetsThePersonKnowWaitsForOnePress() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String id = receipt.getString("id");
        String code = receipt.getString("confirmationCode");
        String referral = IntakeClient.referred(id);
        words.say("progressed", referral, id, 4, DeskWords.entry("report-progress", "サイトに削除をたのみました", "consulter"));
        words.say("progressed", referral, id, 5, DeskWords.entry("report-progress", "法務局の中の話", "agency"));
        DeskWords.heard(id, referral, 5);
        assertEquals(0, IntakeClient.mailbox(code).getList("messages").size());
        page("/desk/case/" + id)
                .body(containsString("entries/4/pass-on"))
                .body(not(containsString("entries/5/pass-on")));

        String version = IntakeClient.aCase(id).getString("version");
        passOn(id, referral, 5, version).statusCode(403).body("code", equalTo("entry-not-for-consulter"));
        passOn(id, referral, 6, version).statusCode(404);
        passOn(id, referral, 4, version).statusCode(201);
        passOn(id, referral, 4, IntakeClient.aCase(id).getString("version"))
                .statusCode(409)
                .body("code", equalTo("entry-passed-on"));

        JsonPath box = IntakeClient.mailbox(code);
        assertEquals("サイトに削除をたのみました", box.getString("messages[0].text"));
        assertEquals("desk", box.getString("messages[0].from"));
        assertEquals(DESK, box.getString("messages[0].desk.nameJa"));
        String said = given().accept("text/html")
                .cookie(
                        "box",
                        given().redirects()
                                .follow(false)
                                .formParam("code", code)
                                .post("/box")
                                .getCookie("box"))
                .get("/box")
                .then()
                .statusCode(200)
                .body(containsString("<strong>" + DESK + "</strong> <span class=\"quiet\">この窓口の言葉です。"))
                .extract()
                .asString();
        assertFalse(said.contains("<strong>相談員</strong>"), "the counsellor has written nothing");
        assertEquals("referred", IntakeClient.aCase(id).getString("status"));
        page("/desk/case/" + id).body(not(containsString("entries/4/pass-on"))).body(containsString("相談者に伝えました"));
    }

    @Test
    void whatWasSealedForAnotherReferralDoesNotCountAsSaid() {
        String id = IntakeClient.aFullConsultation().getString("id");
        String referral = IntakeClient.referred(id);
        Example forged = ContractEvents.referralNews("accepted", referral, id, 4);
        forged.data()
                .put(
                        "sealedEntry",
                        words.sealed(UUID.randomUUID().toString(), 4, DeskWords.entry("accept", "にせ", "agency")));
        TestKafka.send(forged);

        String healthy = IntakeClient.aFullConsultation().getString("id");
        String other = IntakeClient.referred(healthy);
        words.say("accepted", other, healthy, 4, DeskWords.entry("accept", null, "agency"));
        DeskWords.heard(healthy, other, 4);
        assertEquals(
                0,
                IntakeClient.aCase(id)
                        .getList("referrals.find { it.id == '" + referral + "' }.entries")
                        .size());
    }

    @Test
    void anUnknownViewIsRefusedAndOnlyTheAgencyReadsItsList() {
        IntakeClient.counsellor()
                .get("/v1/consultations/referrals?view=everything")
                .then()
                .statusCode(400);
        String id = IntakeClient.aFullConsultation().getString("id");
        String referral = IntakeClient.referred(id);
        given().auth()
                .oauth2(Tokens.staff("kimura", "SIA", "counsellor"))
                .get("/v1/consultations/referrals?limit=100")
                .then()
                .statusCode(200)
                .body("items.referral.id", not(hasItem(referral)));
    }

    private static ValidatableResponse passOn(String id, String referral, int entry, String version) {
        return IntakeClient.counsellor()
                .header("If-Match", "\"" + version + "\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/consultations/" + id + "/referrals/" + referral + "/entries/" + entry + "/pass-on")
                .then();
    }

    private static ValidatableResponse list(String view) {
        return IntakeClient.counsellor()
                .get("/v1/consultations/referrals?limit=100&view=" + view)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse page(String path) {
        return IntakeClient.counsellor()
                .accept("text/html")
                .header("Accept-Language", "ja")
                .get(path)
                .then()
                .statusCode(200);
    }
}
