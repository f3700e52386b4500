package jp.tsunagi.intake.workbench;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.intake.triage.Rule;
import jp.tsunagi.intake.triage.RuleSet;
import jp.tsunagi.intake.triage.Triage;
import jp.tsunagi.platform.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
            LocalDate asOf) {

        static Line of(Rule rule) {
            return new Line(
                    rule.id(),
                    rule.version(),
                    rule.when(),
                    rule.answer().question(),
                    rule.answer().codes(),
                    rule.answer() instanceof Rule.Answer.To to ? to.weight() : null,
                    rule.label(),
                    rule.source(),
                    rule.asOf());
        }
    }

    /** The rules that are in force together. */
    @Schema(name = "TriageRules")
    record Rules(String version, LocalDate adopted, List<Line> rules) {}

    private final Triage triage;

    TriageRulesResource(Triage triage) {
        this.triage = triage;
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Operation(
            summary = "Read the rules by which urgency, kinds of harm, wish and desks are suggested",
            description = "In the order in which they are asked. The ids are those in the reasons of a consultation's"
                    + " assessment.")
    public Rules rules() {
        RuleSet rules = triage.rules();
        return new Rules(
                rules.version(),
                rules.adopted(),
                rules.rules().stream().map(Line::of).toList());
    }
}
