package jp.tsunagi.intake;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.tsunagi.intake.mailbox.MailboxMessages;
import jp.tsunagi.intake.publicform.ConsultMessages;
import jp.tsunagi.intake.workbench.WorkbenchMessages;
import jp.tsunagi.testing.MessageRules;
import jp.tsunagi.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class MessagesTest {

    @Test
    void everyConstantHasATextInEveryLanguage() {
        MessageRules.everyConstantHasAText(
                IntakeProblemMessages.class, MailboxMessages.class, ConsultMessages.class, WorkbenchMessages.class);
    }
}
