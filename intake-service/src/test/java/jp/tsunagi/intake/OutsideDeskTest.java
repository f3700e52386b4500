package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.testing.EventExamples.Example;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.testing.Tokens;
import jp.tsunagi.vocabulary.DeskMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing is called sent that was not sent: a desk that nothing reaches from here has to be told by somebody. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class OutsideDeskTest {

    private static final Map<DeskMode, String> TO_THE_PERSON = Map.of(
            DeskMode.PHONE, "相談員が電話で伝えます",
            DeskMode.PRINT, "相談員が紙で渡します",
            DeskMode.CITIZEN_CARRIES, "あなたから連絡してください",
            DeskMode.URL_ONLY, "あなたが申しこんでください");

    private final Desks desks;

    OutsideDeskTest(Desks desks) {
        this.desks = desks;
    }

    @ParameterizedTest
    @EnumSource(value = DeskMode.class, mode = EnumSource.Mode.EXCLUDE, names = "IN_PLATFORM")
    void aCaseForADeskOutsideStaysWithUsUntilItIsThere(DeskMode mode) {
        String desk = outside(mode);
        JsonPath receipt = IntakeClient.aFullConsultation();
        String id = receipt.getString("id");

        onPage().formParam("key", UUID.randomUUID().toString())
                .formParam("version", "1")
                .formParam("targetDesk", desk)
                .formParam("fields", "narrative")
                .formParam("summary", "要約です")
                .formParam("kind", "told")
                .formParam("givenAt", "2026-11-20T15:00")
                .post("/desk/case/" + id + "/preview")
                .then()
                .statusCode(200)
                .body(containsString("この画面からは届きません"))
                .body(containsString("03-1234-5678"));
        String referral = IntakeClient.refer(id, "1", IntakeClient.aHandover(desk, "narrative", "urls", "contact"))
                .then()
                .statusCode(202)
                .extract()
                .path("referralId");

        stays(receipt, mode);
        announce("requested", referral, id, desk, 2);
        await("heard")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> IntakeClient.aCase(id).getInt("referrals[0].version") == 2);
        stays(receipt, mode);

        IntakeClient.counsellor()
                .get("/v1/consultations/referrals?view=undelivered&limit=100")
                .then()
                .body("items.referral.id", hasItem(referral))
                .body("items.find { it.referral.id == '" + referral + "' }.referral.requestedByName", equalTo("sato"));
        onPage().get("/desk/case/" + id + "/referrals/" + referral + "/slip")
                .then()
                .statusCode(200)
                .body(containsString("要約"))
                .body(containsString("<svg class=\"qr\""));

        announce("received", referral, id, desk, 3);
        await("carried")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> "referred".equals(IntakeClient.aCase(id).getString("status")));
        announce("accepted", referral, id, desk, 4);
        await("accepted")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> "accepted".equals(IntakeClient.aCase(id).getString("referrals[0].status")));
        assertNull(IntakeClient.mailbox(receipt.getString("confirmationCode")).get("referrals[0].reach"));
    }

    /** It is undelivered for everybody, and the counsellor who decided has it. */
    private static void stays(JsonPath receipt, DeskMode mode) {
        String id = receipt.getString("id");
        JsonPath file = IntakeClient.aCase(id);
        assertEquals("in-progress", file.getString("status"));
        assertEquals("sato", file.getString("assignee"));
        assertEquals("undelivered", file.getString("referrals[0].status"));
        onPage().get("/desk/case/" + id)
                .then()
                .statusCode(200)
                .body(containsString("未達"))
                .body(not(containsString("送付済")));

        String code = receipt.getString("confirmationCode");
        assertEquals(mode.code(), IntakeClient.mailbox(code).getString("referrals[0].reach.mode"));
        String session = onPage().formParam("code", code).post("/box").getCookie("box");
        onPage().cookie("box", session)
                .get("/box")
                .then()
                .statusCode(200)
                .body(containsString(TO_THE_PERSON.get(mode)))
                .body(
                        mode == DeskMode.CITIZEN_CARRIES || mode == DeskMode.URL_ONLY
                                ? containsString("href=\"tel:03-1234-5678\"")
                                : not(containsString("href=\"tel:03-1234-5678\"")))
                .body(not(containsString("送りました")));
    }

    private String outside(DeskMode mode) {
        String code = "OUT_" + mode.name();
        IntakeClient.announceDesk(code, data -> {
            data.putArray("modes").add(mode.code());
            data.put("phone", "平日 03-1234-5678(無料)");
        });
        await(code)
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> desks.find(code).isPresent());
        return code;
    }

    private static void announce(String step, String referral, String consultation, String desk, long version) {
        Example news = ContractEvents.referralNews(step, referral, consultation, version);
        news.data().put("targetDesk", desk).put("carried", true);
        TestKafka.send(news);
    }

    private static RequestSpecification onPage() {
        return given().auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .header("Accept-Language", "ja");
    }
}
