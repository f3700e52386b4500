package jp.tsunagi.gateway;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** What differs between places where the gateway stands. */
@ConfigMapping(prefix = "gateway")
public interface Settings {

    /** The address people type. Redirects, and whether cookies and HSTS ask for https, follow from it. */
    URI publicUrl();

    /** Keycloak's realm. */
    URI issuer();

    /** The gateway's own secret at Keycloak. */
    String secret();

    /** Cookies over https only. Quarkus cannot derive it from the public address, so {@link Check} compares them. */
    boolean secureCookies();

    /** Where the services listen, by {@link Neighbour}. */
    Map<String, URI> services();

    Budget everything();

    Budget writing();

    /**
     * How much one source address may ask. A school or an agency is many people behind one address: too small a burst
     * locks out a class, too large a one lets a machine guess receipts.
     */
    interface Budget {
        long burst();

        long refill();

        @WithDefault("1m")
        Duration per();
    }

    default boolean isHttps() {
        return "https".equals(publicUrl().getScheme());
    }

    /** Refuses to start with settings that would leak a session. */
    class Check {
        void atStart(@Observes StartupEvent start, Settings settings) {
            if (settings.isHttps() && !settings.secureCookies()) {
                throw new IllegalStateException(
                        "TSUNAGI_PUBLIC_URL is https, so set TSUNAGI_SECURE_COOKIES=true: the session cookie must not travel over http.");
            }
        }
    }
}
