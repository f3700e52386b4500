package jp.tsunagi.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.testing.EventExamples;
import jp.tsunagi.testing.EventExamples.Example;
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
        String referral = UUID.randomUUID().toString();

        Forgery.assertMended(
                List.of(
                        news("requested", referral, consultation, 1),
                        news("received", referral, consultation, 2),
                        news("accepted", referral, consultation, 3)),
                news("rejected", referral, consultation, 90),
                () -> TestDatabase.count(
                        "select coalesce(max(version), 0) from referral where id::text = ?", referral));

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
        String referral = UUID.randomUUID().toString();

        Forgery.assertMended(
                List.of(
                        news("requested", referral, consultation, 1),
                        news("rejected", referral, consultation, 2),
                        news("entered-in-error", referral, consultation, 3)),
                news("accepted", referral, consultation, 90),
                () -> TestDatabase.count(
                        "select coalesce(max(version), 0) from referral where id::text = ?", referral));

        assertEquals("returned", IntakeClient.aCase(consultation).getString("status"));
    }

    @Test
    void aForgedDeskIsUndone() {
        String desk = UUID.randomUUID().toString();

        Forgery.assertMended(
                List.of(desk(desk, 1), desk(desk, 2), desk(desk, 3)),
                desk(desk, 90),
                () -> TestDatabase.count("select coalesce(max(version), 0) from desk where code = ?", desk));
    }

    private static Example news(String step, String referral, String consultation, int version) {
        Example example = EventExamples.read("jp.tsunagi.referral." + step + ".v1");
        example.data()
                .put("referralId", referral)
                .put("consultationId", consultation)
                .put("originAgency", "IHAHO")
                .put("version", version);
        return new Example(
                example.topic(), example.type(), example.source(), "referral/" + referral, version, example.data());
    }

    private static Example desk(String code, int version) {
        Example example = EventExamples.read("jp.tsunagi.desk.changed.v1");
        example.data().put("desk", code).put("version", version);
        return new Example(example.topic(), example.type(), example.source(), "desk/" + code, version, example.data());
    }
}
