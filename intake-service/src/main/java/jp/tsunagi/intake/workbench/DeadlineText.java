package jp.tsunagi.intake.workbench;

import io.quarkus.qute.TemplateExtension;
import java.time.Period;
import java.util.stream.Collectors;
import jp.tsunagi.intake.casedeadline.DeadlineMessages;
import jp.tsunagi.intake.deadline.LegalDeadline;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.JapanTime;

/** A deadline as people say it, in a template {@code {deadline.length}} and {@code {deadline.skippedText}}. */
@TemplateExtension
final class DeadlineText {

    private DeadlineText() {}

    /** The days that were passed over. */
    static String skippedText(LegalDeadline deadline, @TemplateExtension.TemplateAttribute("locale") Object locale) {
        return deadline.skipped().stream()
                .map(day -> JapanTime.jst(day, locale))
                .collect(Collectors.joining(Messages.in(JapanTime.language(locale), DeadlineMessages.class)
                        .between()));
    }

    static String length(LegalDeadline deadline, @TemplateExtension.TemplateAttribute("locale") Object locale) {
        DeadlineMessages texts = Messages.in(JapanTime.language(locale), DeadlineMessages.class);
        Period length = deadline.period().length();
        if (length.getYears() > 0) {
            return texts.years(length.getYears());
        }
        return length.getMonths() > 0 ? texts.months(length.getMonths()) : texts.days(length.getDays());
    }
}
