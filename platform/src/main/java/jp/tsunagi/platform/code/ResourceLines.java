package jp.tsunagi.platform.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The lines of a table among the resources that are neither empty nor a comment. */
public final class ResourceLines {

    private ResourceLines() {}

    public static Stream<String> of(Class<?> type, String resource) {
        try (InputStream file = Objects.requireNonNull(type.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
