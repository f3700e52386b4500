package jp.tsunagi.gateway.door;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether another site made a browser send this. Browsers say so by Sec-Fetch-Site (Fetch Metadata) or Origin; a
 * program with its own token says neither and passes, because a foreign page cannot make a browser forge that.
 *
 * <p>Our own forms come with {@code Origin: null}, because our pages ask for {@code Referrer-Policy: no-referrer}. So
 * null counts only together with Sec-Fetch-Site; browsers before 2023 do not send that, and theirs is accepted where a
 * consulter writes: there is no session to misuse, and somebody's old phone must not be turned away.
 */
final class CrossSite {

    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    /** {@code none} is a person who typed the address or used a bookmark. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private static final Set<String> WITHOUT_SESSION = Set.of("/consult", "/box");

    private final String own;

    CrossSite(URI publicUrl) {
        this.own = origin(publicUrl);
    }

    boolean refuses(String method, String path, MultiMap headers) {
        if (SAFE.contains(method) && !path.equals("/auth/logout")) {
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

    /** As RFC 6454 writes it: without the port that the scheme implies. */
    static String origin(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        boolean isImplied = url.getPort() < 0
                || scheme.equals("http") && url.getPort() == 80
                || scheme.equals("https") && url.getPort() == 443;
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + (isImplied ? "" : ":" + url.getPort());
    }
}
