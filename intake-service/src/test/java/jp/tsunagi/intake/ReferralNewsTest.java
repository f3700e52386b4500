package jp.tsunagi.intake;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hearing how a hand-over goes, and what the directory says. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class ReferralNewsTest {

    private static final Pattern NEXT = Pattern.compile("次に取り次ぐなら: <a href=\"/desk/case/[0-9a-f-]{36}/refer/(\\w+)\">");

    private final Database database;
    private final Desks desks;

    ReferralNewsTest(Database database, Desks desks) {
        this.database = database;
        this.desks = desks;
    }

    @BeforeEach
    void theDirectoryIsKnown() {
        KnownDesks.announce(desks);
    }

    @Test
    void aRejectedCaseIsBackOnTopWithReasonAndBetterDesk() {
        String id = IntakeClient.aFullConsultation().getString("id");
        String referral = IntakeClient.referred(id);

        announce("rejected", referral, id, 4);
        await("returned")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> "returned".equals(IntakeClient.aCase(id).getString("status")));

        assertEquals("not-in-remit", IntakeClient.aCase(id).getString("returned.reason"));
        assertEquals("MOJ_JINKEN", IntakeClient.aCase(id).getString("returned.suggestedDesk"));
        IntakeClient.counsellor()
                .get("/v1/consultations?status=returned&limit=100")
                .then()
                .body("items.id", hasItem(id));
    }

    @Test
    @DisplayName("UX-32: the case says where to turn to next: where the desk pointed, but to none that has had it")
    void aRejectedCaseSaysWhereToTurnToNext() {
        String id = IntakeClient.aFullConsultation().getString("id");
        announce("rejected", IntakeClient.referred(id), id, 4, data -> data.put("suggestedDesk", "STORY"));
        awaitReturned("SIA_HIBO", id);
        assertEquals("STORY", nextDesk(id));

        String again = IntakeClient.refer(
                        id,
                        IntakeClient.aCase(id).getString("version"),
                        IntakeClient.aHandover("STORY", "narrative", "urls", "contact"))
                .then()
                .statusCode(202)
                .extract()
                .path("referralId");
        announce(
                "rejected",
                again,
                id,
                4,
                data -> data.put("targetDesk", "STORY").put("suggestedDesk", "SIA_HIBO"));
        awaitReturned("STORY", id);
        assertFalse(Set.of("SIA_HIBO", "STORY").contains(nextDesk(id)), () -> nextDesk(id));
    }

    private static void awaitReturned(String desk, String id) {
        await("returned from " + desk)
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> desk.equals(IntakeClient.aCase(id).getString("returned.desk")));
    }

    /** Empty when no desk is left. */
    private static String nextDesk(String id) {
        String page = IntakeClient.counsellor()
                .accept("text/html")
                .header("Accept-Language", "ja")
                .get("/desk/case/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var link = NEXT.matcher(page);
        return link.find() ? link.group(1) : "";
    }

    @ParameterizedTest
    @CsvSource({
        "rejected, subject-declined, 本人が望まない",
        "not-delivered, desk-not-accepting, 受付停止中",
        "not-delivered, invented-tomorrow, 届けられなかった"
    })
    @Requirement("R4.10")
    void aReasonNeverShowsAsACode(String event, String reason, String label) {
        JsonPath receipt = IntakeClient.aFullConsultation();
        String id = receipt.getString("id");
        announce(event, IntakeClient.referred(id), id, 4, data -> data.put("reasonCode", reason));
        await("returned")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> "returned".equals(IntakeClient.aCase(id).getString("status")));

        assertEquals(reason, IntakeClient.aCase(id).getString("returned.reason"));
        for (String page : List.of("/desk/case/" + id, "/desk/queue?number=" + receipt.getString("receiptNumber"))) {
            IntakeClient.counsellor()
                    .accept("text/html")
                    .get(page)
                    .then()
                    .statusCode(200)
                    .body(containsString(label))
                    .body(not(containsString(reason)));
        }
    }

    @Test
    @Requirement("P4")
    void aReferralIsFollowedOnceAndOldNewsIsIgnored() {
        String id = IntakeClient.aFullConsultation().getString("id");
        String referral = IntakeClient.referred(id);

        String eventId = UUID.randomUUID().toString();
        TestKafka.send(event("accepted", referral, id, 4, data -> {}), eventId);
        TestKafka.send(event("accepted", referral, id, 4, data -> {}), eventId);
        announce("received", referral, id, 3);
        announce("completed", referral, id, 6);
        await("completed")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> "completed".equals(IntakeClient.aCase(id).getString("referrals[0].status")));

        assertEquals("in-progress", IntakeClient.aCase(id).getString("status"));
        assertEquals("content-removed", IntakeClient.aCase(id).getString("referrals[0].outcomeCodes[0]"));
        assertEquals(1, database.count("inbox", "event_id", eventId));
        assertEquals(6, IntakeClient.aCase(id).getInt("referrals[0].version"));
    }

    @Test
    void aReferralThatCouldNotBeDeliveredComesBackToo() {
        String id = IntakeClient.aFullConsultation().getString("id");

        announce("not-delivered", IntakeClient.referred(id), id, 1);

        await("returned")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> "returned".equals(IntakeClient.aCase(id).getString("status")));
        assertEquals("not-delivered", IntakeClient.aCase(id).getString("referrals[0].status"));
    }

    @Test
    void anotherAgencysReferralThatNamesOurCaseDoesNotMoveIt() {
        String id = IntakeClient.aFullConsultation().getString("id");
        String ours = IntakeClient.referred(id);
        String theirs = UUID.randomUUID().toString();

        awaitWorkedIn(announce("rejected", theirs, id, 2, data -> data.put("originAgency", "SIA")));

        assertEquals(List.of(ours), IntakeClient.aCase(id).getList("referrals.id"));
        assertEquals("referred", IntakeClient.aCase(id).getString("status"));
    }

    @Test
    @Requirement("P4")
    void anOlderDirectoryEntryDoesNotReplaceANewerOne() {
        IntakeClient.announceDesk("AGING", data -> data.put("version", 3).put("nameJa", "新しい名前"));
        awaitWorkedIn(IntakeClient.announceDesk(
                "AGING", data -> data.put("version", 2).put("nameJa", "古い名前")));

        assertEquals("新しい名前", desks.find("AGING").orElseThrow().name().ja());
    }

    /** An event that changes nothing has still come in: after it, and all before it of its key, nothing is pending. */
    private void awaitWorkedIn(String eventId) {
        await("event " + eventId)
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> database.count("inbox", "event_id", eventId) == 1);
    }

    private static void announce(String name, String referral, String consultation, long version) {
        announce(name, referral, consultation, version, data -> {});
    }

    private static String announce(
            String name, String referral, String consultation, long version, Consumer<ObjectNode> change) {
        return TestKafka.send(event(name, referral, consultation, version, change));
    }

    private static EventExamples.Example event(
            String name, String referral, String consultation, long version, Consumer<ObjectNode> change) {
        EventExamples.Example example = ContractEvents.referralNews(name, referral, consultation, version);
        change.accept(example.data());
        return example;
    }
}
