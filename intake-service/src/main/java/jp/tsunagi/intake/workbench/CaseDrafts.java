package jp.tsunagi.intake.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagi.intake.handover.ReferralStep;
import jp.tsunagi.platform.draft.Drafts;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.page.Form;

/** What its reader has typed into the forms of a case and not sent. */
@ApplicationScoped
class CaseDrafts {

    /** How the addresses of the pages begin that keep drafts. */
    static final String AREA = "/desk/";

    static final String ANSWER = "answer";
    static final String NOTE = "note";
    static final String ASSIGN = "assign";
    static final String TRIAGE = "triage";

    private final Drafts drafts;

    CaseDrafts(Drafts drafts) {
        this.drafts = drafts;
    }

    static String address(UUID id) {
        return "/desk/case/" + id;
    }

    /** The page may ask for several decisions: the name of the reason's field, and of its draft. */
    static String decision(UUID approval) {
        return "reason-" + approval;
    }

    /** A form that came back to be corrected, and which of the page's it is. */
    record Sent(String part, Form form) {

        /** Each page has a key of its own for its forms. */
        static Sent nothing() {
            return new Sent("", Form.blank());
        }
    }

    /** The forms of the case page; the one that came back as it was sent. */
    CaseForms forms(CaseView view, Sent sent) {
        Map<UUID, Form> decisions = view.approvals().stream()
                .filter(view::mayDecide)
                .map(one -> one.approval().id())
                .collect(Collectors.toMap(Function.identity(), one -> form(view, sent, decision(one))));
        return new CaseForms(
                form(view, sent, ANSWER),
                form(view, sent, NOTE),
                notKept(sent, ASSIGN),
                notKept(sent, TRIAGE),
                questions(view),
                decisions);
    }

    private static Form notKept(Sent sent, String part) {
        return sent.part.equals(part) ? sent.form : Form.blank();
    }

    /** The form of a hand-over to a desk as its reader left it. */
    Form handover(UUID id, String desk, Actor by) {
        return drafts.continued(Form.blank(), handover(id, desk), by);
    }

    /** The same form as it was sent. */
    Form handover(UUID id, String desk, Form sent) {
        return sent.with(Map.of(Form.DRAFT, handover(id, desk)));
    }

    /** Keeps a form that goes on to another page before it is sent. */
    void keep(MultivaluedMap<String, String> typed, Actor by) {
        drafts.keep(AREA, typed, by);
    }

    private static String handover(UUID id, String desk) {
        return address(id) + "/refer/" + desk;
    }

    private Map<UUID, Form> questions(CaseView view) {
        return view.referrals().stream()
                .filter(_ -> view.mayWork())
                .collect(Collectors.toMap(thread -> thread.referral().id(), thread -> {
                    Form form = form(
                            view,
                            Sent.nothing(),
                            "question-" + thread.referral().id());
                    if (form.draftKeptAt() == null || !isAnswered(thread, form, view.reader())) {
                        return form;
                    }
                    drafts.forget(form, view.reader());
                    return Form.blank().with(Map.of(Form.DRAFT, form.value(Form.DRAFT)));
                }));
    }

    /**
     * Answers are sent to referral-service, which does not know the draft: it went when its author has supplied
     * something since it was begun. What a colleague answered leaves it.
     */
    private static boolean isAnswered(ReferralThread thread, Form draft, Actor author) {
        return thread.entries().stream()
                .anyMatch(entry -> entry.step() == ReferralStep.SUPPLY_INFORMATION
                        && entry.byName().equals(author.name())
                        && entry.version() > CasePosts.began(draft));
    }

    private Form form(CaseView view, Sent sent, String part) {
        String name = address(view.file().id()) + "#" + part;
        return sent.part.equals(part)
                ? sent.form.with(Map.of(Form.DRAFT, name))
                : drafts.continued(Form.blank(), name, view.reader());
    }
}
