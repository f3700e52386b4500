package jp.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import jp.tsunagi.platform.idempotency.ForgettingOldKeys;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class ForgettingOldKeysTest {

    @Inject
    ForgettingOldKeys forgetting;

    @Test
    @Requirement("R2.6")
    void aKeyOfAnyClientIsKeptForSevenDays() {
        for (String client : List.of("SIA/keys", "/keys", "keys")) {
            TestDatabase.execute("""
                    insert into idempotency (client, key, fingerprint, created_at) values
                    (?, 'young', 'x', now() - interval '167 h'), (?, 'old', 'x', now() - interval '169 h')""", client, client);
        }

        forgetting.forgetOld();

        assertEquals(
                List.of("/keys young", "SIA/keys young", "keys young"),
                TestDatabase.texts(
                        "select client || ' ' || key from idempotency where client like '%keys' order by 1"));
        TestDatabase.execute("delete from idempotency where client like '%keys'");
    }
}
