package jp.tsunagi.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody of staff who signed in with a browser; good for less than a minute, because the pages renew what it holds. */
final class Session {

    private static final Pattern FORM = Pattern.compile("id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

    private Session() {}

    /** Signs in at Keycloak as a person does, and returns what the browser then sends with every request. */
    static String signIn(Platform platform, String user) throws IOException, InterruptedException {
        var cookies = new LoopbackCookies();
        var browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        URI queue = URI.create("http://127.0.0.1:" + platform.port("GATEWAY") + "/desk/queue");
        String page = read(browser, HttpRequest.newBuilder(queue).header("Accept", "text/html"));
        Matcher form = FORM.matcher(page);
        if (!form.find()) {
            throw new IOException("Keycloak shows no form to sign in: " + page);
        }
        String secret = URLEncoder.encode(platform.secret("demo-people"), StandardCharsets.UTF_8);
        read(
                browser,
                HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(HttpRequest.BodyPublishers.ofString("username=" + user + "&password=" + secret)));
        return cookies.getCookieStore().get(queue).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Browsers trust this machine without TLS; Java's client would keep secure cookies to itself. */
    private static final class LoopbackCookies extends CookieManager {
        @Override
        public void put(URI from, Map<String, List<String>> headers) throws IOException {
            super.put(from, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    }

    private static String read(HttpClient browser, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }
}
