package jp.tsunagi.gateway;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.tsunagi.testing.MessageRules;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayTestResource.class)
class GatewayMessagesTest {

    @Test
    void everyConstantHasATextInEveryLanguage() {
        MessageRules.everyConstantHasAText();
    }
}
