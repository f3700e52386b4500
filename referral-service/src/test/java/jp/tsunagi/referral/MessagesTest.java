package jp.tsunagi.referral;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.tsunagi.testing.MessageRules;
import jp.tsunagi.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** No page and no problem ever shows a raw code, in any language. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class MessagesTest {

    @Test
    void everyCodeAndEveryProblemHasAText() {
        MessageRules.everyConstantHasAText();
    }
}
