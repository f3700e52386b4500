package jp.tsunagi.intake.letter;

import java.util.List;
import java.util.Optional;
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
        return categories.stream()
                .map(Right::of)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<Right> of(Category category) {
        return Optional.ofNullable(
                switch (category) {
                    case DEFAMATION -> HONOUR;
                    case INSULT, BULLYING, HATE_SPEECH -> FEELINGS;
                    case PRIVACY, DATA_LEAK -> PRIVACY;
                    case DOXXING, THREAT, STALKING -> PEACE;
                    case PORTRAIT -> PORTRAIT;
                    case IMPERSONATION -> NAME;
                    case NCII, CSAM, SEXTORTION -> SEXUAL_PRIVACY;
                    case COPYRIGHT -> COPYRIGHT;
                    case TRADEMARK -> TRADEMARK;
                    case BUSINESS_REVIEW -> BUSINESS;
                    default -> null;
                });
    }
}
