package jp.tsunagi.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.intake.receipt.ConfirmationCode;
import jp.tsunagi.platform.rowsecurity.RowAccess;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.testing.RowSecurityRules;
import jp.tsunagi.testing.TestDatabase;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database shows a case to its agency and to the consulter who brought the code, whatever the application asks. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement({"R8.2", "R8.5", "F14"})
class RowSecurityTest {

    /**
     * Tables without rows of one agency: desks are public; a mailbox session is found by the hash of its secret and holds
     * nothing that was told; the platform's own are read by no request.
     */
    private static final Set<String> OPEN = Set.of(
            "deadline_edition",
            "desk",
            "provider",
            "provider_change",
            "routing_guide",
            "rule_set_change",
            "mailbox_session",
            "audit",
            "audit_chain",
            "dead_letter",
            "inbox",
            "inbox_position",
            "outbox",
            "replay");

    /** We draw receipt numbers, and the id of an event is drawn by who announced it. */
    private static final Set<String> DRAWN = Set.of("consultation_receipt_number_key", "notification_pkey");

    private final RowAccess access;
    private final EntityManager entities;
    private final Consultations consultations;
    private final Desks desks;

    RowSecurityTest(RowAccess access, EntityManager entities, Consultations consultations, Desks desks) {
        this.access = access;
        this.entities = entities;
        this.consultations = consultations;
        this.desks = desks;
    }

    @BeforeEach
    void directory() {
        KnownDesks.announce(desks);
    }

    @Test
    @Requirement("R8.6")
    void theCatalogueIsAsItMustBe() {
        assertEquals(List.of(), RowSecurityRules.problems(OPEN, DRAWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"consultation_step", "search_term", "message", "consent", "referral"})
    void whatBelongsToACaseIsThereForItsAgencyOnly(String table) {
        String id = aCaseWithEverything();
        String query = "select distinct consultation_id::text from " + table + " where consultation_id = '" + id + "'";

        assertEquals(List.of(id), read(IntakeClient.counsellor(), query));
        assertEquals(List.of(), read(ofTokyo(), query));
        assertEquals(List.of(), read(given(), query), "a stranger");
    }

    @Test
    void aQueryWithoutAnyConditionFindsNothingForOthers() {
        IntakeClient.received("相談です");

        assertNotEquals(List.of(), read(IntakeClient.counsellor(), "select id::text from consultation"));
        assertEquals(List.of(), read(ofTokyo(), "select id::text from consultation"));
        assertEquals(List.of(), read(given(), "select id::text from consultation"));
    }

    @Test
    @Requirement("R3.8")
    void aConsulterOpensOneCaseAndNoOther() {
        String mine = IntakeClient.received("相談です").getString("id");
        String others = aCaseWithEverything();

        QuarkusTransaction.requiringNew().run(() -> {
            access.open(UUID.fromString(mine));
            assertEquals(List.of(mine), ask("select id::text from consultation"));
            assertEquals(List.of(), ask("select id::text from message where consultation_id = '" + others + "'"));
            assertEquals(
                    0,
                    entities.createNativeQuery("update consultation set assignee = 'x' where id = '" + others + "'")
                            .executeUpdate());
        });
        assertEquals(0, TestDatabase.count("select count(*) from consultation where assignee = 'x'"));
    }

    /** The one thing that a stranger may ask about all cases is which of them a code opens. */
    @Test
    void whatLooksUpACodeOpensNothingElse() {
        var receipt = IntakeClient.received("相談です");

        QuarkusTransaction.requiringNew().run(() -> {
            var code = ConfirmationCode.read(receipt.getString("confirmationCode"));
            assertEquals(
                    receipt.getString("id"),
                    consultations.findByCode(code).orElseThrow().toString());
            assertNull(ask("select acting_agency()").getFirst());
            assertEquals(List.of(), ask("select id::text from consultation"));
        });
    }

    @Test
    void theApplicationKeepsThemApartWithoutTheDatabase() {
        String id = IntakeClient.received("相談です").getString("id");
        TestDatabase.execute("alter table consultation disable row level security");
        try {
            assertTrue(read(ofTokyo(), "select id::text from consultation").contains(id), "it is off");
            ofTokyo().get("/v1/consultations/" + id).then().statusCode(404);
            ofTokyo().get("/v1/consultations").then().statusCode(200).body("items", hasSize(0));
        } finally {
            TestDatabase.execute("alter table consultation enable row level security");
        }
    }

    private static RequestSpecification ofTokyo() {
        return given().auth().oauth2(Tokens.staff("kimura", "TOKYO", "counsellor"));
    }

    /** Answered, and handed over with a consent told to the counsellor. */
    private static String aCaseWithEverything() {
        String id = IntakeClient.aFullConsultation().getString("id");
        IntakeClient.answer(id, "1", "まず証拠を残しましょう。").then().statusCode(201);
        IntakeClient.refer(id, "2", IntakeClient.aHandover("SIA_HIBO", "narrative", "urls", "contact"))
                .then()
                .statusCode(202);
        return id;
    }

    private static List<String> read(RequestSpecification who, String query) {
        return who.queryParam("sql", query)
                .get("/forgetful")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
    }

    private List<?> ask(String query) {
        return entities.createNativeQuery(query).getResultList();
    }
}
