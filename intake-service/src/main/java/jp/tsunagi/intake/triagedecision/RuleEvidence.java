package jp.tsunagi.intake.triagedecision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagi.intake.triage.Rule;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.identity.Actor;

/** What counsellors decided where a rule had suggested something: for whoever judges or changes the rule. */
@ApplicationScoped
public class RuleEvidence {

    /** More would not be read one by one. */
    public static final int MOST = 50;

    private final TriageDecisionRows rows;
    private final Audit audit;

    RuleEvidence(TriageDecisionRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * In how many cases counsellors agreed with a rule, and in how many they decided otherwise; what was decided last of
     * a question counts.
     *
     * @param rule its id
     */
    public record Count(String rule, long confirmed, long corrected) {

        public static Count none(String rule) {
            return new Count(rule, 0, 0);
        }
    }

    /** A case in which somebody decided otherwise than a rule; codes only. */
    public record Correction(
            UUID consultationId,
            String receiptNumber,
            Rule.Question question,
            List<String> suggested,
            List<String> decided,
            String by,
            Instant at) {

        public Correction {
            suggested = List.copyOf(suggested);
            decided = List.copyOf(decided);
        }
    }

    /** In the cases of the reader's agency, by the rule's id. */
    public Map<String, Count> counts() {
        return rows.countByRule().stream().collect(Collectors.toMap(Count::rule, Function.identity()));
    }

    /** The newest first, in the cases of the reader's agency; that somebody looked is audited. */
    public List<Correction> corrections(String rule, Actor reader) {
        audit.record(reader, "rule.corrections", "rule/" + rule, null);
        return rows.findCorrections(rule, MOST);
    }
}
