package jp.tsunagi.intake.publicform;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Wish;

/**
 * What answers tell of a danger in which nobody should wait for us. Whom to call then stands in urgent-help.json, and so do
 * the rules of triage that tell the same of the words.
 */
public enum DangerSign implements Coded {
    LIFE(form -> has(form, Category.SUICIDE_RISK)),
    DANGER_NOW(form -> form.chosen("danger", Danger.YES.code()) || form.chosen("wish", Wish.SAFETY.code())),
    SEXTORTION(form -> has(form, Category.SEXTORTION)),
    /** Who does not say how old the person is may speak of a child. */
    CHILD_IMAGE(form -> isSexualImage(form) && (isMinor(form) || !saysAge(form)));

    /** The field by which a receipt that is shown again knows what the answers told. */
    static final String FIELD = "sign";

    private static final Set<AgeBand> UNTOLD = Set.of(AgeBand.UNKNOWN, AgeBand.UNANSWERED);

    private final Predicate<Form> tells;

    DangerSign(Predicate<Form> tells) {
        this.tells = tells;
    }

    @Override
    public String code() {
        return Coded.kebab(name());
    }

    /** Whether the answers tell it. */
    boolean isTold(Form form) {
        return tells.test(form) || form.chosen(FIELD, code());
    }

    static boolean isSexualImage(Form form) {
        return has(form, Category.NCII) || has(form, Category.SEXTORTION);
    }

    private static boolean has(Form form, Category category) {
        return form.chosen("categories", category.code());
    }

    private static boolean isMinor(Form form) {
        return Arrays.stream(AgeBand.values())
                .filter(AgeBand::isMinor)
                .anyMatch(age -> form.chosen("ageBand", age.code()));
    }

    private static boolean saysAge(Form form) {
        return Arrays.stream(AgeBand.values())
                .filter(age -> !UNTOLD.contains(age))
                .anyMatch(age -> form.chosen("ageBand", age.code()));
    }
}
