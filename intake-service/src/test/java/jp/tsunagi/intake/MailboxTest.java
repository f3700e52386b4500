package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestMail;
import jp.tsunagi.testing.Tokens;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class MailboxTest {

    private final Database database;
    private final Desks desks;
    private final SessionFactory sessions;

    MailboxTest(Database database, Desks desks, SessionFactory sessions) {
        this.sessions = sessions;
        this.database = database;
        this.desks = desks;
    }

    @Test
    void theKeyOfAHalfWrittenMessageIsForWhoBringsTheCode() {
        JsonPath receipt = IntakeClient.received("相談です");
        String first = seal(receipt);

        assertTrue(first.matches("[A-Za-z0-9+/]{40,}=*"), first);
        assertEquals(first, seal(receipt), "in another session");
        assertNotEquals(first, seal(IntakeClient.received("別の相談です")));
        given().get("/box").then().statusCode(200).body(not(containsString("data-seal")));
    }

    private static String seal(JsonPath receipt) {
        String session = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("code", receipt.getString("confirmationCode"))
                .post("/box")
                .getCookie("box");
        String page = given().cookie("box", session).get("/box").asString();
        return page.replaceAll("(?s).* data-seal=\"([^\"]*)\".*", "$1");
    }

    @Test
    @Requirement("R3.8")
    void theConsulterReadsTheAnswerAndWritesBack() {
        JsonPath receipt = IntakeClient.received("相談です");
        IntakeClient.answer(receipt.getString("id"), "1", "まず証拠を残しましょう。").then().statusCode(201);
        String code = receipt.getString("confirmationCode");

        given().header("Confirmation-Code", code)
                .get("/v1/mailbox")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("status", equalTo("advised"))
                .body("messages[0].text", equalTo("まず証拠を残しましょう。"));
        IntakeClient.sending(Map.of("text", "ありがとう"))
                .header("Confirmation-Code", code)
                .post("/v1/mailbox/messages")
                .then()
                .statusCode(201);

        given().header("Confirmation-Code", code).get("/v1/mailbox").then().body("messages[1].from", equalTo("you"));
        assertEquals("in-progress", IntakeClient.aCase(receipt.getString("id")).getString("status"));
    }

    @Test
    @DisplayName("UX-16: a wrong, an unknown and an unreadable code are answered with the same words")
    @Requirement("R6.2")
    void wrongUnknownAndUnreadableCodesAnswerAlike() {
        for (String code : new String[] {"0000000000000000", "123", "abc", ""}) {
            from("10.9.9." + code.length())
                    .header("Confirmation-Code", code)
                    .get("/v1/mailbox")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("mailbox-not-found"));
        }
        from("10.9.9.99").get("/v1/mailbox").then().statusCode(404).body("code", equalTo("mailbox-not-found"));
    }

    @Test
    @Requirement({"R2.7", "R6.3"})
    void aGuesserWaitsAndTheVictimDoesNot() {
        String code = IntakeClient.received("鍵").getString("confirmationCode");
        for (int i = 0; i < 5; i++) {
            from("10.1.1.1")
                    .header("Confirmation-Code", "000000000000000" + i)
                    .get("/v1/mailbox")
                    .then()
                    .statusCode(404);
        }

        from("10.1.1.1")
                .header("Confirmation-Code", code)
                .get("/v1/mailbox")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .body("code", equalTo("too-many-attempts"));
        page().header("X-Forwarded-For", "10.1.1.1")
                .formParam("code", code)
                .post("/box")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9][0-9]*"));

        from("10.1.1.2")
                .header("Confirmation-Code", code)
                .get("/v1/mailbox")
                .then()
                .statusCode(200);
    }

    @Test
    void aRightCodeOfOnesOwnDoesNotBuyMoreGuesses() {
        String own = IntakeClient.received("自分の鍵").getString("confirmationCode");
        int evaluated = 0;
        for (int i = 0; i < 20; i++) {
            int status = from("10.1.1.3")
                    .header("Confirmation-Code", "00000000000001" + (10 + i))
                    .get("/v1/mailbox")
                    .statusCode();
            evaluated += status == 404 ? 1 : 0;
            from("10.1.1.3").header("Confirmation-Code", own).get("/v1/mailbox");
        }

        assertTrue(evaluated <= 8, evaluated + " wrong codes were evaluated");
    }

    @Test
    void anUnreadableCodeCostsTheSameWorkAsAWrongOne() {
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            assertEquals(1, lookUps("9999888877776666", statistics));
            assertEquals(1, lookUps("no code", statistics));
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private static long lookUps(String code, Statistics statistics) {
        long before = lookUps(statistics);
        from("10.9.8." + code.length())
                .header("Confirmation-Code", code)
                .get("/v1/mailbox")
                .then()
                .statusCode(404);
        return lookUps(statistics) - before;
    }

    private static long lookUps(Statistics statistics) {
        return Arrays.stream(statistics.getQueries())
                .filter(query -> query.contains("consultation_of_code"))
                .mapToLong(query -> statistics.getQueryStatistics(query).getExecutionCount())
                .sum();
    }

    @Test
    @Requirement({"R1.8", "R14.6", "P3"})
    void theMailSaysThatThereIsNewsAndNothingElse() {
        // Japanese carriers gave such addresses away, which RFC 5322 forbids; see MailAddress.
        String address = "a..b." + UUID.randomUUID().toString().substring(0, 8) + ".@docomo.ne.jp";
        JsonPath receipt = IntakeClient.received(
                Map.of("text", "メール", "contact", address, "consulter", Map.of("callName", "はる香")));
        String silent = IntakeClient.received("メールなし").getString("id");

        IntakeClient.answer(receipt.getString("id"), "1", "秘密の返事").then().statusCode(201);
        IntakeClient.answer(silent, "1", "秘密の返事").then().statusCode(201);
        await("mail")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !TestMail.to(address).isEmpty());

        TestMail.Letter mail = TestMail.to(address).getFirst();
        assertEquals(1, TestMail.to(address).size());
        assertTrue(mail.source().contains(address), mail::source);
        assertEquals("お知らせがあります", mail.subject());
        assertFalse(mail.text().contains("相談"));
        assertFalse(mail.text().contains(receipt.getString("receiptNumber")));
        assertFalse(mail.text().contains("はる香"));
        assertFalse(mail.text().contains("http"));
        assertTrue(mail.messageId().endsWith("@tsunagi>"), mail::messageId);
        await("notices")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> database.count("notification", "sent_at is null", "true") == 0);
    }

    @Test
    @Requirement({"R1.2", "R3.1", "R7.1"})
    void theBoxOpensByCodeInTheFormAndClosesAgain() {
        JsonPath receipt = IntakeClient.received("ポスト");
        Response entered = page().formParam("code", "　" + receipt.getString("confirmationCode"))
                .post("/box");
        entered.then().statusCode(303);
        String setCookie = entered.getHeader("Set-Cookie");
        assertTrue(
                setCookie.contains("HttpOnly")
                        && setCookie.contains("SameSite=Strict")
                        && setCookie.contains("Path=/box"),
                setCookie);
        assertFalse(setCookie.contains("Secure"), setCookie);
        String session = entered.getCookie("box");
        assertEquals(43, session.length());
        assertFalse(TestDatabase.dump().contains(session));

        page().cookie("box", session)
                .get("/box")
                .then()
                .statusCode(200)
                .body(containsString(receipt.getString("receiptNumber")))
                .body(containsString("受け付けました"));
        page().cookie("box", session)
                .cookie("lang", "en")
                .get("/box")
                .then()
                .body(containsString("We have received it"));
        page().cookie("box", session)
                .formParam("text", " ")
                .post("/box/messages")
                .then()
                .statusCode(422)
                .body(containsString("エラー"));
        page().cookie("box", session)
                .formParam("key", UUID.randomUUID().toString())
                .formParam("text", "追加です<b>")
                .post("/box/messages")
                .then()
                .statusCode(303);
        page().cookie("box", session).get("/box").then().body(containsString("追加です&lt;b&gt;"));

        page().cookie("box", session).post("/box/logout").then().statusCode(303);
        page().cookie("box", session).get("/box").then().body(not(containsString(receipt.getString("receiptNumber"))));
    }

    @Test
    void aWrongCodeInTheFormKeepsWhatWasTyped() {
        page().header("X-Forwarded-For", "10.2.2.2")
                .formParam("code", "1234")
                .post("/box")
                .then()
                .statusCode(422)
                .body(containsString("番号が合いません"))
                .body(containsString("value=\"1234\""));
    }

    @Test
    @Requirement("R2.8")
    void theConsulterAgreesInTheBoxAndTheCounsellorMayHandOver() {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String id = receipt.getString("id");
        IntakeClient.announceDesk("SIA_HIBO", data -> {});
        await("desk")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> desks.find("SIA_HIBO").isPresent());
        page().auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .formParam("key", UUID.randomUUID().toString())
                .formParam("targetDesk", "SIA_HIBO")
                .formParam("fields", "narrative", "urls", "contact")
                .post("/desk/case/" + id + "/consent")
                .then()
                .statusCode(303);
        String session = page().formParam("code", receipt.getString("confirmationCode"))
                .post("/box")
                .getCookie("box");
        String question = given().header("Confirmation-Code", receipt.getString("confirmationCode"))
                .get("/v1/mailbox")
                .jsonPath()
                .getString("questions[0].id");

        page().cookie("box", session)
                .formParam("answer", "yes")
                .formParam("fields", "narrative", "urls", "callName")
                .post("/box/consents/" + question)
                .then()
                .statusCode(303);

        Map<String, Object> request =
                new java.util.LinkedHashMap<>(IntakeClient.aHandover("SIA_HIBO", "narrative", "urls", "contact"));
        request.put("basis", Map.of("kind", "consent"));
        IntakeClient.refer(id, "1", request)
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("field-beyond-consent")))
                .body("errors[0].field", equalTo("contact"));
        page().cookie("box", session)
                .formParam("answer", "no")
                .post("/box/consents/" + question)
                .then()
                .statusCode(409);
    }

    private static io.restassured.specification.RequestSpecification from(String source) {
        return given().header("X-Forwarded-For", source);
    }

    private static io.restassured.specification.RequestSpecification page() {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .header("Accept-Language", "ja");
    }
}
