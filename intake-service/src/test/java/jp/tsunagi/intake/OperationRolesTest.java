package jp.tsunagi.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.tsunagi.testing.OperationRoles;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class OperationRolesTest {

    @Test
    @Requirement("R8.1")
    void everyOperationIsOpenToTheRolesOfTheTableAndToNoOther() {
        assertEquals(OperationRoles.expected(OperationRolesTest.class), OperationRoles.found());
    }

    @Test
    @Requirement("R2.1")
    void theDocumentSaysWhoMayBeginEachOperation() {
        assertEquals(OperationRoles.expected(OperationRolesTest.class), OperationRoles.described());
    }
}
