package jp.tsunagi.platform.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What a form has done, told to the page to which the browser goes on: by a cookie for that page alone, because anybody
 * can write an address, and a cookie is written by this site only.
 */
public final class Flash {

    public static final String COOKIE = "done";

    private static final String MARK = COOKIE + "=";

    private static final Duration SHORT = Duration.ofMinutes(1);

    private Flash() {}

    /** Leads on to {@code next}; {@code done=CODE} at the end of its query becomes the cookie. */
    public static RestResponse<TemplateInstance> seeOther(String next) {
        int mark = next.indexOf(MARK);
        String address = mark < 0 ? next : next.substring(0, mark - 1);
        RestResponse<TemplateInstance> answer = ResponseBuilder.<TemplateInstance>create(RestResponse.Status.SEE_OTHER)
                .header("Location", address)
                .build();
        return mark < 0 ? answer : after(answer, next.substring(mark + MARK.length()));
    }

    /** The answer to a form, with the code of what it did; a form that comes back has done nothing. */
    public static RestResponse<TemplateInstance> after(RestResponse<TemplateInstance> answer, String code) {
        String next = answer.getHeaderString("Location");
        return next == null
                ? answer
                : ResponseBuilder.<TemplateInstance>create(answer.getStatus())
                        .header("Location", next)
                        .cookie(cookie(URI.create(next).getPath(), code, (int) SHORT.toSeconds()))
                        .build();
    }

    /** The page at {@code path}, which says it once. */
    public static RestResponse<TemplateInstance> once(@Nullable String code, String path, TemplateInstance page) {
        ResponseBuilder<TemplateInstance> shown = ResponseBuilder.ok(page);
        return code == null ? shown.build() : shown.cookie(cookie(path, "", 0)).build();
    }

    private static NewCookie cookie(String path, String code, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(code)
                .path(path)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(seconds)
                .build();
    }
}
