package jp.tsunagi.referral.api;

import static jp.tsunagi.referral.ReferralClient.as;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagi.referral.ReferralClient;
import jp.tsunagi.testing.Outage;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;

/** While PostgreSQL dies again and again, no agency is shown what was sent to another. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement("P13")
class SecrecyDuringOutageTest {

    private static final Map<String, String> DESKS = Map.of("SIA", "SIA_HIBO", "MOJ", "MOJ_JINKEN");

    private final Map<String, String> sent = new HashMap<>();
    private final AtomicInteger shown = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    @Test
    void everyAnswerIsAboutTheAgencyThatAsks() throws Exception {
        ReferralClient.importDirectory();
        DESKS.forEach((agency, desk) -> {
            var body = ReferralClient.body(ReferralClient.fresh(), desk);
            body.withObject("/disclosedData").put("summary", canary(agency));
            sent.put(
                    agency,
                    ReferralClient.create(ReferralClient.origin(), body)
                            .statusCode(201)
                            .extract()
                            .path("id"));
        });

        try (var outage = new Outage();
                var people = Executors.newFixedThreadPool(DESKS.size())) {
            outage.during(() -> {
                long end = System.nanoTime() + Outage.time().toNanos();
                List<Future<?>> all = new ArrayList<>();
                for (String agency : DESKS.keySet()) {
                    all.add(people.submit(() -> {
                        while (System.nanoTime() < end) {
                            ask(agency);
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

    private void ask(String agency) {
        String token = Tokens.machine("agency-" + agency.toLowerCase(java.util.Locale.ROOT), agency, "referral:read");
        for (String owner : DESKS.keySet()) {
            Response answer = as(token).get("/v1/referrals/" + sent.get(owner));
            check(agency, answer);
            if (!owner.equals(agency)) {
                assertTrue(answer.statusCode() >= 400, owner + "'s was shown to " + agency);
            } else if (answer.statusCode() == 200) {
                assertTrue(answer.asString().contains(canary(agency)), answer.asString());
                shown.incrementAndGet();
            }
        }
        check(agency, as(token).get("/v1/referrals?limit=100"));
    }

    private void check(String agency, Response answer) {
        String body = answer.asString();
        DESKS.keySet().stream().filter(other -> !other.equals(agency)).forEach(other -> {
            assertFalse(body.contains(canary(other)), "of " + other + " to " + agency);
            assertFalse(answer.statusCode() == 200 && body.contains(sent.get(other)), "of " + other + " to " + agency);
        });
        if (answer.statusCode() >= 500) {
            failed.incrementAndGet();
        }
    }

    private static String canary(String agency) {
        return "canarysecrecy" + agency + "x";
    }
}
