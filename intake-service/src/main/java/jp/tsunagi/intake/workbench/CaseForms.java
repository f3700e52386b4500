package jp.tsunagi.intake.workbench;

import io.quarkus.qute.TemplateData;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.platform.page.Form;

/**
 * The forms of a case page in which people write, each as its reader left it.
 *
 * @param assign to whom the case is given; not kept as a draft
 * @param triage how urgent the case is from now on and why; not kept as a draft
 * @param questions answers to what desks ask, by hand-over
 * @param decisions reasons of a supervisor, by approval
 */
@TemplateData
record CaseForms(
        Form answer, Form note, Form assign, Form triage, Map<UUID, Form> questions, Map<UUID, Form> decisions) {

    /** One in which nothing is written; with a key of its own, as each form of the page. */
    public Form blank() {
        return Form.blank();
    }

    /** The form that decides an answer of triage, as it came back. */
    public Form triage(String question) {
        return triage.value("question").equals(question) ? triage : Form.blank();
    }

    public Form question(UUID referral) {
        return questions.getOrDefault(referral, Form.blank());
    }

    public Form decision(UUID approval) {
        return decisions.getOrDefault(approval, Form.blank());
    }
}
