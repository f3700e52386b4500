package jp.tsunagi.platform.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Refuses a query parameter of the wrong kind with 400 and its name; JAX-RS (4.1, 3.2) would answer 404. */
@Provider
class QueryParameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, Object>> READERS =
            Map.of(Integer.class, Integer::valueOf, LocalDate.class, LocalDate::parse);

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, Object> reader = READERS.get(type);
        Optional<String> name = Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findAny();
        return reader == null || name.isEmpty() ? null : new Converter<>(type, reader, name.get());
    }

    private record Converter<T>(Class<T> type, Function<String, Object> reader, String name)
            implements ParamConverter<T> {

        @Override
        public T fromString(String value) {
            try {
                return type.cast(reader.apply(value));
            } catch (NumberFormatException | DateTimeParseException malformed) {
                throw new Refusal(PlatformProblem.INPUT_INVALID).at("/" + name, PlatformProblem.VALUE_MALFORMED);
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
