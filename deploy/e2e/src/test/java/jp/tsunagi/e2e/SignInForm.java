package jp.tsunagi.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A program at Keycloak's sign-in page: it guesses faster than a browser, and its time can be measured. */
final class SignInForm {

    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new TrustingCookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private HttpResponse<String> page;

    SignInForm(LocalStack stack) {
        this.page = send(HttpRequest.newBuilder(stack.url().resolve("/auth/login?to=/partner")));
    }

    /** Sends the form and returns the nanoseconds until the next page is there. */
    long guess(String user, String password) {
        var action = ACTION.matcher(page.body());
        assertTrue(action.find(), page::body);
        String form = "username=" + user + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        long begin = System.nanoTime();
        page = send(request);
        return System.nanoTime() - begin;
    }

    /** Keycloak marks its cookies Secure; to a browser, this machine is as good as https. */
    private static final class TrustingCookies extends CookieManager {

        @Override
        public Map<String, List<String>> get(URI address, Map<String, List<String>> headers) throws IOException {
            return super.get(URI.create(address.toString().replaceFirst("^http:", "https:")), headers);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted");
        }
    }
}
