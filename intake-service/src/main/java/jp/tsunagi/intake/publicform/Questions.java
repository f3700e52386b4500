package jp.tsunagi.intake.publicform;

import io.quarkus.qute.TemplateData;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.intake.submission.Consulter;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.submission.RawSubmission;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.CodeMessages;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Wish;
import org.jspecify.annotations.Nullable;

/** The answers the public form offers, in the reader's language. */
@TemplateData
public final class Questions {

    /** What people ask about most; the other kinds are the counsellors' words. */
    private static final List<Category> OFFERED = List.of(
            Category.DEFAMATION,
            Category.DOXXING,
            Category.PORTRAIT,
            Category.IMPERSONATION,
            Category.NCII,
            Category.SEXTORTION,
            Category.THREAT,
            Category.BULLYING,
            Category.SUICIDE_RISK,
            Category.FRAUD,
            Category.COPYRIGHT,
            Category.DATA_LEAK,
            Category.ILLEGAL_DRUGS,
            Category.OTHER);

    /** An answer that tells of a danger has the help for it, which shows when the answer is chosen. */
    @TemplateData
    public record Option(
            String value, String label, @Nullable UrgentHelp help) {}

    private final Locale locale;
    private final UrgentHelps helps;
    private final CodeMessages codes;
    private final ConsultMessages texts;

    Questions(Locale locale, UrgentHelps helps) {
        this.locale = locale;
        this.helps = helps;
        this.codes = Messages.in(locale, CodeMessages.class);
        this.texts = Messages.in(locale, ConsultMessages.class);
    }

    public List<Option> wishes() {
        return options(
                offered(Wish.values(), Wish.UNANSWERED),
                codes::wish,
                wish -> wish == Wish.SAFETY ? DangerSign.DANGER_NOW : null);
    }

    public List<Option> consulterTypes() {
        return options(offered(ConsulterType.values(), ConsulterType.UNANSWERED), codes::consulterType, _ -> null);
    }

    /** Where sexual pictures were told of, a child's age opens the help for them. */
    public List<Option> ageBands(Form form) {
        boolean isSexualImage = DangerSign.isSexualImage(form);
        return options(
                offered(AgeBand.values(), AgeBand.UNANSWERED),
                codes::ageBand,
                age -> isSexualImage && age.isMinor() ? DangerSign.CHILD_IMAGE : null);
    }

    public List<Option> categories() {
        return options(OFFERED, codes::category, category -> switch (category) {
            case SUICIDE_RISK -> DangerSign.LIFE;
            case SEXTORTION -> DangerSign.SEXTORTION;
            case NCII -> DangerSign.CHILD_IMAGE;
            default -> null;
        });
    }

    public List<Option> dangers() {
        return options(
                offered(Danger.values(), Danger.UNANSWERED),
                texts::dangerAnswer,
                danger -> danger == Danger.YES ? DangerSign.DANGER_NOW : null);
    }

    public List<ConsultStep> steps() {
        return List.of(ConsultStep.values());
    }

    /** Whom to call when nobody should wait. */
    public UrgentHelp now() {
        return helps.of(DangerSign.DANGER_NOW, locale);
    }

    /** Names of the fields that a page carries on for the others. */
    public List<String> carried(ConsultStep step) {
        return fields().filter(field -> !step.fields().contains(field)).toList();
    }

    /** Names of the fields that the check page carries on. */
    public List<String> carried() {
        return fields().toList();
    }

    private static Stream<String> fields() {
        return Arrays.stream(ConsultStep.values()).flatMap(step -> step.fields().stream());
    }

    /** The form without what was answered at one step. */
    static Form without(Form form, ConsultStep step) {
        return form.with(step.fields().stream().collect(Collectors.toMap(Function.identity(), _ -> "")));
    }

    private static <E> List<E> offered(E[] all, E unanswered) {
        return Arrays.stream(all).filter(one -> !one.equals(unanswered)).toList();
    }

    private <E extends Coded> List<Option> options(
            List<E> answers, Function<E, String> label, Function<E, @Nullable DangerSign> tells) {
        return answers.stream()
                .map(answer -> {
                    DangerSign sign = tells.apply(answer);
                    return new Option(answer.code(), label.apply(answer), sign == null ? null : helps.of(sign, locale));
                })
                .toList();
    }

    /** Line ends become what every other system means by one; nothing else is changed. */
    static RawSubmission read(Form form) {
        return new RawSubmission(
                chosen(form, "wish", Wish.class),
                form.text("text"),
                form.values("categories").stream()
                        .filter(code -> !code.isEmpty())
                        .map(code -> known("categories", Category.class, code))
                        .toList(),
                List.of(form.value("urls").split("\\R")),
                chosen(form, "danger", Danger.class),
                new Consulter(
                        chosen(form, "consulterType", ConsulterType.class),
                        chosen(form, "ageBand", AgeBand.class),
                        form.value("callName"),
                        form.value("prefecture")),
                form.value("contact"));
    }

    private static <E extends Enum<E> & Coded> @Nullable E chosen(Form form, String field, Class<E> list) {
        String code = form.value(field);
        return code.isEmpty() ? null : known(field, list, code);
    }

    /** A value that the form does not offer is refused, not ignored: the form may be older than we are. */
    private static <E extends Enum<E> & Coded> E known(String field, Class<E> list, String code) {
        return Coded.find(list, code).orElseThrow(() -> new Refusal(PlatformProblem.VALUE_UNKNOWN).at("/" + field));
    }
}
