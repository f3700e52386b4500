package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jp.tsunagi.platform.sealing.SignedStatements;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
@Requirement("R4.5")
class SignedStatementsTest {

    private static final String TYPE = "handover+jwt";

    @Inject
    SignedStatements statements;

    @Test
    void aSignedStatementReadsBackAsItWasSaid() {
        String token = statements.sign(TYPE, "referral/1", "{\"recipient\":\"SIA_HIBO\"}");

        assertTrue(statements.verify(TYPE, "referral/1", token).contains("\"recipient\":\"SIA_HIBO\""));
    }

    @Test
    void aStatementAboutAnotherRecordOrOfAnotherKindOrChangedIsRefused() {
        String token = statements.sign(TYPE, "referral/1", "{}");
        String[] parts = token.split("\\.");
        String otherBody = statements.sign(TYPE, "referral/2", "{}").split("\\.")[1];

        assertRefused(TYPE, "referral/2", token);
        assertRefused("withdrawal+jwt", "referral/1", token);
        assertRefused(TYPE, "referral/2", parts[0] + "." + otherBody + "." + parts[2]);
        assertRefused(TYPE, "referral/1", parts[0] + "." + parts[1] + ".");
        assertRefused(TYPE, "referral/1", "no token");
    }

    private void assertRefused(String type, String subject, String token) {
        assertThrows(IllegalArgumentException.class, () -> statements.verify(type, subject, token));
    }
}
