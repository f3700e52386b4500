package jp.tsunagi.gateway.proxy;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses an unsafe request that another site made a browser send. Browsers name the sender in Sec-Fetch-Site (Fetch
 * Metadata) or Origin. A program with its own token sends neither header and passes, because a foreign page cannot make
 * a browser add that token.
 *
 * <p>Our own forms come with {@code Origin: null}, because our pages ask for {@code Referrer-Policy: no-referrer}. So
 * null is accepted only together with Sec-Fetch-Site. Browsers before 2023 do not send that header; they are accepted on
 * the consulters' pages, which have no session to misuse, so that an old phone can send a consultation.
 */
final class CsrfCheck {

    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    /** Addresses that change something when they are opened: the session, the acting agency, what the browser keeps. */
    private static final Set<String> UNSAFE_TO_OPEN = Set.of("/auth/logout", "/agency", "/box/quit");

    /** Browsers send {@code none} when a person typed the address or used a bookmark. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private static final Set<String> WITHOUT_SESSION = Set.of("/consult", "/box");

    private final String own;

    CsrfCheck(URI publicUrl) {
        this.own = origin(publicUrl);
    }

    boolean refuses(String method, String path, MultiMap headers) {
        if (SAFE.contains(method) && !UNSAFE_TO_OPEN.contains(path)) {
            return false;
        }
        List<String> sites = headers.getAll("Sec-Fetch-Site");
        if (!sites.stream().allMatch(OURS::contains)) {
            return true;
        }
        boolean mayBeNull = !sites.isEmpty() || WITHOUT_SESSION.stream().anyMatch(path::startsWith);
        return !headers.getAll("Origin").stream()
                .allMatch(origin -> origin.equals(own) || mayBeNull && origin.equals("null"));
    }

    /** The origin in the form of RFC 6454, without the default port of the scheme. */
    static String origin(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        boolean isImplied = url.getPort() < 0
                || scheme.equals("http") && url.getPort() == 80
                || scheme.equals("https") && url.getPort() == 443;
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + (isImplied ? "" : ":" + url.getPort());
    }
}
