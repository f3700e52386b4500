package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagi.testing.Outage;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;

/** While PostgreSQL dies again and again, nobody is shown what belongs to somebody else. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement("P13")
class SecrecyDuringOutageTest {

    private static final int CONSULTERS = 6;
    private static final String CANARY = "canarysecrecy";

    private final AtomicInteger shown = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    @Test
    void everyAnswerIsAboutWhoAsks() throws Exception {
        List<JsonPath> receipts = new ArrayList<>();
        for (int i = 0; i < CONSULTERS; i++) {
            receipts.add(IntakeClient.received("相談 " + canary(i)));
            IntakeClient.answer(receipts.get(i).getString("id"), "1", "回答 " + canary(i))
                    .then()
                    .statusCode(201);
        }

        try (var outage = new Outage();
                var people = Executors.newFixedThreadPool(CONSULTERS)) {
            outage.during(() -> {
                long end = System.nanoTime() + Outage.time().toNanos();
                List<Future<?>> all = new ArrayList<>();
                for (int i = 0; i < CONSULTERS; i++) {
                    int who = i;
                    all.add(people.submit(() -> {
                        while (System.nanoTime() < end) {
                            askEverything(who, receipts.get(who));
                        }
                    }));
                }
                for (Future<?> one : all) {
                    one.get();
                }
                return null;
            });
        }

        assertTrue(shown.get() > 5, shown + " answers");
        assertTrue(failed.get() > 0, "nothing failed");
    }

    private void askEverything(int who, JsonPath receipt) {
        String from = "10.77.0." + (1 + who);
        String code = receipt.getString("confirmationCode");
        check(
                who,
                given().header("X-Forwarded-For", from)
                        .header("Confirmation-Code", code)
                        .get("/v1/mailbox"));
        check(
                who,
                IntakeClient.sending(Map.of("text", "返事 " + canary(who)))
                        .header("X-Forwarded-For", from)
                        .header("Confirmation-Code", code)
                        .post("/v1/mailbox/messages"));
        check(
                who,
                given().auth()
                        .oauth2(Tokens.staff("sato", "IHAHO", "counsellor"))
                        .get("/v1/consultations/" + receipt.getString("id")));
        Response foreign = given().auth()
                .oauth2(Tokens.staff("kimura", "SIA", "counsellor"))
                .get("/v1/consultations/" + receipt.getString("id"));
        assertTrue(foreign.statusCode() >= 400, "another agency: " + foreign.statusCode());
        check(-1, foreign);
        check(
                -1,
                given().header("X-Forwarded-For", "10.78.0." + (1 + who))
                        .header("Confirmation-Code", UUID.randomUUID().toString())
                        .header("Accept-Language", "en")
                        .get("/v1/mailbox"));
    }

    private void check(int who, Response answer) {
        String body = answer.asString();
        for (int other = 0; other < CONSULTERS; other++) {
            if (other != who) {
                assertEquals(-1, body.indexOf(canary(other)), "of " + other + " to " + who);
            }
        }
        if (answer.statusCode() == 200) {
            assertTrue(body.contains(canary(who)), body);
            shown.incrementAndGet();
        } else if (answer.statusCode() >= 500) {
            assertEquals(-1, body.indexOf(CANARY), body);
            failed.incrementAndGet();
        }
    }

    private static String canary(int who) {
        return CANARY + who + "x";
    }
}
