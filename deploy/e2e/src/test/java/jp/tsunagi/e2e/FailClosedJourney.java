package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is needed to know somebody or to keep something secret is missing: nobody is let in, and nothing is stored. */
@ExtendWith(World.Shared.class)
@Tag("P14")
class FailClosedJourney {

    private static final String LIST = "/v1/referrals?box=inbox";
    private static final Set<Integer> REFUSED = Set.of(401, 503);

    @Test
    void withoutKeycloakNobodyIsLetInAndWhatIsPublicGoesOn(World world) throws GeneralSecurityException {
        var sia = world.machine("agency-sia");
        String token = sia.token();
        assertEquals(200, sia.getWith(token, LIST).status());
        for (String forged : forged(token)) {
            assertEquals(401, sia.getWith(forged, LIST).status());
        }

        world.stack().kill("keycloak");
        try (var counsellor = world.computer();
                var phone = world.phoneWithoutScripts()) {
            assertEquals(401, sia.getAsNobody(LIST).status());
            for (String forged : forged(token)) {
                assertTrue(REFUSED.contains(sia.getWith(forged, LIST).status()));
            }
            // These two have never heard of Keycloak's keys, so they know nobody, and say so.
            for (String part : List.of("gateway", "referral")) {
                world.stack().kill(part);
                world.stack().restart(part);
            }
            assertTrue(REFUSED.contains(sia.getWith(token, LIST).status()));
            for (String page : List.of("/desk/queue", "/partner", "/council/admin", "/auth/login")) {
                assertEquals(503, counsellor.open(page), page);
                counsellor.sees("サインインを確かめられません");
            }
            assertEquals(List.of(), counsellor.page().context().cookies());

            new Consulter(phone).consult();
            assertEquals(200, phone.open("/council"));
            assertEquals(200, sia.getAsNobody("/v1/statistics").status());
        } finally {
            world.stack().restart("keycloak");
        }
        Eventually.isTrue("a partner is let in again", () -> sia.get(LIST).status() == 200);
        try (var counsellor = world.computer()) {
            counsellor.openAs("sato", "/desk/queue");
            counsellor.sees("相談一覧");
        }
    }

    /** The claims of a real token, signed by a key that Keycloak does not know, under a name of its own or a borrowed one. */
    private static List<String> forged(String token) throws GeneralSecurityException {
        String[] parts = token.split("\\.");
        String borrowed = parts[0];
        String unknown =
                encode("{\"alg\":\"PS256\",\"typ\":\"JWT\",\"kid\":\"nobody-knows\"}".getBytes(StandardCharsets.UTF_8));
        String none = encode("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return List.of(
                signed(borrowed + "." + parts[1]), signed(unknown + "." + parts[1]), none + "." + parts[1] + ".");
    }

    private static String signed(String content) throws GeneralSecurityException {
        var keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        var signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        signature.initSign(keys.generateKeyPair().getPrivate());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + encode(signature.sign());
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Started as it runs, but with an empty folder of keys: it gives up before it answers anybody. */
    @ParameterizedTest
    @CsvSource({"intake, /v1/consultations", "referral, /v1/meta/state-machine", "council, /v1/statistics"})
    void aServiceWithoutItsKeysDoesNotStart(String service, String path, World world, @TempDir Path empty)
            throws IOException, InterruptedException {
        var anybody = world.machine("agency-sia");
        Path running = Path.of("/proc/" + world.stack().process(service).pid());
        Path log = world.stack().state().resolve("log/" + service + "-without-keys.log");
        var again = new ProcessBuilder(words(running.resolve("cmdline")))
                .directory(running.resolve("cwd").toRealPath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        again.environment().clear();
        words(running.resolve("environ")).forEach(one -> {
            String[] variable = one.split("=", 2);
            again.environment().put(variable[0], variable[1]);
        });
        assertNotEquals(null, again.environment().put("TSUNAGI_KEYS", empty.toString()));

        world.stack().kill(service);
        Process withoutKeys = again.start();
        try {
            long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            while (withoutKeys.isAlive() && System.nanoTime() < end) {
                assertEquals(503, anybody.getAsNobody(path).status());
                RetryingClient.think();
            }
            assertTrue(!withoutKeys.isAlive(), "it has not given up");
            assertNotEquals(0, withoutKeys.exitValue());
            assertTrue(Files.readString(log).contains("key file"), () -> "it says why in " + log);
        } finally {
            withoutKeys.destroyForcibly().waitFor();
            world.stack().restart(service);
        }
    }

    /** What the kernel keeps between zero bytes. */
    private static List<String> words(Path file) throws IOException {
        return List.of(Files.readString(file).split("\0"));
    }
}
