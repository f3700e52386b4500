package jp.tsunagi.platform.code;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An enum constant with a stable code. JSON, events, tables and form fields carry the code, never the constant's name,
 * so that a constant may be renamed without breaking a partner.
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

    /** Every code of the list, in the order of its constants. */
    static <E extends Enum<E> & Coded> List<String> codes(Class<E> list) {
        return Arrays.stream(list.getEnumConstants()).map(Coded::code).toList();
    }
}
