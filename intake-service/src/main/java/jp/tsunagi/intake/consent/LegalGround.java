package jp.tsunagi.intake.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.vocabulary.Ground;

/**
 * The record of passing something on without consent: which law allows it, why here, and who else approved.
 *
 * @param approval of a second person, who signed in as somebody else than {@code recordedBy}
 */
public record LegalGround(
        UUID id,
        UUID consultation,
        String recipient,
        Ground kind,
        String reason,
        UUID approval,
        String recordedBy,
        Instant at) {

    /** The grounds that the centre may use: a private body's, and none of those for research. */
    public static final Set<Ground> USABLE = Set.of(Ground.LAW, Ground.LIFE, Ground.CHILDREN, Ground.COOPERATION);

    /** What is missing before a second person may be asked to approve such a hand-over. */
    public static List<Violation> objections(Optional<Ground> kind, String reason) {
        return new Violations()
                .addIf(kind.filter(USABLE::contains).isEmpty(), "/basis/kind", IntakeProblem.GROUND_UNKNOWN)
                .addIf(Narrative.isBlank(reason), "/basis/reason", IntakeProblem.BASIS_REASON_MISSING)
                .list();
    }
}
