package jp.tsunagi.intake.publicform;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.intake.label.LabelMessages;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.submission.RawSubmission;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.CodeMessages;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Wish;

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
    private final LabelMessages labels;

    Questions(Locale locale) {
        this.codes = Messages.in(locale, CodeMessages.class);
        this.labels = Messages.in(locale, LabelMessages.class);
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
        return Choice.of(List.of(Danger.values()), labels::danger);
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
                "contactMail",
                "prefecture");
    }

    /** Line ends become what every other system means by one; nothing else is changed. */
    static RawSubmission read(Form form) {
        return new RawSubmission(
                form.value("wish"),
                form.value("text").replace("\r\n", "\n"),
                form.value("consulterType"),
                form.value("ageBand"),
                form.values("categories"),
                List.of(form.value("urls").split("\\R")),
                form.value("danger"),
                form.value("callName"),
                form.value("contactMail"),
                form.value("prefecture"));
    }
}
