package jp.tsunagi.intake.letter;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.Category;

/** A right that a post may violate, as a letter names it. */
public enum Right implements Coded {
    HONOUR,
    FEELINGS,
    PRIVACY,
    PORTRAIT,
    NAME,
    PEACE,
    SEXUAL_PRIVACY,
    COPYRIGHT,
    TRADEMARK,
    BUSINESS;

    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }

    /** Those that such kinds of harm violate as a rule. */
    static List<Right> of(List<Category> categories) {
        return categories.stream().flatMap(Right::of).distinct().sorted().toList();
    }

    private static Stream<Right> of(Category category) {
        return switch (category) {
            case DEFAMATION, ELECTION -> Stream.of(HONOUR);
            case INSULT, BULLYING, HATE_SPEECH -> Stream.of(FEELINGS);
            case PRIVACY, DATA_LEAK -> Stream.of(PRIVACY);
            case DOXXING -> Stream.of(PRIVACY, PEACE);
            case THREAT, STALKING -> Stream.of(PEACE);
            case PORTRAIT -> Stream.of(PORTRAIT);
            case IMPERSONATION -> Stream.of(NAME);
            case NCII, CSAM, SEXTORTION -> Stream.of(SEXUAL_PRIVACY);
            case COPYRIGHT -> Stream.of(COPYRIGHT);
            case TRADEMARK -> Stream.of(TRADEMARK);
            case BUSINESS_REVIEW -> Stream.of(BUSINESS);
            default -> Stream.empty();
        };
    }
}
