package jp.tsunagi.platform.page;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The style sheets and the scripts of a page. Each kind is sent as one file, without its comments: every request costs a
 * phone on a slow line most of a second, and what is read in one piece packs better.
 */
@Singleton
final class Assets {

    static final Map<String, String> SENT = new TreeMap<>(Map.of(
            "pages.css", styles(read("tokens.css"), read("tsunagi.css")),
            "desk.css",
                    styles(
                            read("tokens.css"),
                            read("tsunagi.css") + read("staff.css") + read("bench.css") + read("queue.css")),
            "portal.css", styles(read("tokens.css"), read("tsunagi.css") + read("staff.css") + read("partner.css")),
            "public.js", scripts("exit.js", "steps.js", "submit-once.js", "draft.js", "copy.js", "idle.js"),
            "staff.js", scripts("submit-once.js", "copy.js", "queue.js", "staff-draft.js")));

    static final String EDITION = edition();

    void serve(@Observes Router router) {
        SENT.forEach((name, text) -> {
            String type = name.endsWith(".css") ? "text/css" : "text/javascript";
            router.get("/assets/" + name).handler(request -> {
                // Quarkus marks what it shall not compress.
                request.response().headers().remove(HttpHeaders.CONTENT_ENCODING);
                request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, type + ";charset=UTF-8")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "public, immutable, max-age=86400")
                        .end(text);
            });
        });
    }

    /** Of the design system's 200 tokens only those that our style sheet names, or that such a token names. */
    private static String styles(String tokens, String ours) {
        StringBuilder sent = new StringBuilder(ours);
        for (String line : tokens.lines().toList().reversed()) {
            boolean isNamed = !line.startsWith("--") || sent.indexOf("var(" + line.split(":", 2)[0] + ")") >= 0;
            sent.insert(0, isNamed ? line + "\n" : "");
        }
        return sent.toString();
    }

    /** Each file is a block of its own, so that none sees the names of another. */
    private static String scripts(String... files) {
        return List.of(files).stream().map(Assets::read).collect(Collectors.joining("}\n{\n", "{\n", "}\n"));
    }

    private static String read(String file) {
        try (InputStream bytes = Assets.class.getResourceAsStream("/META-INF/resources/assets/" + file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String edition() {
        CRC32 sum = new CRC32();
        SENT.values().forEach(text -> sum.update(text.getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(sum.getValue());
    }
}
