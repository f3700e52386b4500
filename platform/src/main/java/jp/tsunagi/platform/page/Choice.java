package jp.tsunagi.platform.page;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.function.Function;
import jp.tsunagi.platform.code.Coded;

/** One answer a person can pick in a list of radios, checkboxes or options; the hint may be null. */
@TemplateData
public record Choice(String value, String label, String hint) {

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
