package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who has no password tries the door of Keycloak. */
@ExtendWith(World.Shared.class)
class SignInJourney {

    /** More than the realm's failureFactor. */
    private static final int GUESSES = 12;

    /** A minute for guesses in quick succession, and the ten seconds between two attempts of this test. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(75);

    private static final int WARM_UP = 10;
    private static final int ROUNDS = 60;

    @Test
    @Tag("R6.5")
    @Tag("R6.6")
    void whoGuessesLearnsNothingAndKeepsNobodyOutForLong(World world) {
        try (var guesser = world.computer();
                var tanaka = world.computer()) {
            tanaka.openAs("tanaka", "/partner");
            guesser.page().navigate(world.stack().url() + "/partner");

            var ofSomebody = guesses(guesser, "tanaka");
            var ofNobody = guesses(guesser, "tanaka-hanako");
            assertEquals(ofNobody, ofSomebody, "whether there is such an account shows in no answer");

            assertEquals(
                    ofSomebody.getLast(),
                    guess(guesser, "tanaka", world.stack().secret("demo-people")),
                    "the right password is worth nothing for now, and nobody learns that it was right");
            assertEquals(200, tanaka.statusOf("/partner"), "the person works on where they had signed in before");

            var last = guessQuickly(world.stack());
            Eventually.isTrueInMinutes("the person can sign in again", () -> {
                guess(guesser, "tanaka", world.stack().secret("demo-people"));
                return world.stack().isSite(guesser.page().url());
            });
            var waited = Duration.between(last, Instant.now());
            assertTrue(waited.compareTo(LONGEST_WAIT) < 0, waited::toString);
        }
    }

    /** Of an account that need not wait: its guesses are forgotten each time. Decision 0034 says what waiting tells. */
    @Test
    @Tag("R6.5")
    void whoGuessesLearnsNothingFromTheTimeOfTheAnswer(World world) {
        var stack = world.stack();
        try (var administrator = new Administrator(stack)) {
            List<String> users = List.of("tanaka", "tanaka-hanako");
            List<SignInForm> forms =
                    users.stream().map(_ -> new SignInForm(stack)).toList();
            List<List<Long>> times =
                    users.stream().<List<Long>>map(_ -> new ArrayList<>()).toList();
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                administrator.forgetGuesses("tanaka");
                for (int i = 0; i < users.size(); i++) {
                    int turn = (i + round) % users.size();
                    long time = forms.get(turn).guess(users.get(turn), "not-the-password-" + round);
                    if (round >= WARM_UP) {
                        times.get(turn).add(time);
                    }
                }
            }
            administrator.forgetGuesses("tanaka");

            var medians = times.stream().map(SignInJourney::median).toList();
            System.out.println("medians in microseconds of " + users + ": " + medians);
            double ratio = (double) Collections.max(medians) / Collections.min(medians);
            assertTrue(ratio < 1.25, () -> "ratio of the medians " + medians);
        }
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2) / 1_000;
    }

    /** RFC 9126: a request of somebody's own making leads back without a question, and says who answered. */
    @Test
    @Tag("R10.1")
    void onlyTheGatewayMakesARequestToSignIn(World world) throws Exception {
        var stack = world.stack();
        String own = stack.issuer() + "/protocol/openid-connect/auth?client_id=gateway&response_type=code&scope=openid"
                + "&state=s&nonce=n&code_challenge_method=S256&code_challenge=" + "a".repeat(43) + "&redirect_uri="
                + encoded(stack.url() + "/auth/callback");

        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(own)).build(), BodyHandlers.ofString());

        assertEquals(302, answer.statusCode(), answer.body());
        String back = answer.headers().firstValue("Location").orElseThrow();
        assertTrue(back.contains("error=invalid_request&error_description=Pushed+Authorization+Request"), back);
        assertTrue(back.contains("iss=" + encoded(stack.issuer().toString())), back);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    @Tag("R6.7")
    void nobodyIsAdministratorUntilSomebodyAsksForOne(World world) {
        var stack = world.stack();
        var passwords = new TreeSet<>(stack.secrets().values());
        passwords.addAll(List.of("admin", "password", "keycloak", "changeme", "change_me", "root"));
        for (String user : List.of("admin", "keycloak", "root", "temp-admin", "first-start", "nobody")) {
            for (String password : passwords) {
                assertFalse(Administrator.isLetIn(stack, user, password), user + " " + password);
            }
        }
        var administrator = new Administrator(stack);
        try (administrator) {
            assertEquals(List.of(administrator.name(), "nobody"), administrator.administrators());
            assertTrue(administrator.isLetIn());
        }
        assertFalse(administrator.isLetIn());
    }

    /** Keycloak's welcome page makes whoever asks administrator while it has no account at all. */
    @Test
    @Tag("R6.7")
    void whoComesFirstDoesNotBecomeAdministrator(World world) {
        try (var visitor = world.computer()) {
            visitor.page().navigate(world.stack().issuer().resolve("/").toString());
            assertEquals("/admin/master/console/", visitor.path());
        }
    }

    /** As the realm's file says; Keycloak adds clients of its own to it. */
    @Test
    @Tag("R10.4")
    void noProgramTakesAPersonsPassword(World world) {
        try (var administrator = new Administrator(world.stack())) {
            var clients = administrator.clients();
            assertTrue(clients.size() > 5, clients::toString);
            clients.forEach(client -> {
                boolean takesPasswords = client.get("enabled").asBoolean()
                        && (client.get("directAccessGrantsEnabled").asBoolean()
                                || client.get("implicitFlowEnabled").asBoolean());
                assertFalse(takesPasswords, client.get("clientId")::asText);
            });
        }
    }

    /** Fifty times without a pause, as a program does; returns when it has ended. */
    private static Instant guessQuickly(LocalStack stack) {
        var program = new SignInForm(stack);
        IntStream.range(0, 50).forEach(i -> program.guess("tanaka", "not-the-password-" + i));
        return Instant.now();
    }

    private static List<String> guesses(Visitor guesser, String user) {
        return IntStream.range(0, GUESSES)
                .mapToObj(i -> guess(guesser, user, "not-the-password-" + i))
                .toList();
    }

    /** The status and everything that can be read on the page that comes. */
    private static String guess(Visitor guesser, String user, String password) {
        var page = guesser.page();
        page.locator("#username").fill(user);
        page.locator("#password").fill(password);
        Response answer = page.waitForResponse(
                one -> one.request().isNavigationRequest() && (one.status() < 300 || one.status() >= 400),
                () -> page.locator("#kc-login").click(new Locator.ClickOptions()));
        page.waitForLoadState();
        return answer.status() + " " + page.locator("body").innerText();
    }
}
