package jp.tsunagi.gateway.proxy;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.page.Flash;

/** Removes identity and forwarding headers that the client set, and sets the gateway's own. */
final class ForwardedHeaders {

    private static final Set<String> COOKIES = Set.of("lang", "box", Identity.CHOSEN_AGENCY, Flash.COOKIE);
    private static final List<String> IDENTITY = List.of("x-forwarded", "x-user", "x-remote", "x-auth", "x-original");
    private static final Set<String> REMOVED = Set.of(
            "forwarded", "x-real-ip", "x-client-ip", "true-client-ip", "x-http-method-override", "x-rewrite-url");

    private ForwardedHeaders() {}

    static void replace(MultiMap headers, String peer) {
        for (String name : List.copyOf(headers.names())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (REMOVED.contains(lower) || IDENTITY.stream().anyMatch(lower::startsWith) || lower.contains("_")) {
                headers.remove(name);
            }
        }
        headers.set("X-Forwarded-For", peer);
        headers.set(Correlation.HEADER, Correlation.begin(headers.get(Correlation.HEADER)));
    }

    /** Removes all cookies but those that services read. */
    static void keepAllowedCookies(MultiMap headers) {
        String kept = headers.getAll("Cookie").stream()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(cookie -> COOKIES.contains(cookie.split("=", 2)[0]))
                .collect(Collectors.joining("; "));
        headers.remove("Cookie");
        if (!kept.isEmpty()) {
            headers.set("Cookie", kept);
        }
    }
}
