package jp.tsunagi.intake.workbench;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.intake.triage.Rule;
import jp.tsunagi.intake.triage.RuleSet;
import jp.tsunagi.intake.triage.Triage;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.PageLayout;

/** Shows the rules of triage, each where the reasons of a case point to. */
@Path("/desk/rules")
@Produces(MediaType.TEXT_HTML)
class TriageRulesPage {

    private final Triage triage;
    private final PageLayout layout;

    TriageRulesPage(Triage triage, PageLayout layout) {
        this.triage = triage;
        this.layout = layout;
    }

    /** The rules that answer one question. */
    record Group(Rule.Question question, List<Rule> rules) {}

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance rules(RuleSet set, List<Group> groups, Locale locale);
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    public TemplateInstance rules() {
        RuleSet set = triage.rules();
        List<Group> groups = Arrays.stream(Rule.Question.values())
                .map(question -> new Group(
                        question,
                        set.rules().stream()
                                .filter(rule -> rule.answer().question() == question)
                                .toList()))
                .toList();
        return layout.show(Templates.rules(set, groups, layout.locale()));
    }
}
