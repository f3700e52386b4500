package jp.tsunagi.intake.workbench;

import io.quarkus.qute.TemplateExtension;
import java.time.Period;
import java.util.Locale;
import jp.tsunagi.intake.deadline.LegalDeadline;
import jp.tsunagi.platform.language.Messages;

/** The length of a period as people say it, in a template {@code {deadline.length}}. */
@TemplateExtension
final class DeadlineText {

    private DeadlineText() {}

    static String length(LegalDeadline deadline, @TemplateExtension.TemplateAttribute("locale") Object locale) {
        Locale language = locale instanceof Locale known ? known : Locale.JAPANESE;
        TargetMessages texts = Messages.in(language, TargetMessages.class);
        Period length = deadline.period().length();
        if (length.getYears() > 0) {
            return texts.years(length.getYears());
        }
        return length.getMonths() > 0 ? texts.months(length.getMonths()) : texts.days(length.getDays());
    }
}
