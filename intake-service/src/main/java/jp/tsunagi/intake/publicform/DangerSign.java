package jp.tsunagi.intake.publicform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.triage.UrgencyRule;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Wish;

/** What answers tell of a danger in which nobody should wait for us. Whom to call then stands in urgent-help.json. */
public enum DangerSign implements Coded {
    LIFE(form -> has(form, Category.SUICIDE_RISK) || UrgencyRule.saysWishToDie(form.value("text"))),
    DANGER_NOW(form -> form.chosen("danger", Danger.YES.code())
            || form.chosen("wish", Wish.SAFETY.code())
            || UrgencyRule.saysViolence(form.value("text"))),
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

    /** Every sign in the answers. */
    static List<DangerSign> of(Form form) {
        return Arrays.stream(values())
                .filter(sign -> sign.tells.test(form) || form.chosen(FIELD, sign.code()))
                .toList();
    }

    /** The signs that the answers given at one step added. */
    static List<DangerSign> of(Form form, ConsultStep step) {
        List<DangerSign> added = new ArrayList<>(of(form));
        added.removeAll(of(Questions.without(form, step)));
        return added;
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
