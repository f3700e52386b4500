package jp.tsunagi.platform.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What a form has done, told to the page to which the browser goes on: by a cookie for that page alone, because anybody
 * can write an address, and a cookie is written by this site only.
 */
public final class Flash {

    public static final String COOKIE = "done";

    private static final Pattern MARK = Pattern.compile("[?&]" + COOKIE + "=([a-z_-]+)(?=#|$)");

    private static final Duration SHORT = Duration.ofMinutes(1);

    private Flash() {}

    /** Leads on to {@code next}; {@code done=CODE} at the end of its query becomes the cookie. */
    public static RestResponse<TemplateInstance> seeOther(String next) {
        Matcher mark = MARK.matcher(next);
        String address = mark.replaceFirst("");
        ResponseBuilder<TemplateInstance> answer = ResponseBuilder.<TemplateInstance>create(
                        RestResponse.Status.SEE_OTHER)
                .header("Location", address);
        return mark.reset().find()
                ? answer.cookie(cookie(URI.create(address).getPath(), mark.group(1), (int) SHORT.toSeconds()))
                        .build()
                : answer.build();
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
