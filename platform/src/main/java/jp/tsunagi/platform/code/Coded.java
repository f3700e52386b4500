package jp.tsunagi.platform.code;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An enum constant with a code. JSON, events, tables and form fields carry the code, which therefore never changes. Most
 * constants derive it from their name by {@link #kebab}: to rename such a constant is to break partners.
 */
public interface Coded {

    @JsonValue
    String code();

    /** The constant with the given code; empty for null and for a code that the list does not hold. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> list, @Nullable String code) {
        return Arrays.stream(list.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findAny();
    }

    /** The code that a constant's name stands for: {@code IN_PROGRESS} is {@code in-progress}. */
    static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every code of the list, in the order of its constants. */
    static <E extends Enum<E> & Coded> List<String> codes(Class<E> list) {
        return Arrays.stream(list.getEnumConstants()).map(Coded::code).toList();
    }
}
