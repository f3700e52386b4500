package jp.tsunagi.intake.entry;

import io.quarkus.qute.TemplateData;
import java.util.List;
import jp.tsunagi.intake.Labels;
import jp.tsunagi.intake.Words;
import jp.tsunagi.intake.submission.AgeBand;
import jp.tsunagi.intake.submission.Category;
import jp.tsunagi.intake.submission.ConsulterType;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.intake.submission.Wish;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;

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

    private final String lang;

    Questions(String lang) {
        this.lang = lang;
    }

    public List<Choice> wishes() {
        return Labels.of(lang, Wish.values(), Wish::code, Words::wish);
    }

    public List<Choice> consulterTypes() {
        return Labels.of(lang, ConsulterType.values(), ConsulterType::code, Words::consulterType);
    }

    public List<Choice> ageBands() {
        return Labels.of(lang, AgeBand.values(), AgeBand::code, Words::ageBand);
    }

    public List<Choice> categories() {
        return Labels.of(lang, OFFERED.stream().map(Category::code).toList(), Words::category);
    }

    public List<Choice> dangers() {
        return Labels.of(lang, Danger.values(), Danger::code, Words::danger);
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
    static Submission.Typed read(Form form) {
        return new Submission.Typed(
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
