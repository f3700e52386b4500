package jp.tsunagi.intake.ruleset;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.triage.Rule;
import jp.tsunagi.intake.triage.RuleSet;
import jp.tsunagi.intake.triage.Triage;
import jp.tsunagi.intake.triagedecision.RuleEvidence;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The rules by which triage suggests, as they are in force. */
@Path("/v1/consultations/rules")
@Produces(MediaType.APPLICATION_JSON)
class TriageRulesResource {

    /**
     * One rule.
     *
     * @param when its condition in CEL
     * @param answers which question it answers
     * @param says the codes that it gives as an answer
     * @param weight how much speaks for a desk, 1 to 100; null for other questions
     * @param source the article, guideline or page it comes from
     * @param asOf when somebody last looked whether that is so
     * @param confirmed how often counsellors of your agency agreed with it
     * @param corrected how often they decided otherwise
     */
    @Schema(name = "TriageRule")
    record Line(
            String id,
            int version,
            String when,
            Rule.Question answers,
            List<String> says,
            @Nullable Integer weight,
            Rule.Label label,
            String source,
            LocalDate asOf,
            long confirmed,
            long corrected) {

        static Line of(Rule rule, RuleEvidence.Count count) {
            return new Line(
                    rule.id(),
                    rule.version(),
                    rule.when(),
                    rule.answer().question(),
                    rule.answer().codes(),
                    rule.answer() instanceof Rule.Answer.To to ? to.weight() : null,
                    rule.label(),
                    rule.source(),
                    rule.asOf(),
                    count.confirmed(),
                    count.corrected());
        }
    }

    /**
     * The rules that are in force together.
     *
     * @param version of the rules, then of the routing guide
     * @param adopted when the rules of this release were adopted
     * @param routingGuide the number of the council's routing guide that is followed, 0 for the one of this release
     * @param guides every routing guide that the council adopted, those of the future and those that are refused too; the
     *     newest first
     * @param history which rules were in force, the newest 50
     */
    @Schema(name = "TriageRules")
    record Rules(
            String version,
            LocalDate adopted,
            int routingGuide,
            List<RuleSets.Guide> guides,
            List<RuleSets.Change> history,
            List<Line> rules) {}

    /** Newest first. */
    @Schema(name = "TriageCorrections")
    record Corrections(List<RuleEvidence.Correction> items) {}

    private final Triage triage;
    private final RuleSets sets;
    private final RuleEvidence evidence;
    private final Identity identity;

    TriageRulesResource(Triage triage, RuleSets sets, RuleEvidence evidence, Identity identity) {
        this.triage = triage;
        this.sets = sets;
        this.evidence = evidence;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    @Operation(
            summary = "Read the rules by which urgency, kinds of harm, wish and desks are suggested",
            description = "In the order in which they are asked. The ids are those in the reasons of a consultation's"
                    + " assessment.")
    public Rules rules() {
        RuleSet rules = triage.rules();
        Map<String, RuleEvidence.Count> counts = evidence.counts();
        return new Rules(
                rules.version(),
                rules.adopted(),
                rules.guide().number(),
                sets.guides(),
                sets.history(),
                rules.rules().stream()
                        .map(rule -> Line.of(rule, counts.getOrDefault(rule.id(), RuleEvidence.Count.none(rule.id()))))
                        .toList());
    }

    @GET
    @Path("/{rule}/corrections")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    @Operation(
            summary = "List the cases of your agency in which somebody decided otherwise than a rule",
            description = "The newest first, 50 at most; codes only.")
    public Corrections corrections(@Parameter(schema = @Schema(maxLength = 60)) @PathParam("rule") String rule) {
        Rule asked = triage.find(rule).orElseThrow(() -> new Refusal(IntakeProblem.RULE_NOT_FOUND));
        return new Corrections(evidence.corrections(asked.id(), identity.actor()));
    }
}
