package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A part dies without warning in the middle of a life: nothing is lost, and nothing happens twice. */
@ExtendWith(World.Shared.class)
@Tag("P1")
class CrashJourney {

    @Test
    @Tag("P3")
    @Tag("P7")
    @Tag("P15")
    void aHandOverMadeWhileTheDeskAndTheBrokerAreDeadArrivesOnceWhenTheyAreBack(World world) {
        try (var phone = world.phone();
                var computer = world.computer();
                var council = new Council(world)) {
            int before = council.referralsTo("誹謗中傷ホットライン");
            var receipt = new Consulter(phone).consult();
            var counsellor = new Counsellor(computer);
            String consultation = counsellor.signInAndOpen(receipt.number());

            world.stack().kill("referral");
            world.stack().kill("kafka");
            counsellor.refer("SIA_HIBO");
            world.stack().kill("intake");
            world.stack().restart("intake");
            world.stack().restart("kafka");
            world.stack().restart("referral");

            var machine = world.machine("agency-sia");
            var sia = new Partner(machine);
            String referral = sia.awaitArrival(consultation);
            assertEquals(200, machine.command(referral, "accept", "{}").status());
            world.stack().kill("referral");
            world.stack().restart("referral");
            assertEquals("accepted", sia.status(referral));
            assertEquals(1, sia.inboxOf(consultation).size());
            computer.waitsForBadge("受理");
            Eventually.isTrue("the council counts it once", () -> council.referralsTo("誹謗中傷ホットライン") == before + 1);
        }
    }

    @Test
    @Tag("P2")
    void aConsultationSentAgainAfterACrashIsStillOneConsultation(World world) {
        var anybody = world.machine("agency-sia");
        String key = UUID.randomUUID().toString();
        String body = "{\"text\":\"送信中に電源が切れた相談です。\"}";
        var first = anybody.postAsNobody("/v1/consultations", key, body);
        assertEquals(201, first.status());

        world.stack().kill("intake");
        world.stack().restart("intake");
        var again = anybody.postAsNobody("/v1/consultations", key, body);

        assertEquals(201, again.status());
        assertEquals(first.body(), again.body());
        assertEquals("true", again.replayed());
    }

    @Test
    @Tag("P17")
    void withTheDatabaseDeadForAMomentTheServicesComeBackByThemselves(World world) {
        var sia = world.machine("agency-sia");

        world.stack().kill("postgres");
        world.stack().restart("postgres");

        Eventually.isTrue(
                "the services answer again",
                () -> sia.get("/v1/referrals?box=inbox").status() == 200
                        && sia.getAsNobody("/v1/statistics").status() == 200);
        try (var phone = world.phoneWithoutScripts()) {
            new Consulter(phone).consult();
        }
    }

    @Test
    @Tag("P17")
    void withTheGatewayRestartedStaffSignInAgainAndGoOn(World world) {
        try (var computer = world.computer()) {
            computer.openAs("sato", "/desk/queue");
            world.stack().kill("gateway");
            world.stack().restart("gateway");

            // Keycloak still knows the person: one redirect there and back, nothing to type.
            assertEquals(200, computer.open("/desk/queue"));
            computer.sees("相談一覧");
        }
    }

    @Test
    @Tag("P15")
    void withEveryOtherPartDeadAConsulterIsStillHeardAndReadsTheMailbox(World world) {
        List<String> others = List.of("kafka", "keycloak", "mail", "referral", "council");
        others.forEach(world.stack()::kill);
        try (var phone = world.phoneWithoutScripts()) {
            var consulter = new Consulter(phone);
            consulter.openBox(consulter.consult());
        } finally {
            others.forEach(world.stack()::restart);
        }
    }
}
