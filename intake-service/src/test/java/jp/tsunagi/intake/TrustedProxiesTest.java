package jp.tsunagi.intake;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.StartupEvent;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies();

    @Test
    @Requirement({"R4.2", "F9"})
    void anEmptyListIsNotTakenForEverybody() {
        assertThrows(IllegalStateException.class, () -> proxies.check(new StartupEvent(), Optional.empty()));
        assertThrows(IllegalStateException.class, () -> proxies.check(new StartupEvent(), Optional.of(List.of())));
        assertDoesNotThrow(() -> proxies.check(new StartupEvent(), Optional.of(List.of("127.0.0.1"))));
    }
}
