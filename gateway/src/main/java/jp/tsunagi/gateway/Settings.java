package jp.tsunagi.gateway;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** Configuration of the gateway. */
@ConfigMapping(prefix = "gateway")
public interface Settings {

    /** The public address of the site. Redirects and HSTS follow from it. */
    URI publicUrl();

    /** Keycloak's realm. */
    URI issuer();

    /** The gateway's client secret at Keycloak. */
    String secret();

    /** Cookies over https only. Quarkus cannot derive it from the public address, so {@link Check} compares them. */
    boolean secureCookies();

    /** Addresses of the services. */
    Map<Backend, URI> services();

    Budget everything();

    Budget writing();

    /**
     * Requests of one source that have begun and are not answered: so many with a body, and so many without. Twice this
     * is less than the 64 connections to a service, so one source cannot take them all. A request takes a fraction of a
     * second: a school of 600 that sends within half a minute has fewer than 20 open.
     */
    @WithDefault("30")
    int openRequestsPerSource();

    /** From the header of a request to the end of its body. 256 KB in this time are 200 kbit/s, a mobile line. */
    @WithDefault("10s")
    Duration bodyDeadline();

    /** Bodies that are being read or forwarded, all together. The heap holds them. */
    @WithDefault("64M")
    MemorySize bufferedBodies();

    /**
     * Token bucket of one source address. A school or an agency is many people behind one address: a burst that is too
     * small locks out a class, one that is too large lets a machine guess confirmation codes.
     */
    interface Budget {
        long burst();

        long refill();

        @WithDefault("1m")
        Duration per();
    }

    default URI address(Backend backend) {
        return Objects.requireNonNull(services().get(backend), () -> "no address of " + backend);
    }

    default boolean isHttps() {
        return "https".equals(publicUrl().getScheme());
    }

    /** Stops the start of a gateway whose session cookie would travel unencrypted, or that would believe any client. */
    class Check {
        void atStart(@Observes StartupEvent start, Settings settings, VertxHttpConfig http) {
            // Quarkus reads an empty list as everybody.
            if (http.proxy().trustedProxies().isEmpty()) {
                throw new IllegalStateException(
                        "TSUNAGI_GATEWAY_TRUSTED_PROXIES is empty: leave it out, or name the load balancer.");
            }
            if (settings.isHttps() && !settings.secureCookies()) {
                throw new IllegalStateException(
                        "TSUNAGI_PUBLIC_URL is https, so set TSUNAGI_SECURE_COOKIES=true: the session cookie must not travel over http.");
            }
        }
    }
}
