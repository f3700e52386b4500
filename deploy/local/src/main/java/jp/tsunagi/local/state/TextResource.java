package jp.tsunagi.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text of the jar: what the local stack shows to people stands in resources, not in Java. */
public final class TextResource {
    private TextResource() {}

    public static String read(String name) {
        try (var bytes = TextResource.class.getResourceAsStream("/" + name)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " of the jar cannot be read", e);
        }
    }
}
