package jp.tsunagi.platform.http;

import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** What a request must be like before it is looked at, whatever it asks for. */
class RequestChecks {

    private static final String TRANSFER_ENCODING = "Transfer-Encoding";

    private static final Pattern SCHEME = Pattern.compile("(?i)https?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~-]{1,255}");

    /**
     * What a proxy says of the connection it took: where proxies are believed, the framework builds addresses of it and
     * fails on others. Elsewhere it refuses nobody, because a person's own proxy may write anything there.
     */
    private static final Map<String, Predicate<String>> FORWARDED = Map.of(
            "X-Forwarded-Proto",
            SCHEME.asMatchPredicate(),
            "X-Forwarded-For",
            hops -> Stream.of(hops.split(",", -1)).map(String::strip).allMatch(RequestChecks::isInternetAddress));

    private RequestChecks() {}

    static class Framing {

        private final boolean believesProxies;

        Framing(
                @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                        boolean believesProxies) {
            this.believesProxies = believesProxies;
        }

        /** Before everything else: who does not speak HTTP is told so without a body, and the connection ends. */
        void register(@Observes Filters filters) {
            filters.register(this::check, Integer.MAX_VALUE);
        }

        /** A host that is none, or half an escape in the address, fails before any filter. */
        void register(@Observes Router router) {
            router.route().order(Integer.MIN_VALUE).failureHandler(context -> {
                if (context.statusCode() == 400) {
                    refuse(context.request());
                } else {
                    context.next();
                }
            });
        }

        private void check(RoutingContext context) {
            HttpServerRequest request = context.request();
            if (!isWellFramed(request) || believesProxies && !isWellForwarded(request)) {
                refuse(request);
                return;
            }
            if (!request.headers().getAll(HttpHeaders.ACCEPT).stream().allMatch(RequestChecks::isAccept)) {
                // A wish that cannot be read may be disregarded: RFC 9110, 12.5.1. The framework fails on it.
                request.headers().remove(HttpHeaders.ACCEPT);
            }
            context.next();
        }

        private static void refuse(HttpServerRequest request) {
            // Nobody can say where the next request on this connection would begin: RFC 9112, 6.3 and 11.2.
            request.response()
                    .setStatusCode(400)
                    .putHeader("Connection", "close")
                    .end()
                    .onComplete(_ -> request.connection().close());
        }
    }

    static class Types {

        /** A body that has to be unpacked may be a thousand times as large: nobody needs one, so none is taken. */
        @ServerRequestFilter(preMatching = true, priority = 6000)
        public void check(HttpServerRequest request) {
            boolean isPlain = request.getHeader(HttpHeaders.CONTENT_ENCODING) == null;
            if (hasBody(request) && !(isPlain && isSupported(request.getHeader(HttpHeaders.CONTENT_TYPE)))) {
                throw new NotSupportedException();
            }
        }
    }

    private static boolean isWellFramed(HttpServerRequest request) {
        String encoding = request.getHeader(TRANSFER_ENCODING);
        return request.authority() != null
                && isHost(request.authority().host())
                && (encoding == null || encoding.strip().equalsIgnoreCase("chunked"))
                && request.headers().getAll(TRANSFER_ENCODING).size() <= 1
                && request.headers().names().stream().noneMatch(String::isBlank)
                && isAddress(request.uri());
    }

    private static boolean isWellForwarded(HttpServerRequest request) {
        return FORWARDED.entrySet().stream()
                .allMatch(header ->
                        request.headers().getAll(header.getKey()).stream().allMatch(header.getValue()));
    }

    /** Absolute addresses are made of it. */
    private static boolean isHost(String host) {
        return NAME.matcher(host).matches()
                || host.startsWith("[")
                        && host.endsWith("]")
                        && NetUtil.isValidIpV6Address(host.substring(1, host.length() - 1));
    }

    private static boolean isInternetAddress(String address) {
        return NetUtil.isValidIpV4Address(address) || NetUtil.isValidIpV6Address(address);
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.getHeader(TRANSFER_ENCODING) != null
                || length != null && !length.strip().equals("0");
    }

    /** Printable ASCII, whole escapes, and no brackets in the path: on others the framework fails in ways of its own. */
    private static boolean isAddress(String address) {
        boolean isPath = true;
        for (int i = 0; i < address.length(); i++) {
            char octet = address.charAt(i);
            isPath &= octet != '?';
            boolean isEscape = octet != '%'
                    || i + 2 < address.length()
                            && Character.digit(address.charAt(i + 1), 16) >= 0
                            && Character.digit(address.charAt(i + 2), 16) >= 0;
            if (octet <= ' ' || octet > '~' || !isEscape || isPath && "[]\\".indexOf(octet) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAccept(String accept) {
        try {
            for (String range : accept.split(",", -1)) {
                double weight = Double.parseDouble(
                        MediaType.valueOf(range.strip()).getParameters().getOrDefault("q", "1"));
                if (!(weight >= 0 && weight <= 1) || !range.contains("/")) {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** A body says what it is, and JSON is UTF-8 (RFC 8259, 8.1). */
    private static boolean isSupported(@Nullable String type) {
        if (type == null) {
            return false;
        }
        try {
            MediaType read = MediaType.valueOf(type);
            String charset = read.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
            boolean isJson = read.getSubtype().equalsIgnoreCase("json");
            // No operation takes a format that is only built on JSON, but the framework would read it as one.
            return !read.getSubtype().toLowerCase(Locale.ROOT).endsWith("+json")
                    && !read.isWildcardType()
                    && !read.isWildcardSubtype()
                    && (!isJson || charset.replace("\"", "").equalsIgnoreCase("utf-8"));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
