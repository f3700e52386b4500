package jp.tsunagi.referral.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.vocabulary.Ground;
import org.jspecify.annotations.Nullable;

/**
 * On what ground a consulter's data goes to another agency: the consent that was given, or the exception of the law,
 * which a second account has to approve. Whether it suffices is decided here and nowhere else.
 *
 * @param recordId the origin's own record of the consent or the ground
 * @param textVersion which edition of the text the person read
 * @param reason why consent could not be had; null when the reason stays with intake
 * @param approval of the second account; null for a consent that nobody refused, and while the approval is awaited
 */
public record LegalBasis(
        Ground ground,
        BasisEvidence evidence,
        @Nullable String recordId,
        @Nullable String textVersion,
        @Nullable Instant givenAt,
        @Nullable String reason,
        @Nullable Approval approval) {

    /** Characters of the reason why consent could not be had. */
    public static final int MAX_REASON = 1_000;

    /** How far the clock of the agency that recorded the consent may be ahead of ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    /**
     * Policy, not law: an older consent is asked for anew. As long as a record of provision has to be kept (Rules for
     * Enforcement of the Act on the Protection of Personal Information, Article 21).
     */
    private static final Period OLDEST_VOUCHED = Period.ofYears(3);

    /** A number, a date or a file mark. Words like "none" name no record and no edition. */
    private static final Pattern NAMES_SOMETHING = Pattern.compile("[\\p{L}0-9 ._:/()-]{4,64}");

    /** What an agency states from its own records; an exception waits for its approval. */
    public static LegalBasis vouched(
            Ground ground,
            @Nullable String recordId,
            @Nullable String textVersion,
            @Nullable Instant givenAt,
            @Nullable String reason) {
        return new LegalBasis(ground, BasisEvidence.VOUCHED_BY_AGENCY, recordId, textVersion, givenAt, reason, null);
    }

    /** What stands in the way of passing data on this basis; empty when nothing does. A null basis lacks everything. */
    public static List<Violation> findLacks(
            @Nullable LegalBasis basis, boolean publicBody, String requestedBy, Instant now) {
        Violations lacks = new Violations();
        if (basis == null || basis.ground == null) {
            return lacks.add("/basis/kind", ReferralProblem.BASIS_MISSING).list();
        }
        lacks.addIf(!basis.ground.isFor(publicBody), "/basis/kind", ReferralProblem.BASIS_NOT_FOR_HOLDER);
        boolean isVouched = basis.evidence == BasisEvidence.VOUCHED_BY_AGENCY;
        if (basis.ground.isConsent()) {
            basis.findLacksOfConsent(lacks, isVouched, now);
        } else {
            lacks.addIf(isVouched && isBlank(basis.reason), "/basis/reason", ReferralProblem.BASIS_REASON_MISSING);
        }
        lacks.addIf(
                basis.approval != null && Actor.isSameAccount(basis.approval.by(), requestedBy),
                "/basis/approval",
                ReferralProblem.APPROVER_SAME);
        return lacks.list();
    }

    private void findLacksOfConsent(Violations lacks, boolean isVouched, Instant now) {
        lacks.addIf(
                isBlank(textVersion) || (isVouched && !namesSomething(textVersion)),
                "/basis/textVersion",
                ReferralProblem.BASIS_TEXT_VERSION_MISSING);
        lacks.addIf(isVouched && !namesSomething(recordId), "/basis/recordId", ReferralProblem.BASIS_RECORD_MISSING);
        if (givenAt == null) {
            lacks.add("/basis/givenAt", ReferralProblem.BASIS_TIME_MISSING);
            return;
        }
        lacks.addIf(givenAt.isAfter(now.plus(CLOCKS_APART)), "/basis/givenAt", ReferralProblem.BASIS_TIME_IN_FUTURE);
        Instant oldest = now.atZone(ZoneOffset.UTC).minus(OLDEST_VOUCHED).toInstant();
        lacks.addIf(isVouched && givenAt.isBefore(oldest), "/basis/givenAt", ReferralProblem.BASIS_TIME_TOO_OLD);
    }

    /** An exception of the law that no second account has approved. */
    public boolean lacksApproval() {
        return !ground.isConsent() && approval == null;
    }

    public LegalBasis approved(Approval given) {
        return new LegalBasis(ground, evidence, recordId, textVersion, givenAt, reason, given);
    }

    /**
     * Whether Article 29 makes the record of provision a duty: a private body giving to a private body by consent. In
     * every other case the platform keeps the same record by its own policy (PPC guideline on third-party provision,
     * 2-1-1 and 2-1-3).
     */
    public boolean makesRecordADuty(boolean originPublic, boolean targetPublic) {
        return ground.isConsent() && !originPublic && !targetPublic;
    }

    private static boolean namesSomething(@Nullable String text) {
        return text != null
                && NAMES_SOMETHING.matcher(text).matches()
                && text.chars().anyMatch(letter -> letter >= '0' && letter <= '9');
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
