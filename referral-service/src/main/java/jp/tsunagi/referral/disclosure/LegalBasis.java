package jp.tsunagi.referral.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.vocabulary.Ground;
import org.jspecify.annotations.Nullable;

/**
 * On what ground a consulter's data goes to another agency: the consent that was given, or the exception of the law
 * with the reason and the person who approved it. Whether it suffices is decided here and nowhere else.
 *
 * @param recordId the origin's record of the consent, if it has one
 * @param textVersion which text of the consent the person read
 * @param reason why consent could not be had; for exceptions only
 * @param approvedBy who approved the exception; for exceptions only
 */
public record LegalBasis(
        Ground ground,
        @Nullable String recordId,
        @Nullable String textVersion,
        @Nullable Instant givenAt,
        @Nullable String reason,
        @Nullable String approvedBy) {

    /** Characters of the reason why consent could not be had. */
    public static final int MAX_REASON = 1_000;

    /** How far the clock of the agency that recorded the consent may be ahead of ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    public static LegalBasis consent(String textVersion, Instant givenAt) {
        return new LegalBasis(Ground.CONSENT, null, textVersion, givenAt, null, null);
    }

    /** What stands in the way of passing data on this basis; empty when nothing does. A null basis lacks everything. */
    public static List<Violation> findLacks(
            @Nullable LegalBasis basis, boolean publicBody, String requestedBy, Instant now) {
        Violations lacks = new Violations();
        if (basis == null || basis.ground == null) {
            return lacks.add("/basis/kind", ReferralProblem.BASIS_MISSING).list();
        }
        lacks.addIf(!basis.ground.isFor(publicBody), "/basis/kind", ReferralProblem.BASIS_NOT_FOR_HOLDER);
        if (basis.ground.isConsent()) {
            basis.findLacksOfConsent(lacks, now);
        } else {
            basis.findLacksOfException(lacks, requestedBy);
        }
        return lacks.list();
    }

    private void findLacksOfConsent(Violations lacks, Instant now) {
        lacks.addIf(isBlank(textVersion), "/basis/textVersion", ReferralProblem.BASIS_TEXT_VERSION_MISSING);
        if (givenAt == null) {
            lacks.add("/basis/givenAt", ReferralProblem.BASIS_TIME_MISSING);
        } else {
            lacks.addIf(
                    givenAt.isAfter(now.plus(CLOCKS_APART)), "/basis/givenAt", ReferralProblem.BASIS_TIME_IN_FUTURE);
        }
    }

    private void findLacksOfException(Violations lacks, String requestedBy) {
        lacks.addIf(isBlank(reason), "/basis/reason", ReferralProblem.BASIS_REASON_MISSING);
        if (approvedBy == null || approvedBy.isBlank()) {
            lacks.add("/basis/approvedBy", ReferralProblem.BASIS_APPROVER_MISSING);
        } else {
            lacks.addIf(approvedBy.equals(requestedBy), "/basis/approvedBy", ReferralProblem.BASIS_APPROVER_SAME);
        }
    }

    /**
     * Whether Article 29 makes the record of provision a duty: a private body giving to a private body by consent. In
     * every other case the platform keeps the same record by its own policy (PPC guideline on third-party provision,
     * 2-1-1 and 2-1-3).
     */
    public boolean makesRecordADuty(boolean originPublic, boolean targetPublic) {
        return ground.isConsent() && !originPublic && !targetPublic;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
