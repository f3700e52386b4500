package jp.tsunagi.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.tsunagi.testing.Forgery;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What intake shows of referrals and desks is what their owner announced. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement({"F8", "P20"})
class ForgedEventsTest {

    @Test
    void aForgedReferralEventIsUndone() {
        String consultation = IntakeClient.aFullConsultation().getString("id");
        IntakeClient.answer(consultation, "1", "窓口に相談しました。").then().statusCode(201);

        assertMended(consultation, List.of("requested", "received", "accepted"), "rejected");

        assertEquals("accepted", IntakeClient.aCase(consultation).getString("referrals[0].status"));
        assertEquals(
                "referred", IntakeClient.aCase(consultation).getString("status"), "it came back and went out again");
        assertEquals(
                List.of("answer", "come-back", "stay-away"),
                TestDatabase.texts(
                        "select action from consultation_step where consultation_id::text = ? order by version",
                        consultation));
    }

    /** A case that the desk truly sent back is with us again at the end, although its whole history was told again. */
    @Test
    void aTrueReturnStaysWhenSomethingElseWasForged() {
        String consultation = IntakeClient.aFullConsultation().getString("id");

        assertMended(consultation, List.of("requested", "rejected", "entered-in-error"), "accepted");

        assertEquals("returned", IntakeClient.aCase(consultation).getString("status"));
    }

    @Test
    void aForgedDeskIsUndone() {
        String desk = UUID.randomUUID().toString();

        Forgery.assertMended(
                List.of(ContractEvents.desk(desk, 1), ContractEvents.desk(desk, 2), ContractEvents.desk(desk, 3)),
                ContractEvents.desk(desk, 90),
                () -> TestDatabase.count("select coalesce(max(version), 0) from desk where code = ?", desk));
    }

    private static void assertMended(String consultation, List<String> history, String forged) {
        String referral = UUID.randomUUID().toString();
        Forgery.assertMended(
                IntStream.rangeClosed(1, 3)
                        .mapToObj(version ->
                                ContractEvents.referralNews(history.get(version - 1), referral, consultation, version))
                        .toList(),
                ContractEvents.referralNews(forged, referral, consultation, 90),
                () -> TestDatabase.count(
                        "select coalesce(max(version), 0) from referral where id::text = ?", referral));
    }
}
