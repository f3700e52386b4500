package jp.tsunagi.platform.correlation;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.regex.Pattern;
import jp.tsunagi.platform.time.Ids;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * One identifier from the caller's request through every log line, audit row and event it causes, so that a question
 * from an agency can be answered by searching for one word.
 */
public final class Correlation {

    public static final String HEADER = "X-Request-Id";
    private static final String KEY = "requestId";
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private Correlation() {}

    /** The identifier of what is being done now; a new one outside a request. */
    public static String current() {
        Object id = MDC.get(KEY);
        return id == null ? begin(null) : id.toString();
    }

    /** Continues with the given identifier when it is one we would write to a log, else begins a new one. */
    public static String begin(@Nullable String given) {
        String id = given != null && WORD.matcher(given).matches()
                ? given
                : Ids.next().toString();
        MDC.put(KEY, id);
        return id;
    }

    static class Filters {

        @ServerRequestFilter(preMatching = true)
        public void begin(ContainerRequestContext request) {
            Correlation.begin(request.getHeaderString(HEADER));
        }

        @ServerResponseFilter
        public void answer(ContainerResponseContext response) {
            response.getHeaders().putSingle(HEADER, current());
        }
    }
}
