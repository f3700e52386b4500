package jp.tsunagi.intake.triagedecision;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.intake.triage.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about one answer of triage.
 *
 * @param suggested codes of what the rules had suggested
 * @param decided codes of what holds since
 * @param correctedRules ids of the rules that suggested something else
 * @param reason why, in the words of who decided; null for none
 */
public record TriageDecision(
        Rule.Question question,
        List<String> suggested,
        List<String> decided,
        List<String> correctedRules,
        @Nullable String reason,
        String by,
        Instant at) {

    public TriageDecision {
        suggested = List.copyOf(suggested);
        decided = List.copyOf(decided);
        correctedRules = List.copyOf(correctedRules);
    }

    /**
     * Codes of the desks to which the case does not belong, as decided last of each.
     *
     * @param decisions the oldest first
     */
    public static Set<String> ruledOut(List<TriageDecision> decisions) {
        Set<String> out = new HashSet<>();
        for (TriageDecision one : decisions) {
            if (one.question == Rule.Question.NOT_DESK) {
                out.addAll(one.decided);
            } else if (one.question == Rule.Question.DESK) {
                one.decided.forEach(out::remove);
            }
        }
        return out;
    }
}
