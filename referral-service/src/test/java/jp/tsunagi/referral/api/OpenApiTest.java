package jp.tsunagi.referral.api;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.tsunagi.testing.OpenApiRules;
import jp.tsunagi.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** The API's description lets a partner generate a client. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class OpenApiTest {

    @Test
    void everyOperationSaysWhatItTakesAndAnswers() {
        OpenApiRules.check();
    }
}
