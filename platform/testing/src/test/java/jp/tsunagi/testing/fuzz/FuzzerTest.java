package jp.tsunagi.testing.fuzz;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class FuzzerTest {

    @Test
    void thePlatformTakesEverythingWell() {
        Fuzzer.ofThisService()
                .as("a counsellor", () -> Tokens.staff("sato", "IHAHO", "counsellor"))
                .only("/v1/notes")
                .run();
    }
}
