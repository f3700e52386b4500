package jp.tsunagi.intake.ruleset;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import java.util.Map;
import jp.tsunagi.intake.desk.Desks;
import jp.tsunagi.intake.triage.RuleSet;
import jp.tsunagi.intake.triage.Triage;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Tries rules over past cases and shows, one by one, who would be less urgent. */
@Path("/desk/rules/dry-run")
@Produces(MediaType.TEXT_HTML)
class DryRunPage {

    private static final String RULES = "rules";
    private static final String GUIDE = "routingGuide";

    private final DryRun dryRun;
    private final Triage triage;
    private final Desks desks;
    private final Identity identity;
    private final PageLayout layout;

    DryRunPage(DryRun dryRun, Triage triage, Desks desks, Identity identity, PageLayout layout) {
        this.dryRun = dryRun;
        this.triage = triage;
        this.desks = desks;
        this.identity = identity;
        this.layout = layout;
    }

    /** What each rule of a set says, by its id; for {@code reasons.html}. */
    record Labels(Map<String, String> byRule) {

        public String rule(String id) {
            return byRule.getOrDefault(id, id);
        }
    }

    /**
     * @param inForce what the rules in force say
     * @param tried what those say that were tried
     */
    record DryRunView(DryRunResult result, Labels inForce, Labels tried, Map<String, String> deskNames) {

        public String deskName(String code) {
            return deskNames.getOrDefault(code, code);
        }

        public int most() {
            return DryRunResult.MOST_LINES;
        }
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance dryRun(Form form, @Nullable DryRunView view, int mostCases);
    }

    @GET
    @RolesAllowed(Roles.SUPERVISOR)
    public TemplateInstance form() {
        RuleSet inForce = triage.rules();
        return page(
                Form.filled(Map.of(RULES, inForce.text(), GUIDE, inForce.guide().text())), null);
    }

    @POST
    @RolesAllowed(Roles.SUPERVISOR)
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> run(MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        Actor by = identity.actor();
        RuleSet others;
        try {
            others = dryRun.read(new DryRun.Tried(form.text(RULES), form.text(GUIDE)));
        } catch (Refusal refused) {
            return RestResponse.ResponseBuilder.<TemplateInstance>create(
                            refused.kind().status())
                    .entity(page(form.refused(refused, layout.locale()), null))
                    .build();
        }
        DryRunResult result = dryRun.run(others, by);
        dryRun.auditWords(result, by);
        return RestResponse.ok(page(form, view(result, others)));
    }

    private DryRunView view(DryRunResult result, RuleSet others) {
        Locale locale = layout.locale();
        return new DryRunView(
                result,
                new Labels(triage.rules().labels(locale)),
                new Labels(others.labels(locale)),
                desks.names(locale));
    }

    private TemplateInstance page(Form form, @Nullable DryRunView view) {
        return layout.show(Templates.dryRun(form, view, DryRun.MOST_CASES));
    }
}
