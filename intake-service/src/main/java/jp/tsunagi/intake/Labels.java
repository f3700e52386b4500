package jp.tsunagi.intake;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import jp.tsunagi.platform.page.Choice;

/** Lists of answers to pick from, labelled in the reader's language. */
public final class Labels {

    private Labels() {}

    public static Words words(String lang) {
        return "en".equals(lang)
                ? MessageBundles.get(Words.class, Localized.Literal.of("en"))
                : MessageBundles.get(Words.class);
    }

    /** One choice per constant of an enumeration, in its order. */
    public static <E> List<Choice> of(
            String lang, E[] values, Function<E, String> code, BiFunction<Words, String, String> label) {
        return of(lang, Arrays.stream(values).map(code).toList(), label);
    }

    public static List<Choice> of(String lang, Collection<String> codes, BiFunction<Words, String, String> label) {
        Words words = words(lang);
        return codes.stream()
                .map(code -> new Choice(code, label.apply(words, code)))
                .toList();
    }
}
