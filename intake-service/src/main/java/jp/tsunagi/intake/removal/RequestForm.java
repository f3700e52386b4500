package jp.tsunagi.intake.removal;

import jakarta.persistence.EnumeratedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.Category;

/**
 * By which form a provider is asked. All but the report are the standard forms of the guidelines to the Act on
 * information distribution platforms (law 413AC0000000137; isplaw.jp, as of 2026-11); their Japanese names are in target.properties.
 */
public enum RequestForm implements Coded {
    /** A report by the terms of the service, in the app or by its web form. */
    TERMS_REPORT,
    /** Honour, privacy, portrait. */
    REMOVAL,
    /** Copyright and trademarks. */
    COPYRIGHT_REMOVAL,
    /** Private sexual images. */
    SEXUAL_IMAGE_REMOVAL,
    /** Of a candidate, about documents of an election. */
    ELECTION_REMOVAL,
    /** Of what identifies the sender. */
    DISCLOSURE;

    private static final String PLATFORMS = "413AC0000000137";
    private static final String PRIVATE_SEXUAL_IMAGES = "426AC1000000126";

    @EnumeratedValue
    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }

    /** e-Gov's id of the law that it cites; none for the terms of a service. */
    public Optional<String> law() {
        return switch (this) {
            case TERMS_REPORT -> Optional.empty();
            case SEXUAL_IMAGE_REMOVAL -> Optional.of(PRIVATE_SEXUAL_IMAGES);
            case REMOVAL, COPYRIGHT_REMOVAL, ELECTION_REMOVAL, DISCLOSURE -> Optional.of(PLATFORMS);
        };
    }

    /** Which forms apply to these kinds of harm, the quickest first; disclosure comes last, because it takes months. */
    public static List<RequestForm> of(List<Category> categories) {
        List<RequestForm> forms = new ArrayList<>(List.of(TERMS_REPORT));
        categories.stream().map(RequestForm::of).distinct().sorted().forEach(forms::add);
        if (forms.size() == 1) {
            forms.add(REMOVAL);
        }
        forms.add(DISCLOSURE);
        return List.copyOf(forms);
    }

    /** Whether it asks for a removal, and under the law: nobody has to answer a report by the terms of a service. */
    public boolean isRemoval() {
        return this != TERMS_REPORT && this != DISCLOSURE;
    }

    private static RequestForm of(Category category) {
        return switch (category) {
            case COPYRIGHT, TRADEMARK -> COPYRIGHT_REMOVAL;
            case NCII, CSAM, SEXTORTION -> SEXUAL_IMAGE_REMOVAL;
            case ELECTION -> ELECTION_REMOVAL;
            default -> REMOVAL;
        };
    }
}
