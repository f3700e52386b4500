package jp.tsunagi.platform.page;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.function.Function;
import jp.tsunagi.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/** One answer a person can pick in a list of radios, checkboxes or options. */
@TemplateData
public record Choice(String value, String label, @Nullable String hint) {

    public Choice(String value, String label) {
        this(value, label, null);
    }

    /** One choice for each constant, with its label. */
    public static <E extends Coded> List<Choice> of(List<E> constants, Function<E, String> label) {
        return constants.stream()
                .map(constant -> new Choice(constant.code(), label.apply(constant)))
                .toList();
    }
}
