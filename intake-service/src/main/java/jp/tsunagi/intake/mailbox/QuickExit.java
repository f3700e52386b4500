package jp.tsunagi.intake.mailbox;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * What "close this page at once" leaves in the browser: instead of the mailbox's session a mark that somebody left.
 * Back then makes a browser send a form again; with the mark it is led away before the form is read, so that neither
 * text nor code is shown. Whoever opens the form or the mailbox anew begins without the mark (decision 0021).
 */
class QuickExit {

    /** The name of the mailbox's cookie: leaving ends that session, and the gateway lets this name through. */
    private static final String COOKIE = "box";

    private static final String MARK = "left";
    private static final List<String> PATHS = List.of("/consult", "/box");
    private static final URI AWAY = URI.create("/calendar");

    static NewCookie[] marks() {
        return PATHS.stream().map(path -> cookie(path, MARK, -1)).toArray(NewCookie[]::new);
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response leadAway(ContainerRequestContext request) {
        boolean isFormSentAgain = request.getMethod().equals("POST") && isOurs(request) && hasLeft(request);
        return isFormSentAgain ? Response.seeOther(AWAY).build() : null;
    }

    @ServerResponseFilter
    void beginAnew(ContainerRequestContext request, ContainerResponseContext response) {
        boolean isOpened = request.getMethod().equals("GET")
                && PATHS.contains(request.getUriInfo().getPath());
        if (isOpened && hasLeft(request)) {
            PATHS.forEach(path -> response.getHeaders().add("Set-Cookie", cookie(path, "", 0)));
        }
    }

    private static boolean isOurs(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return PATHS.stream().anyMatch(ours -> path.equals(ours) || path.startsWith(ours + "/"));
    }

    private static boolean hasLeft(ContainerRequestContext request) {
        Cookie cookie = request.getCookies().get(COOKIE);
        return cookie != null && MARK.equals(cookie.getValue());
    }

    private static NewCookie cookie(String path, String value, int maxAge) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(path)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(maxAge)
                .build();
    }
}
