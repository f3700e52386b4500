package jp.tsunagi.intake.ruleset;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.triage.Rule;
import jp.tsunagi.intake.triage.RuleSet;
import jp.tsunagi.intake.triage.Triage;
import jp.tsunagi.intake.triagedecision.RuleEvidence;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;

/** Shows the rules of triage, each where the reasons of a case point to. */
@Path("/desk/rules")
@Produces(MediaType.TEXT_HTML)
class TriageRulesPage {

    private final Triage triage;
    private final RuleSets sets;
    private final RuleEvidence evidence;
    private final Identity identity;
    private final PageLayout layout;

    TriageRulesPage(Triage triage, RuleSets sets, RuleEvidence evidence, Identity identity, PageLayout layout) {
        this.triage = triage;
        this.sets = sets;
        this.evidence = evidence;
        this.identity = identity;
        this.layout = layout;
    }

    /** The rules that answer one question. */
    record Group(Rule.Question question, List<Rule> rules) {}

    /**
     * @param guides of the council, those of the future too; the newest first
     * @param history which rules were in force; the newest first
     * @param counts what counsellors decided, by the rule's id
     */
    record RulesView(
            RuleSet set,
            List<RuleSets.Guide> guides,
            List<RuleSets.Change> history,
            List<Group> groups,
            Map<String, RuleEvidence.Count> counts,
            boolean mayTry,
            Locale locale) {

        public RuleEvidence.Count count(String rule) {
            return counts.getOrDefault(rule, RuleEvidence.Count.none(rule));
        }
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance rules(RulesView page);

        static native TemplateInstance corrections(
                Rule rule, String label, List<RuleEvidence.Correction> corrections, int most);
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    public TemplateInstance rules() {
        RuleSet set = triage.rules();
        List<Group> groups = Arrays.stream(Rule.Question.values())
                .map(question -> new Group(
                        question,
                        set.rules().stream()
                                .filter(rule -> rule.answer().question() == question)
                                .toList()))
                .toList();
        return layout.show(Templates.rules(new RulesView(
                set,
                sets.guides(),
                sets.history(),
                groups,
                evidence.counts(),
                identity.actor().hasRole(Roles.SUPERVISOR),
                layout.locale())));
    }

    @GET
    @Path("/{rule}/corrections")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    public TemplateInstance corrections(@PathParam("rule") String id) {
        Rule rule = triage.find(id).orElseThrow(() -> new Refusal(IntakeProblem.RULE_NOT_FOUND));
        return layout.show(Templates.corrections(
                rule, rule.label().in(layout.locale()), evidence.corrections(id, identity.actor()), RuleEvidence.MOST));
    }
}
