package jp.tsunagi.gateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Somebody's browser or program in front of the gateway: keeps cookies, follows redirects only when told to. For them
 * the site is https; the load balancer that ends it is in here, too.
 */
public final class Browser {

    private final String site;
    private final String door;
    private final CookieManager cookies = new CookieJar();
    private final HttpClient client;

    public Browser(URI site) {
        this(site, "127.0.0.1");
    }

    public Browser(URI site, String from) {
        this.site = "https://127.0.0.1:" + site.getPort();
        this.door = "http://127.0.0.1:" + site.getPort();
        try {
            this.client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByName(from))
                    .cookieHandler(cookies)
                    .build();
        } catch (UnknownHostException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public HttpResponse<String> get(String path, String... headers) {
        return ask("GET", path, BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return ask("POST", path, BodyPublishers.ofString(body), headers);
    }

    public HttpResponse<String> ask(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(path.startsWith("/") ? door + path : path.replace(site, door)))
                .method(method, body)
                .timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        // A browser says what it sends; without a type nothing is taken.
        if (body.contentLength() > 0 && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Follows redirects as a browser does, and answers with where it ended. */
    public HttpResponse<String> walk(String path) {
        HttpResponse<String> answer = get(path, "Accept", "text/html");
        for (int i = 0; i < 10 && answer.statusCode() / 100 == 3; i++) {
            answer = get(answer.headers().firstValue("Location").orElseThrow(), "Accept", "text/html");
        }
        return answer;
    }

    /** What RFC 6265bis asks of a browser for names that begin with __Host-, and for Secure. */
    private static final class CookieJar extends CookieManager {

        @Override
        public Map<String, List<String>> get(URI address, Map<String, List<String>> headers) throws IOException {
            return super.get(asPeopleSeeIt(address), headers);
        }

        @Override
        public void put(URI address, Map<String, List<String>> headers) throws IOException {
            for (var header : headers.entrySet()) {
                if ("Set-Cookie".equalsIgnoreCase(header.getKey())) {
                    for (String cookie : header.getValue()) {
                        assertTrue(!cookie.startsWith("__Host-") || isBoundToTheHost(cookie), cookie);
                    }
                }
            }
            super.put(asPeopleSeeIt(address), headers);
        }

        private static boolean isBoundToTheHost(String cookie) {
            List<String> attributes = List.of(cookie.split("; "));
            return attributes.contains("Secure")
                    && attributes.contains("Path=/")
                    && attributes.stream().noneMatch(one -> one.startsWith("Domain="));
        }

        private static URI asPeopleSeeIt(URI address) {
            return URI.create(address.toString().replaceFirst("^http:", "https:"));
        }
    }

    public String cookies() {
        return cookies.getCookieStore().getCookies().toString();
    }

    public CookieManager jar() {
        return cookies;
    }

    public String site() {
        return site;
    }

    /** Bytes as they are, for what no proper client would send. */
    public String raw(String bytes) {
        try (Socket socket = new Socket("127.0.0.1", URI.create(door).getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            StringBuilder answer = new StringBuilder();
            byte[] piece = new byte[4096];
            for (int n = socket.getInputStream().read(piece);
                    n > 0;
                    n = socket.getInputStream().read(piece)) {
                answer.append(new String(piece, 0, n, StandardCharsets.ISO_8859_1));
            }
            return answer.toString();
        } catch (SocketTimeoutException stillOpen) {
            return "the connection stayed open";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
