package jp.tsunagi.platform.code;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Writes and reads JSON that this platform keeps for itself, so that a failure is a bug and not a caller's mistake. */
@ApplicationScoped
public class Json {

    private static final ObjectMapper PUBLISHED = new ObjectMapper().registerModule(new JavaTimeModule());

    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** A file of dated data beside the classes of {@code type}, for who needs it before anything can be injected. */
    public static <T> T published(String file, Class<T> type) {
        try (InputStream stream = type.getResourceAsStream(file)) {
            return PUBLISHED.readValue(stream, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public <T> T read(String text, Class<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
