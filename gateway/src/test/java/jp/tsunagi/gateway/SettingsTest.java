package jp.tsunagi.gateway;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.Map;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;

/** What the settings of an installation make of the gateway's own. */
class SettingsTest {

    @Test
    @Requirement("R3.1")
    void anHttpsSiteStartsOnlyWithCookiesThatAreForHttpsOnly() throws IOException {
        assertThrows(IllegalStateException.class, () -> start(Map.of("TSUNAGI_PUBLIC_URL", "https://tsunagi.example")));
        var secure = Map.of("TSUNAGI_PUBLIC_URL", "https://tsunagi.example", "TSUNAGI_SECURE_COOKIES", "true");
        assertDoesNotThrow(() -> start(secure));
        assertDoesNotThrow(() -> start(Map.of()));

        assertTrue(settings(secure).getValue("quarkus.oidc.authentication.cookie-force-secure", Boolean.class));
    }

    @Test
    @Requirement("R4.2")
    void nobodyIsBelievedByLeavingTheListOfProxiesEmpty() {
        assertThrows(IllegalStateException.class, () -> start(Map.of("TSUNAGI_GATEWAY_TRUSTED_PROXIES", "")));
        assertDoesNotThrow(() -> start(Map.of("TSUNAGI_GATEWAY_TRUSTED_PROXIES", "10.0.0.7")));
    }

    private static void start(Map<String, String> environment) throws IOException {
        SmallRyeConfig config = settings(environment);
        new Settings.Check()
                .atStart(
                        new StartupEvent(),
                        config.getConfigMapping(Settings.class),
                        config.getConfigMapping(VertxHttpConfig.class));
    }

    private static SmallRyeConfig settings(Map<String, String> environment) throws IOException {
        var file = SettingsTest.class.getClassLoader().getResource("application.properties");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .addSystemSources()
                .addPropertiesSources()
                .withMapping(Settings.class)
                .withMapping(VertxHttpConfig.class)
                .withValidateUnknown(false)
                .withSources(
                        new PropertiesConfigSource(file, 250),
                        new PropertiesConfigSource(environment, "environment", 300))
                .build();
    }
}
