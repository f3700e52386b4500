package jp.tsunagi.intake;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.TestMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Addresses with a mistake, or that ended long ago: their mails are never taken. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class RefusedMailTest {

    /** More than the sender takes up at once. */
    private static final int MANY = 25;

    private static final String UNHEARD = "お知らせのメールが届いていません";

    private final List<String> refused = new ArrayList<>();

    @AfterEach
    void nobodyWaitsForThem() {
        refused.forEach(
                id -> TestDatabase.execute("delete from notification where consultation_id = cast(? as uuid)", id));
    }

    @Test
    void theyKeepNobodyElseWaitingAndTheCounsellorSeesThatThePersonMayNotKnow() {
        for (int i = 0; i < MANY; i++) {
            refused.add(answered(UUID.randomUUID() + TestMail.REFUSED));
        }
        String address = UUID.randomUUID() + "@example.com";
        String told = answered(address);

        await("the mail that is taken")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(90))
                .until(() -> TestMail.to(address).size() == 1);
        await("the counsellor is told")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(90))
                .until(() -> casePage(refused.getFirst()).contains(UNHEARD));
        assertFalse(casePage(told).contains(UNHEARD));
        assertEquals(1, TestMail.to(address).size());
    }

    /** A consultation that has an answer. */
    private static String answered(String address) {
        String id =
                IntakeClient.received(Map.of("text", "メール", "contact", address)).getString("id");
        IntakeClient.answer(id, "1", "返事").then().statusCode(201);
        return id;
    }

    private static String casePage(String id) {
        return IntakeClient.counsellor()
                .accept("text/html")
                .get("/desk/case/" + id)
                .asString();
    }
}
