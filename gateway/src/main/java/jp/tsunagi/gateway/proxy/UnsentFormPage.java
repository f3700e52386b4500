package jp.tsunagi.gateway.proxy;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Gives a form back that was sent after the session had ended: everything that was typed stands in the page, and its
 * button sends it again. Nothing of it stays in the gateway.
 */
@ApplicationScoped
class UnsentFormPage {

    private static final String FIELDS = UnsentFormPage.class.getName();
    private static final int MOST_FIELDS = 1_000;

    /** What our pages put into a form themselves. */
    private static final Set<String> NOT_TYPED = Set.of(Form.KEY, Form.VERSION, Form.DRAFT, Form.CHOICE);

    /** Shorter values are choices and dates. */
    private static final int SHORTEST_TEXT = 20;

    @TemplateData
    record Field(String name, String value) {

        boolean isText() {
            return !NOT_TYPED.contains(name) && (value.length() >= SHORTEST_TEXT || value.indexOf('\n') >= 0);
        }
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance unsent(String action, List<Field> fields, List<String> texts);
    }

    private final RoutingContext current;
    private final PageLayout layout;

    UnsentFormPage(RoutingContext current, PageLayout layout) {
        this.current = current;
        this.layout = layout;
    }

    static boolean isForm(HttpServerRequest request) {
        String type = request.headers().get("Content-Type");
        return request.method().name().equals("POST")
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED);
    }

    static void keep(RoutingContext request, Buffer body) {
        try {
            request.put(FIELDS, fields(body));
        } catch (IllegalArgumentException noForm) {
            // Half an escape: nothing that a page of ours sent. The refusal says the rest.
        }
    }

    private static List<Field> fields(Buffer body) {
        String form = body.toString(StandardCharsets.UTF_8);
        return new QueryStringDecoder(form, StandardCharsets.UTF_8, false, MOST_FIELDS, true)
                .parameters().entrySet().stream()
                        .flatMap(field -> field.getValue().stream().map(value -> new Field(field.getKey(), value)))
                        .toList();
    }

    // Just before the filter that throws the refusal.
    @ServerRequestFilter(preMatching = true, priority = Integer.MAX_VALUE - 1)
    public @Nullable Response unsent() {
        List<Field> fields = current.get(FIELDS);
        if (fields == null) {
            return null;
        }
        List<String> texts =
                fields.stream().filter(Field::isText).map(Field::value).toList();
        String page = layout.show(Templates.unsent(current.request().uri(), fields, texts))
                .render();
        return Response.status(Response.Status.UNAUTHORIZED)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page)
                .build();
    }
}
