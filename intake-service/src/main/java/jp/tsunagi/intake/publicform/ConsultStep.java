package jp.tsunagi.intake.publicform;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.problem.Violations;

/** A question of the public form, on a page of its own. Only the first must be answered. */
@TemplateData
public enum ConsultStep implements Coded {
    STORY("text"),
    HARM("categories"),
    PLACE("urls"),
    DANGER("danger"),
    WISH("wish"),
    WHO("consulterType"),
    AGE("ageBand"),
    ANSWER("callName", "contact", "prefecture");

    private final List<String> fields;

    ConsultStep(String... fields) {
        this.fields = List.of(fields);
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step with the given code; the first when there is none. */
    static ConsultStep of(String code) {
        return Coded.find(ConsultStep.class, code).orElse(STORY);
    }

    /** The first step at which something is wrong. */
    static Optional<ConsultStep> of(Refusal refusal) {
        return Arrays.stream(values())
                .filter(step -> refusal.violations().stream().anyMatch(step::asks))
                .findFirst();
    }

    /** The first step that a refused form has a sentence for; the first of all when the sentence is about the whole. */
    static ConsultStep wrongIn(Form refused) {
        return Arrays.stream(values())
                .filter(step -> step.fields.stream().anyMatch(field -> refused.error(field) != null))
                .findFirst()
                .orElse(STORY);
    }

    /** Names of the fields that this step fills. */
    public List<String> fields() {
        return fields;
    }

    public int number() {
        return ordinal() + 1;
    }

    public int count() {
        return values().length;
    }

    /** True for a question with answers to choose from, which a browser does not let anybody take back. */
    public boolean isChoice() {
        return EnumSet.of(HARM, DANGER, WISH, WHO, AGE).contains(this);
    }

    public boolean isFirst() {
        return this == STORY;
    }

    boolean isLast() {
        return number() == count();
    }

    ConsultStep next() {
        return isLast() ? this : values()[ordinal() + 1];
    }

    ConsultStep before() {
        return isFirst() ? this : values()[ordinal() - 1];
    }

    /** Refuses only what is wrong at this step: each mistake is corrected on the page where it was made. */
    void refuse(Refusal everything) {
        new Violations()
                .addAll(everything.violations().stream().filter(this::asks).toList())
                .throwIfAny();
    }

    private boolean asks(Violation wrong) {
        return Arrays.stream(wrong.pointer().split("/")).anyMatch(fields::contains);
    }
}
