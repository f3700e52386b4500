package jp.tsunagi.intake;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start with an empty list of proxies whose word about the caller's address is taken. Quarkus reads an empty
 * list as "everybody", and then whoever guesses confirmation codes names a new address with every guess.
 */
@ApplicationScoped
class TrustedProxies {

    void check(
            @Observes StartupEvent start,
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> trusted) {
        if (trusted.filter(list -> !list.isEmpty()).isEmpty()) {
            throw new IllegalStateException("TSUNAGI_TRUSTED_PROXIES is empty; name the gateway, or leave it out");
        }
    }
}
