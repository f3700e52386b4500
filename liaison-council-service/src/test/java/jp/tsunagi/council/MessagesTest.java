package jp.tsunagi.council;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.tsunagi.testing.MessageRules;
import jp.tsunagi.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class MessagesTest {

    @Test
    void everyConstantHasATextInEveryLanguage() {
        MessageRules.everyConstantHasAText();
    }
}
