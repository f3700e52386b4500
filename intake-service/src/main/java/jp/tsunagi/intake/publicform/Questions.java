package jp.tsunagi.intake.publicform;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.intake.submission.Consulter;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.submission.RawSubmission;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Choice;
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

    private final CodeMessages codes;
    private final ConsultMessages texts;

    Questions(Locale locale) {
        this.codes = Messages.in(locale, CodeMessages.class);
        this.texts = Messages.in(locale, ConsultMessages.class);
    }

    public List<Choice> wishes() {
        return Choice.of(List.of(Wish.values()), codes::wish);
    }

    public List<Choice> consulterTypes() {
        return Choice.of(List.of(ConsulterType.values()), codes::consulterType);
    }

    public List<Choice> ageBands() {
        return Choice.of(List.of(AgeBand.values()), codes::ageBand);
    }

    public List<Choice> categories() {
        return Choice.of(OFFERED, codes::category);
    }

    public List<Choice> dangers() {
        return Choice.of(List.of(Danger.values()), texts::dangerAnswer);
    }

    /** Names of the fields that the check page carries on. */
    public List<String> fields() {
        return List.of(
                "wish",
                "text",
                "consulterType",
                "ageBand",
                "categories",
                "urls",
                "danger",
                "callName",
                "contact",
                "prefecture");
    }

    /** Line ends become what every other system means by one; nothing else is changed. */
    static RawSubmission read(Form form) {
        return new RawSubmission(
                chosen(form, "wish", Wish.class),
                form.value("text").replace("\r\n", "\n"),
                form.values("categories").stream()
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
