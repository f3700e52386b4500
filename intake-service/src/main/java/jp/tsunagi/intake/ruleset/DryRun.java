package jp.tsunagi.intake.ruleset;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.PastCase;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.intake.triage.InvalidRules;
import jp.tsunagi.intake.triage.RoutingGuide;
import jp.tsunagi.intake.triage.RuleSet;
import jp.tsunagi.intake.triage.Triage;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Tries other rules over the newest cases of an agency before anything follows them: what would be suggested otherwise. */
@ApplicationScoped
class DryRun {

    /** Of so many cases what is suggested for each is compared. */
    static final int MOST_CASES = 500;

    /** Nobody waits longer for a page, and a transaction ends after ten seconds. */
    private static final Duration ENOUGH = Duration.ofSeconds(6);

    private final Triage triage;
    private final CaseFiles cases;

    DryRun(Triage triage, CaseFiles cases) {
        this.triage = triage;
        this.cases = cases;
    }

    /** What a form or a program sends; a text that is missing is the one in force. */
    record Tried(@Nullable String rules, @Nullable String routingGuide) {}

    /** Compares what is suggested by the rules in force and by others. */
    DryRunResult run(RuleSet others, Actor by) {
        RuleSet inForce = triage.rules();
        DryRunResult.Comparison comparison = new DryRunResult.Comparison();
        long end = System.nanoTime() + ENOUGH.toNanos();
        cases.readNewest(by, MOST_CASES, one -> {
            List<Assessment> suggested = assess(one, List.of(inForce, others));
            comparison.add(one.id(), one.receiptNumber(), suggested.getFirst(), suggested.getLast());
            return System.nanoTime() < end;
        });
        return comparison.result();
    }

    /** Audits that the words of these cases are shown. */
    void auditWords(DryRunResult result, Actor reader) {
        result.shown().map(DryRunResult.Line::consultationId).distinct().forEach(id -> cases.auditWords(id, reader));
    }

    /** @throws Refusal with text, line and reason when the rules are refused */
    RuleSet read(Tried tried) {
        RuleSet inForce = triage.rules();
        Optional<String> rules = written(tried.rules);
        Optional<String> guide = written(tried.routingGuide);
        if (rules.isEmpty() && guide.isEmpty()) {
            throw new Refusal(IntakeProblem.RULES_MISSING).at("/rules");
        }
        try {
            return triage.check(
                    rules.orElseGet(inForce::text),
                    guide.map(text -> new RoutingGuide(inForce.guide().number(), text))
                            .orElseGet(inForce::guide));
        } catch (InvalidRules refused) {
            throw Refusal.of(List.of(new Violation(
                    refused.isInGuide() ? "/routingGuide" : "/rules",
                    IntakeProblem.RULES_REFUSED,
                    Map.of("line", refused.line(), "reason", refused.reason()))));
        }
    }

    private static Optional<String> written(@Nullable String text) {
        return Optional.ofNullable(text).filter(one -> !Narrative.isBlank(one));
    }

    /** As {@code Consultations} does with the first text and what came later. */
    private List<Assessment> assess(PastCase one, List<RuleSet> sets) {
        List<Assessment> suggested = triage.assess(one.told(), sets);
        for (String text : one.later()) {
            List<Assessment> later = triage.assess(one.told().withText(text), sets);
            suggested = List.of(
                    joined(suggested.getFirst(), later.getFirst()), joined(suggested.getLast(), later.getLast()));
        }
        return suggested;
    }

    private static Assessment joined(Assessment before, Assessment later) {
        Assessment all = before.and(later);
        return later.urgency().compareTo(before.urgency()) < 0 ? all.raisedBy(later) : all;
    }
}
