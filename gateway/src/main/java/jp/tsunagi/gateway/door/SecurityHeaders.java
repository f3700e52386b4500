package jp.tsunagi.gateway.door;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.List;
import java.util.Map;
import jp.tsunagi.gateway.Settings;

/** What every answer tells the browser to refuse, whoever wrote the answer. */
final class SecurityHeaders {

    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'%s; frame-ancestors 'none'; base-uri 'none';"
                    + " require-trusted-types-for 'script'; trusted-types app-fragment";

    static final String MARK = "X-Content-Type-Options";

    static final Map<String, String> EVERYWHERE = Map.of(
            "Content-Security-Policy",
            CONTENT.formatted(""),
            MARK,
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    /** A filter form sent after the session ended is redirected to Keycloak, and CSP follows redirects of forms. */
    private static final List<String> SIGNED_IN = List.of("/desk", "/partner", "/council/admin", "/admin");

    private final boolean isHttps;
    private final String withSignIn;

    SecurityHeaders(Settings settings) {
        this(settings.isHttps(), settings.issuer());
    }

    SecurityHeaders(boolean isHttps, URI issuer) {
        this.isHttps = isHttps;
        this.withSignIn = CONTENT.formatted(" " + CrossSite.origin(issuer));
    }

    /** Replaces what a service may have set, so that no header is there twice. */
    void apply(String path, MultiMap answer) {
        EVERYWHERE.forEach(answer::set);
        if (SIGNED_IN.stream().anyMatch(area -> path.equals(area) || path.startsWith(area + "/"))) {
            answer.set("Content-Security-Policy", withSignIn);
        }
        if (!path.startsWith("/assets/")) {
            answer.set("Cache-Control", "no-store");
        }
        if (isHttps) {
            answer.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        answer.remove("Server").remove("X-Powered-By");
    }
}
