package jp.tsunagi.gateway.signin;

import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names the cookies of a sign-in {@code __Host-…}: a browser takes such a cookie from this host over https only, so no
 * other host of the domain can plant a session. Quarkus fixes the names {@code q_session} and {@code q_auth_…}; they are
 * changed on their way out and back on their way in.
 */
public final class HostCookies {

    static final String PREFIX = "__Host-";
    private static final String OF_QUARKUS = "q_";

    private HostCookies() {}

    /** To be called before anybody reads the cookies of the request. */
    public static void bind(RoutingContext request) {
        rename(request.request().headers());
        request.addHeadersEndHandler(_ -> List.copyOf(request.request().cookies()).stream()
                .filter(cookie -> cookie.getName().startsWith(OF_QUARKUS))
                .forEach(cookie -> replace(request, cookie)));
    }

    /** Who sends a name without the prefix may have got it from somebody else. */
    static void rename(MultiMap headers) {
        String renamed = headers.getAll("Cookie").stream()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(cookie -> !cookie.startsWith(OF_QUARKUS))
                .map(cookie -> cookie.startsWith(PREFIX + OF_QUARKUS) ? cookie.substring(PREFIX.length()) : cookie)
                .collect(Collectors.joining("; "));
        headers.remove("Cookie");
        if (!renamed.isEmpty()) {
            headers.set("Cookie", renamed);
        }
    }

    // Vert.x calls this before it writes the cookies into the header, those that came with the request excepted.
    private static void replace(RoutingContext request, Cookie cookie) {
        request.response().removeCookie(cookie.getName(), cookie.getDomain(), cookie.getPath(), false);
        if (cookie instanceof ServerCookie changing && changing.isChanged()) {
            // Quarkus deletes a cookie without Secure; a browser would ignore that.
            String line = PREFIX + cookie.setSecure(true).setPath("/").encode();
            request.response().headers().add("Set-Cookie", line);
        }
    }
}
