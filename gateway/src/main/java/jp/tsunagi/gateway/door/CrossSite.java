package jp.tsunagi.gateway.door;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Whether another site made a browser send this. Browsers say so by Sec-Fetch-Site (Fetch Metadata) or Origin; a
 * program with its own token says neither and passes, because a foreign page cannot make a browser forge that.
 */
final class CrossSite {

    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final String own;

    CrossSite(URI publicUrl) {
        this.own = origin(publicUrl);
    }

    /** {@code none} is a person who typed the address or used a bookmark. */
    boolean refuses(String method, String path, MultiMap headers) {
        if (SAFE.contains(method) && !path.equals("/auth/logout")) {
            return false;
        }
        for (String site : headers.getAll("Sec-Fetch-Site")) {
            if (!site.equals("same-origin") && !site.equals("none")) {
                return true;
            }
        }
        return headers.getAll("Origin").stream().anyMatch(origin -> !origin.equals(own));
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
