package jp.tsunagi.intake.ruleset;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.vocabulary.Urgency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Tries rules over past cases, for programs: codes only, no words of anybody. */
@Path("/v1/consultations/rules/dry-runs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DryRunResource {

    /**
     * The rules to try, in YAML as docs/triage.md describes them.
     *
     * @param rules those for kinds of harm, the wish and urgency; those in force when it is missing
     * @param routingGuide those for desks; the guide in force when it is missing
     */
    @Schema(name = "DryRunRequest")
    record Request(
            @Size(max = MAX_TEXT) @Nullable String rules,

            @Size(max = MAX_TEXT) @Nullable String routingGuide) {}

    /** As long as the council's guides are. */
    private static final int MAX_TEXT = 100_000;

    /**
     * What would be suggested otherwise.
     *
     * @param lessUrgentCases the ones that would be less urgent, 100 at most; whoever would fall furthest first
     * @param otherCases the newest ones that would be more urgent or go to another desk first, 100 at most
     */
    @Schema(name = "DryRun")
    record Answer(@JsonUnwrapped DryRunResult.Counts counts, List<Line> lessUrgentCases, List<Line> otherCases) {

        static Answer of(DryRunResult result) {
            return new Answer(
                    result.counts(),
                    result.lessUrgentCases().stream().map(Line::of).toList(),
                    result.otherCases().stream().map(Line::of).toList());
        }
    }

    @Schema(name = "DryRunCase")
    record Line(UUID consultationId, String receiptNumber, Suggestion before, Suggestion after) {

        static Line of(DryRunResult.Line line) {
            return new Line(
                    line.consultationId(),
                    line.receiptNumber(),
                    Suggestion.of(line.before()),
                    Suggestion.of(line.after()));
        }
    }

    /**
     * What one set of rules suggests.
     *
     * @param urgencyRules ids of the rules that led to the urgency
     * @param desk the first one, null for none
     * @param deskRules ids of the rules that led to it
     */
    @Schema(name = "DryRunSuggestion")
    record Suggestion(
            Urgency urgency,
            List<String> urgencyRules,
            @Nullable String desk,
            List<String> deskRules) {

        static Suggestion of(DryRunResult.Suggestion suggestion) {
            return new Suggestion(
                    suggestion.urgency(),
                    ids(suggestion.urgencyReasons()),
                    suggestion.desk(),
                    ids(suggestion.deskReasons()));
        }

        private static List<String> ids(List<Assessment.Reason> reasons) {
            return reasons.stream().map(Assessment.Reason::rule).toList();
        }
    }

    private final DryRun dryRun;
    private final Identity identity;

    DryRunResource(DryRun dryRun, Identity identity) {
        this.dryRun = dryRun;
        this.identity = identity;
    }

    @POST
    @RolesAllowed(Roles.SUPERVISOR)
    @Transactional
    @Operation(
            summary = "Try rules over the newest cases of your agency",
            description =
                    "Compares what is suggested by the rules in force and by those you send, over up to 500 cases."
                            + " Nothing is stored and nothing follows the rules. Rules that are refused are answered with"
                            + " rules-refused, the line and the reason.")
    public Answer run(@NotNull @Valid Request request) {
        return Answer.of(
                dryRun.run(dryRun.read(new DryRun.Tried(request.rules, request.routingGuide)), identity.actor()));
    }
}
