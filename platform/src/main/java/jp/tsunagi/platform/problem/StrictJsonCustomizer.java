package jp.tsunagi.platform.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.io.InputDecorator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How JSON is read: UTF-8 only, nothing of another type than said, nothing unknown, nothing twice, nothing deeper than
 * 32, and no text that PostgreSQL or UTF-8 cannot keep (NUL, half of a surrogate pair), because it would come back
 * changed (docs/security.md R1.9, R2.1).
 */
@Singleton
class StrictJsonCustomizer implements ObjectMapperCustomizer {

    /** A string of the input that cannot be stored as it is. */
    static final class NotStorable extends JsonMappingException {
        NotStorable(JsonParser parser) {
            super(parser, "not storable");
        }
    }

    /** Whether a text survives UTF-8 and PostgreSQL unchanged. */
    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c) && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }

    /** The last one: of two modules that read a type, the later one does. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        JsonFactory factory = mapper.getFactory();
        factory.setStreamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(32)
                .maxNumberLength(20)
                .maxNameLength(200)
                .build());
        // RFC 8259, 8.1: JSON between systems is UTF-8, without a mark. Jackson would guess UTF-16 and UTF-32.
        factory.configure(JsonFactory.Feature.CHARSET_DETECTION, false);
        factory.setInputDecorator(new StrictUtf8());
        factory.configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        // 1.5 is not 1.
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.registerModule(new SimpleModule("strict-text")
                .addDeserializer(String.class, new Storable())
                .addDeserializer(Instant.class, new Written<>(Instant.class, InstantDeserializer.INSTANT))
                .addDeserializer(LocalDate.class, new Written<>(LocalDate.class, LocalDateDeserializer.INSTANCE)));
    }

    /** Refuses what is no UTF-8, for example the overlong forms that Jackson decodes, before anything is read from it. */
    private static final class StrictUtf8 extends InputDecorator {

        private static final long serialVersionUID = 1;

        @Override
        public InputStream decorate(IOContext context, InputStream in) throws IOException {
            byte[] body = in.readAllBytes();
            return decorate(context, body, 0, body.length);
        }

        @Override
        public InputStream decorate(IOContext context, byte[] body, int offset, int length) throws IOException {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body, offset, length));
            } catch (CharacterCodingException notUtf8) {
                throw new JsonParseException(null, "not UTF-8", notUtf8);
            }
            return new ByteArrayInputStream(body, offset, length);
        }

        @Override
        public Reader decorate(IOContext context, Reader text) {
            return text;
        }
    }

    /** A day or time that is written out: Jackson would count a number from 1970. */
    private static final class Written<T> extends StdScalarDeserializer<T> {

        private final JsonDeserializer<T> reader;

        Written(Class<T> type, JsonDeserializer<T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.hasToken(JsonToken.VALUE_STRING)
                    ? reader.deserialize(parser, context)
                    : (T) context.handleUnexpectedToken(handledType(), parser);
        }
    }

    private static final class Storable extends StdScalarDeserializer<String> {

        Storable() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            // Jackson would make a text of a number or a boolean.
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getText();
            if (!isStorable(text)) {
                throw new NotStorable(parser);
            }
            return text;
        }
    }
}
