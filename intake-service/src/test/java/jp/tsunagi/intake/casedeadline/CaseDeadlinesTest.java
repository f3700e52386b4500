package jp.tsunagi.intake.casedeadline;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.intake.IntakeClient;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ends by itself in a case: counted from what people note, shown to both, and lifted before it is too late. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class CaseDeadlinesTest {

    private static final LocalDate TODAY = LocalDate.now(JapanTime.ZONE);

    private final CountingDeadlines counting;

    CaseDeadlinesTest(CountingDeadlines counting) {
        this.counting = counting;
    }

    private static JsonPath received(String text, String wish, String... categories) {
        return IntakeClient.received(Map.of("text", text, "wish", wish, "categories", List.of(categories)));
    }

    private static JsonPath aRespondent() {
        return IntakeClient.received(Map.of(
                "text",
                "意見照会が届きました",
                "wish",
                "respond_notice",
                "categories",
                List.of("disclosure_notice_received"),
                "consulter",
                Map.of("type", "respondent")));
    }

    private static String path(String id) {
        return "/v1/consultations/" + id + "/deadlines";
    }

    private static ValidatableResponse deadlines(String id) {
        return IntakeClient.counsellor().get(path(id)).then().statusCode(200);
    }

    private static ValidatableResponse note(String id, Map<String, ?> body) {
        return IntakeClient.sending(body)
                .auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .post(path(id))
                .then();
    }

    private static void noted(String id, String event, LocalDate day) {
        note(id, Map.of("event", event, "day", day.toString())).statusCode(201);
    }

    private static void awaitCounted(String id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> TestDatabase.count(
                                "select count(*) from consultation where id::text = ?"
                                        + " and (recount_on is null or recount_on > current_date)",
                                id)
                        == 1);
    }

    private static String page(String address) {
        return IntakeClient.counsellor()
                .accept("text/html")
                .header("Accept-Language", "ja")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String entered(JsonPath receipt) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("code", receipt.getString("confirmationCode"))
                .post("/box")
                .cookie("box");
    }

    private static String boxPage(String session, String address) {
        return given().cookie("box", session)
                .header("Accept-Language", "ja")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void aDayThatACounsellorNotesRunsOnTheCaseAndInTheMailbox() {
        JsonPath receipt = received("名前を出して悪口を書かれました", "unsure", "defamation");
        String id = receipt.getString("id");
        deadlines(id).body("items", empty()).body("days", empty());

        noted(id, "offender-known", TODAY.minusDays(20));

        deadlines(id)
                .body("items.period", equalTo(List.of("D13", "D15")))
                .body("items[0].begins", equalTo(TODAY.minusDays(20).toString()))
                .body("items[0].law", equalTo("323AC0000000131"))
                .body("items[0].end", equalTo("right"))
                .body("items[0].over", equalTo(false))
                .body("items[0].places", empty())
                .body("days[0].recordedBy", equalTo("sato"));
        assertEquals(
                List.of("D13", "D15"),
                IntakeClient.mailbox(receipt.getString("confirmationCode")).getList("deadlines.period"));
        assertTrue(page("/desk/case/" + id).contains("告訴ができる最後の日"));
        assertTrue(page("/desk/case/" + id + "/deadlines").contains("初日不算入"));
        String session = entered(receipt);
        assertTrue(boxPage(session, "/box").contains("罰してほしい"));
        assertTrue(boxPage(session, "/box/deadlines").contains("相談員が記録"));
    }

    @Test
    void theConsulterTellsADayInTheMailboxAndTakesItBack() {
        JsonPath receipt = received("お金を送ってしまいました", "refund", "fraud");
        String id = receipt.getString("id");
        String session = entered(receipt);

        assertEquals(303, send(session, "event", "money-sent", "day", TODAY.toString()));
        deadlines(id).body("items.period", equalTo(List.of("D16"))).body("days[0].recordedBy", equalTo(""));
        assertTrue(boxPage(session, "/box").contains("すぐに銀行と警察に連絡"));
        assertTrue(page("/desk/case/" + id).contains("口座の凍結"));
        assertTrue(page("/desk/case/" + id).contains("日付を記録しました: 送金"));

        assertEquals(303, send(session, "event", "money-sent", "enteredInError", "true"));
        deadlines(id).body("items", empty()).body("days", hasSize(2));
        assertTrue(page("/desk/case/" + id + "/deadlines").contains("取り消し"));
        assertFalse(boxPage(session, "/box").contains("すぐに銀行と警察に連絡"));
    }

    private static int send(String session, String... fields) {
        var form = given().redirects()
                .follow(false)
                .cookie("box", session)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", UUID.randomUUID().toString());
        for (int i = 0; i < fields.length; i += 2) {
            form.formParam(fields[i], fields[i + 1]);
        }
        return form.post("/box/deadlines").statusCode();
    }

    @Test
    void thePeriodOfALogRunsFromThePostOnceForAllPlacesOfThatDay() {
        String id = received("https://bbs.example.com/a https://bbs.example.com/b https://bbs.example.com/c", "unsure")
                .getString("id");
        deadlines(id)
                .body("items.findAll { it.period == 'D8' }.size()", equalTo(1))
                .body("items[0].assumed", equalTo(true))
                .body("items[0].begins", equalTo(TODAY.toString()))
                .body("items[0].places", hasSize(3));
        assertTrue(page("/desk/case/" + id + "/deadlines").contains("相談を受けた日("));
        String last = IntakeClient.counsellor()
                .get("/v1/consultations/" + id + "/targets")
                .path("items[2].id");

        noted(id, "posted", TODAY.minusDays(10));
        note(id, Map.of("event", "posted", "day", TODAY.minusDays(30).toString(), "targetId", last))
                .statusCode(201);

        deadlines(id)
                .body(
                        "items.findAll { it.period == 'D8' }.begins",
                        equalTo(List.of(
                                TODAY.minusDays(30).toString(),
                                TODAY.minusDays(10).toString())))
                .body("items.assumed", hasItem(false))
                .body("items[0].places", equalTo(List.of("https://bbs.example.com/c")))
                .body("items[1].places", hasSize(2));
        IntakeClient.counsellor()
                .get("/v1/consultations/" + id + "/targets")
                .then()
                .body(
                        "items.postedOn",
                        equalTo(List.of(
                                TODAY.minusDays(10).toString(),
                                TODAY.minusDays(10).toString(),
                                TODAY.minusDays(30).toString())));
        assertTrue(page("/desk/case/" + id + "/targets/" + last).contains("投稿の日"));
    }

    @Test
    void logsAboutToVanishLiftTheCaseOfWhoWantsToKnowWhoItWas() {
        String wanted = received("https://bbs.example.com/" + UUID.randomUUID(), "identify")
                .getString("id");
        String other = received("https://bbs.example.com/" + UUID.randomUUID(), "delete_self")
                .getString("id");
        noted(wanted, "posted", TODAY.minusDays(60));
        noted(other, "posted", TODAY.minusDays(60));
        awaitCounted(wanted);
        awaitCounted(other);

        String logsEnd = deadlines(wanted)
                .body("items[0].pressing", equalTo(true))
                .extract()
                .path("items[0].lastDay");
        deadlines(other).body("items[0].pressing", equalTo(false)).body("items[0].soon", equalTo(true));
        Map<String, Object> line = IntakeClient.line(wanted, "sato", "&view=pressing");
        assertEquals(logsEnd, line.get("deadlineOn"));
        assertNull(IntakeClient.line(other, "sato").get("deadlineOn"));
        List<String> order = IntakeClient.counsellor()
                .get("/v1/consultations?limit=100&view=unassigned")
                .jsonPath()
                .getList("items.id");
        assertTrue(order.contains(wanted) && (!order.contains(other) || order.indexOf(wanted) < order.indexOf(other)));
        assertTrue(page("/desk/queue?view=pressing").contains("法律の期限"));
        String sooner = received("https://bbs.example.com/" + UUID.randomUUID(), "identify")
                .getString("id");
        noted(sooner, "posted", TODAY.minusDays(70));
        awaitCounted(sooner);
        List<String> pressing = IntakeClient.counsellor()
                .get("/v1/consultations?limit=100&view=pressing")
                .jsonPath()
                .getList("items.id");
        assertTrue(pressing.indexOf(sooner) < pressing.indexOf(wanted), pressing::toString);

        IntakeClient.take(wanted, "1");
        IntakeClient.close(wanted, "2").then().statusCode(303);
        assertNull(IntakeClient.line(wanted, "sato", "&status=closed").get("deadlineOn"));
    }

    @Test
    void aDayOnWhichAPeriodBeginsToPressIsWaitedFor() {
        String id = received("だれが書いたか知りたい", "identify", "defamation").getString("id");
        noted(id, "offender-known", TODAY.minusDays(100));
        awaitCounted(id);

        LocalDate end = LocalDate.parse(deadlines(id).extract().<String>path("items[0].lastDay"));
        assertEquals(
                end.minusDays(30).toString(),
                TestDatabase.text("select recount_on::text from consultation where id::text = ?", id));
    }

    @Test
    void theDaysThatWerePassedOverStandBesideTheDay() {
        String id = received("開示の決定が届きました", "identify").getString("id");
        // One month from 3 October would end on Culture Day.
        noted(id, "disclosure-decision-served", LocalDate.of(2026, 10, 3));

        deadlines(id)
                .body("items[0].period", equalTo("D10"))
                .body("items[0].lastDay", equalTo("2026-11-04"))
                .body("items[0].skipped", equalTo(List.of("2026-11-03")));
        assertTrue(page("/desk/case/" + id + "/deadlines").contains("を飛ばしました"));
        JsonPath bullied = received("いじめです", "unsure", "insult");
        noted(bullied.getString("id"), "offender-known", LocalDate.of(2026, 6, 19));
        deadlines(bullied.getString("id"))
                .body("items.find { it.period == 'D13' }.skipped", equalTo(List.of("2026-12-19", "2026-12-20")));
        assertTrue(boxPage(entered(bullied), "/box/deadlines").contains("裁判所の休みの日"));
    }

    @Test
    void aRespondentHasThePeriodOfTheOpinionAndNoOther() {
        JsonPath receipt = aRespondent();
        String id = receipt.getString("id");

        note(id, Map.of("event", "offender-known", "day", TODAY.toString()))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/event"))
                .body("errors[0].code", equalTo("event-not-of-case"));
        noted(id, "opinion-asked", TODAY.minusDays(9));

        deadlines(id)
                .body("items.period", equalTo(List.of("D12")))
                .body("items[0].lastDay", equalTo(TODAY.plusDays(5).toString()))
                .body("items[0].pressing", equalTo(true));
        assertEquals(
                List.of("opinion-asked", "money-sent"),
                IntakeClient.mailbox(receipt.getString("confirmationCode")).getList("events"));
        assertTrue(boxPage(entered(receipt), "/box").contains("「意見をください」"));
    }

    @ParameterizedTest
    @CsvSource({
        "removal-requested, 2026-11-01, , /event",
        "posted, 2999-01-01, , /day",
        "posted, 1989-12-31, , /day",
        "posted, , , /day",
        "money-sent, 2026-11-01, 0199f3a0-0000-7000-8000-000000000000, /targetId",
        "posted, 2026-11-01, 0199f3a0-0000-7000-8000-000000000000, /targetId",
        "posted, 2026-02-30, , /day",
        "nothing, 2026-11-01, , /event",
    })
    void whatCannotBeNotedSaysWhy(String event, String day, String target, String pointer) {
        String id = received("https://bbs.example.com/1", "unsure").getString("id");
        Map<String, String> body = new HashMap<>(Map.of("event", event));
        if (day != null) {
            body.put("day", day);
        }
        if (target != null) {
            body.put("targetId", target);
        }

        ValidatableResponse refused = note(id, body);
        assertTrue(List.of(400, 404).contains(refused.extract().statusCode()));
        refused.body(containsString(pointer));
        deadlines(id).body("days", empty());
    }

    @Test
    void aRefusedFormKeepsWhatWasTyped() {
        String id = received("相談です", "unsure").getString("id");

        IntakeClient.counsellor()
                .header("Accept-Language", "ja")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", UUID.randomUUID().toString())
                .formParam("event", "money-sent")
                .formParam("day", "2999-01-01")
                .post("/desk/case/" + id + "/deadlines")
                .then()
                .statusCode(422)
                .body(allOf(containsString("2999-01-01"), containsString("きょうまでの日を入れてください")));
    }

    @Test
    void aRuleThatChangedCountsRunningCasesAnewAndSaysSo() {
        JsonPath receipt = aRespondent();
        String id = receipt.getString("id");
        noted(id, "opinion-asked", TODAY);
        awaitCounted(id);
        // As if it had been counted by rules of which this version has others.
        TestDatabase.execute("update counted_deadline set last_day = last_day - 7 where consultation_id::text = ?", id);
        TestDatabase.execute("update consultation set counted_by = 'before' where id::text = ?", id);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> deadlines(id).body("items[0].recounts", hasSize(1)));

        deadlines(id)
                .body(
                        "items[0].recounts.before",
                        equalTo(List.of(TODAY.plusDays(7).toString())))
                .body(
                        "items[0].recounts.after",
                        equalTo(List.of(TODAY.plusDays(14).toString())));
        assertTrue(page("/desk/case/" + id).contains("数え直しました"));
        assertTrue(boxPage(entered(receipt), "/box").contains("数え直しました"));
    }

    @Test
    void anOldVersionThatStillRunsCountsNothingBesideANewOne() {
        String id = aRespondent().getString("id");
        noted(id, "opinion-asked", TODAY);
        awaitCounted(id);
        String before = TestDatabase.text("select counted_by from consultation where id::text = ?", id);

        counting.countDue("an older edition", Instant.EPOCH);
        assertEquals(before, TestDatabase.text("select counted_by from consultation where id::text = ?", id));

        counting.countDue("a newer edition", Instant.now().plusSeconds(60));
        assertEquals(
                "a newer edition", TestDatabase.text("select counted_by from consultation where id::text = ?", id));
        deadlines(id).body("items[0].recounts", empty());
        TestDatabase.execute("delete from deadline_edition");
    }

    @Test
    void aCalendarMovesADeadlineInsteadOfShowingItTwiceAndTellsNothing() {
        JsonPath receipt = received("名前を出して悪口を書かれました", "unsure", "defamation");
        String id = receipt.getString("id");
        noted(id, "offender-known", TODAY.minusDays(3));

        String desk = calendar(IntakeClient.counsellor()
                .get(path(id) + "/calendar")
                .then()
                .statusCode(200)
                .contentType("text/calendar")
                .header("Content-Disposition", containsString(".ics")));
        String box = calendar(given().header("Confirmation-Code", receipt.getString("confirmationCode"))
                .get("/v1/mailbox/deadlines/calendar")
                .then()
                .statusCode(200));

        ICalendar read = Biweekly.parse(desk).first();
        assertTrue(read.validate(ICalVersion.V2_0).isEmpty());
        VEvent complaint = read.getEvents().getFirst();
        LocalDate last = LocalDate.parse(deadlines(id).extract().<String>path("items[0].lastDay"));
        assertTrue(desk.contains("DTSTART;VALUE=DATE:" + last.toString().replace("-", "") + "\r\n"), desk);
        assertFalse(desk.contains("告訴"), desk);
        assertEquals(
                Set.of(receipt.getString("receiptNumber") + " 期限"),
                read.getEvents().stream()
                        .map(one -> one.getSummary().getValue())
                        .collect(Collectors.toSet()));
        assertEquals(1, complaint.getSequence().getValue());
        assertEquals(2, read.getEvents().size());
        ICalendar carried = Biweekly.parse(box).first();
        assertEquals(
                complaint.getUid().getValue(),
                carried.getEvents().getFirst().getUid().getValue());
        assertFalse(box.contains(receipt.getString("receiptNumber")) || box.contains("告訴") || box.contains(id), box);
        assertTrue(box.contains("確かめる日"));

        noted(id, "offender-known", TODAY.minusDays(5));
        VEvent moved = Biweekly.parse(
                        IntakeClient.counsellor().get(path(id) + "/calendar").asString())
                .first()
                .getEvents()
                .getFirst();
        assertEquals(complaint.getUid().getValue(), moved.getUid().getValue());
        assertEquals(2, moved.getSequence().getValue());
    }

    private static String calendar(ValidatableResponse answer) {
        return answer.extract().asString();
    }

    @Test
    void aLookAtTheCaseLeavesItWhereItsDeadlineLiftsIt() {
        String id = aRespondent().getString("id");
        IntakeClient.take(id, "1");
        noted(id, "opinion-asked", TODAY.minusDays(12));
        awaitCounted(id);
        TestDatabase.execute("update consultation set unseen = true where id::text = ?", id);

        page("/desk/case/" + id);

        assertEquals(
                "f 2",
                TestDatabase.text(
                        "select left(unseen::text, 1) || ' ' || queue_rank from consultation where id::text = ?", id));
    }

    @Test
    void whatIsOverIsOverForTheConsulterAndAnEstimateIsNoEnd() {
        JsonPath receipt = received("お金を送りました https://bbs.example.com/x", "refund", "fraud");
        noted(receipt.getString("id"), "money-sent", TODAY.minusDays(8));
        noted(receipt.getString("id"), "posted", TODAY.minusDays(200));

        String box = boxPage(entered(receipt), "/box/deadlines");
        assertFalse(box.contains("<strong>すぐに</strong>"));
        assertTrue(box.contains("まだ間に合うこともあります"));
    }

    @Test
    void onlyWhoHasTheCodeOrTheCaseSeesItsDeadlines() {
        String id = received("相談です", "unsure").getString("id");

        given().auth()
                .oauth2(Tokens.staff("mori", "SIA", "counsellor"))
                .get(path(id))
                .then()
                .statusCode(404);
        given().header("Confirmation-Code", "000000000000")
                .get("/v1/mailbox/deadlines/calendar")
                .then()
                .statusCode(404);
        given().redirects().follow(false).get("/box/deadlines/calendar").then().statusCode(303);
        given().get("/box/deadlines").then().statusCode(200).body(not(containsString("日にちを知らせる")));
    }

    @Test
    void whatCameOfARequestEndsItsDay() {
        String id = received("https://bbs.example.com/" + UUID.randomUUID(), "delete_self")
                .getString("id");
        String target = IntakeClient.counsellor()
                .get("/v1/consultations/" + id + "/targets")
                .path("items[0].id");
        String requests = "/v1/consultations/" + id + "/targets/" + target + "/requests";
        String request = IntakeClient.sending(Map.of("form", "removal"))
                .auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .post(requests)
                .path("requestId");
        deadlines(id).body("items.period", hasItem("D1"));

        IntakeClient.sending(Map.of("result", "removed"))
                .auth()
                .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                .post(requests + "/" + request + "/answers")
                .then()
                .statusCode(201);

        deadlines(id).body("items.period", equalTo(List.of("D8")));
    }
}
