package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.platform.page.PhoneNumbers;
import jp.tsunagi.testing.EventExamples.Example;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestKafka;
import jp.tsunagi.testing.Tokens;
import jp.tsunagi.vocabulary.DeskMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every desk of the real directory in every mode: whatever way a case goes, it arrives or somebody still has it. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class EveryDeskTest {

    private static final String COUNSELLOR = "sato";
    private static final String DUE = "2026-12-01T08:00:00Z";
    private static final List<ObjectNode> DIRECTORY = RealDirectory.announcements();

    private final Desks desks;

    EveryDeskTest(Desks desks) {
        this.desks = desks;
    }

    /** One case on its way to one desk. */
    private record Walk(Desk desk, JsonPath receipt, String referral) {

        String id() {
            return receipt.getString("id");
        }

        JsonPath file() {
            return IntakeClient.aCase(id());
        }

        String code() {
            return receipt.getString("confirmationCode");
        }

        Example news(String step, long version) {
            Example news = ContractEvents.referralNews(step, referral, id(), version);
            news.data()
                    .put("targetDesk", desk.code())
                    .put("carried", !desk.mode().arrivesByItself())
                    .put("due", step.equals("requested") ? DUE : null);
            return news;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyDeskIsReachedOrSomebodyStillHasTheCase(DeskMode mode) {
        List<Walk> walks = new ArrayList<>();
        for (Desk desk : announcedIn(mode)) {
            JsonPath receipt = IntakeClient.received(request(desk));
            thePageSaysHowTheDeskIsReached(desk, receipt.getString("id"));
            Response answer = refer(desk, receipt.getString("id"));
            if (desk.accepting() && !desk.agency().equals("IHAHO")) {
                answer.then().statusCode(202);
                walks.add(new Walk(desk, receipt, answer.path("referralId")));
            } else {
                answer.then().statusCode(422);
                assertEquals(
                        List.of(), IntakeClient.aCase(receipt.getString("id")).getList("referrals"));
            }
        }
        assertEquals(DIRECTORY.size() - 2, walks.size(), "our own desk and that of the ministry take nothing");

        haveNotArrived(walks, false);
        hear("requested", 2, walks);
        if (!mode.arrivesByItself()) {
            haveNotArrived(walks, true);
            if (mode == DeskMode.PRINT) {
                walks.forEach(EveryDeskTest::theSlipCanBePrinted);
            }
            hear("received", 3, walks);
        }
        haveArrived(walks);

        List<Walk> taken = walks.subList(0, walks.size() / 2);
        List<Walk> refused = walks.subList(walks.size() / 2, walks.size());
        hear("completed", 4, taken);
        hear("rejected", 4, refused);
        taken.forEach(walk -> isHeld(walk, "in-progress"));
        refused.forEach(walk -> isHeld(walk, "returned"));
    }

    /** It is in the list of what has not arrived, with whose it is, and with its date as soon as that is known. */
    private static void haveNotArrived(List<Walk> walks, boolean areDated) {
        Map<String, Map<String, Object>> waiting = undelivered();
        walks.forEach(walk -> hasNotArrived(walk, waiting.get(walk.referral), areDated));
    }

    private static void hasNotArrived(Walk walk, Map<String, Object> line, boolean isDated) {
        boolean outside = !walk.desk.mode().arrivesByItself();
        JsonPath file = isHeld(walk, outside ? "in-progress" : "referred");
        assertEquals(outside ? "undelivered" : "sending", file.getString("referrals[0].status"), walk.desk.code());
        assertNotNull(line, walk.desk.code());
        assertEquals(COUNSELLOR, line.get("requestedByName"), walk.desk.code());
        if (isDated) {
            assertEquals(DUE, line.get("due"), walk.desk.code());
        }
        assertEquals(
                outside ? walk.desk.mode().code() : null,
                IntakeClient.mailbox(walk.code()).getString("referrals[0].reach.mode"),
                walk.desk.code());
    }

    private static void haveArrived(List<Walk> walks) {
        Map<String, Map<String, Object>> waiting = undelivered();
        walks.forEach(walk -> hasArrived(walk, waiting));
    }

    private static void hasArrived(Walk walk, Map<String, Map<String, Object>> waiting) {
        isHeld(walk, "referred");
        assertFalse(waiting.containsKey(walk.referral), walk.desk.code());
        assertNull(IntakeClient.mailbox(walk.code()).get("referrals[0].reach"), walk.desk.code());
    }

    /** No way leaves a case with nobody. */
    private static JsonPath isHeld(Walk walk, String status) {
        JsonPath file = walk.file();
        assertEquals(status, file.getString("status"), walk.desk.code());
        assertEquals(COUNSELLOR, file.getString("assignee"), walk.desk.code());
        return file;
    }

    private static void thePageSaysHowTheDeskIsReached(Desk desk, String id) {
        String page = page("/desk/case/" + id + "/refer/" + desk.code());
        boolean isOffered = !desk.agency().equals("IHAHO");
        boolean outside = !desk.mode().arrivesByItself();
        assertEquals(isOffered && outside, page.contains("画面からは届かない窓口です"), desk.code());
        if (isOffered && outside && desk.profile().phone() != null) {
            PhoneNumbers.phoneParts(desk.profile().phone()).stream()
                    .filter(part -> part.uri() != null)
                    .forEach(part -> assertTrue(page.contains("href=\"" + part.uri() + "\""), desk.code()));
        }
    }

    private static void theSlipCanBePrinted(Walk walk) {
        String slip = page("/desk/case/" + walk.id() + "/referrals/" + walk.referral + "/slip");
        assertTrue(slip.contains("<svg class=\"qr\""), walk.desk.code());
        assertTrue(slip.contains(walk.desk.name().ja()), walk.desk.code());
    }

    /** Every hand-over that nobody has said to have arrived, by its id. */
    private static Map<String, Map<String, Object>> undelivered() {
        Map<String, Map<String, Object>> all = new HashMap<>();
        String cursor = null;
        do {
            var asked = IntakeClient.counsellor();
            if (cursor != null) {
                asked.queryParam("cursor", cursor);
            }
            JsonPath list = asked.get("/v1/consultations/referrals?view=undelivered&limit=100")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            list.<Map<String, Object>>getList("items.referral").forEach(one -> all.put((String) one.get("id"), one));
            cursor = list.getString("next");
        } while (cursor != null);
        return all;
    }

    /** Somebody whom the desk takes. */
    private static Map<String, Object> request(Desk desk) {
        Map<String, Object> request = new HashMap<>(IntakeClient.aFullRequest("delete_by_other"));
        String age = desk.profile().acceptedAgeBands().stream()
                .map(band -> band.code())
                .sorted()
                .findFirst()
                .orElse("30-39");
        request.put("consulter", Map.of("type", "victim_self", "ageBand", age, "callName", "はる香"));
        return request;
    }

    private static Response refer(Desk desk, String id) {
        String[] fields = desk.profile().requiredFields().stream()
                .map(field -> field.code())
                .toArray(String[]::new);
        return IntakeClient.refer(id, "1", IntakeClient.aHandover(desk.code(), fields));
    }

    private static String page(String path) {
        return given().auth()
                .oauth2(Tokens.staff(COUNSELLOR, "IHAHO", "counsellor"))
                .accept("text/html")
                .header("Accept-Language", "ja")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** The whole directory with this as the usual way, beside the desks of other tests. */
    private List<Desk> announcedIn(DeskMode mode) {
        List<Example> entries = DIRECTORY.stream()
                .map(entry -> announcement("W_" + entry.get("desk").textValue(), mode, entry))
                .toList();
        TestKafka.sendAll(entries);
        patiently(
                "directory",
                () -> entries.stream()
                        .allMatch(entry -> find(entry.key())
                                .filter(known -> known.mode() == mode)
                                .isPresent()));
        return entries.stream().map(entry -> find(entry.key()).orElseThrow()).toList();
    }

    private static Example announcement(String code, DeskMode mode, ObjectNode entry) {
        long version = 1 + mode.ordinal();
        Example announced = ContractEvents.desk(code, version);
        ObjectNode data = announced.data();
        data.setAll(entry);
        data.put("desk", code).put("version", version).putArray("modes").add(mode.code());
        return announced;
    }

    /** Anew from the table each time. */
    private Optional<Desk> find(String code) {
        return QuarkusTransaction.requiringNew().call(() -> desks.find(code));
    }

    /** The other side tells the same step of every case, and intake has heard it. */
    private static void hear(String step, long version, List<Walk> walks) {
        TestKafka.sendAll(walks.stream().map(walk -> walk.news(step, version)).toList());
        patiently(step, () -> walks.stream().allMatch(walk -> walk.file().getLong("referrals[0].version") == version));
    }

    private static void patiently(String what, BooleanSupplier claim) {
        await(what).pollInSameThread().atMost(Duration.ofSeconds(30)).until(claim::getAsBoolean);
    }
}
