package jp.tsunagi.intake.triagedecision;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.triage.Rule;
import org.jspecify.annotations.Nullable;

/** One decision; the reason is sealed. The table is only added to. */
@Entity
@Table(name = "triage_decision")
class TriageDecisionRow {

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    Rule.Question question;

    List<String> suggested;
    List<String> decided;

    /** Ids of the rules that had suggested what was decided. */
    List<String> confirmedRules;

    /** Ids of the rules that had suggested something else. */
    List<String> correctedRules;

    String ruleSet;
    byte @Nullable [] reason;
    String byId;
    String byName;
    Instant at;

    /** The version of the case that the decision led to. */
    @Embeddable
    record Key(UUID consultationId, long caseVersion) {}
}
