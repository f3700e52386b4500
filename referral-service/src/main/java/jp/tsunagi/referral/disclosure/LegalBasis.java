package jp.tsunagi.referral.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
        Ground ground, String recordId, String textVersion, Instant givenAt, String reason, String approvedBy) {

    /** How far the clock of the agency that recorded the consent may be ahead of ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    /** One thing the basis lacks. */
    public record Lack(String pointer, String code, String ja, String en) {}

    public static LegalBasis consent(String textVersion, Instant givenAt) {
        return new LegalBasis(Ground.CONSENT, null, textVersion, givenAt, null, null);
    }

    /** What stands in the way of passing data on this basis; empty when nothing does. A null basis lacks everything. */
    public static List<Lack> lacks(LegalBasis basis, boolean publicBody, String requestedBy, Instant now) {
        if (basis == null || basis.ground == null) {
            return List.of(new Lack(
                    "/basis/kind",
                    "basis-missing",
                    "相談者の同意、または法律上の根拠を記録してください。",
                    "Record the person's consent or another legal ground."));
        }
        List<Lack> lacks = new ArrayList<>();
        if (!basis.ground.isFor(publicBody)) {
            lacks.add(new Lack(
                    "/basis/kind",
                    "basis-not-for-holder",
                    "この機関はこの条文を根拠にできません。",
                    "Your kind of body cannot rely on this article."));
        }
        if (basis.ground.isConsent()) {
            basis.consentLacks(now, lacks);
        } else {
            basis.exceptionLacks(requestedBy, lacks);
        }
        return lacks;
    }

    private void consentLacks(Instant now, List<Lack> lacks) {
        if (isBlank(textVersion)) {
            lacks.add(new Lack(
                    "/basis/textVersion",
                    "basis-missing",
                    "相談者が読んだ同意文の版を記録してください。",
                    "Record which consent text the person read."));
        }
        if (givenAt == null) {
            lacks.add(
                    new Lack("/basis/givenAt", "basis-missing", "同意を得た日時を記録してください。", "Record when consent was given."));
        } else if (givenAt.isAfter(now.plus(CLOCKS_APART))) {
            lacks.add(new Lack(
                    "/basis/givenAt", "basis-missing", "同意の日時が未来になっています。", "Consent cannot be given in the future."));
        }
    }

    private void exceptionLacks(String requestedBy, List<Lack> lacks) {
        if (isBlank(reason)) {
            lacks.add(new Lack(
                    "/basis/reason", "basis-missing", "同意を得られない理由を記録してください。", "Record why consent could not be had."));
        }
        if (isBlank(approvedBy)) {
            lacks.add(new Lack("/basis/approvedBy", "basis-missing", "承認した人を記録してください。", "Record who approved it."));
        } else if (approvedBy.equals(requestedBy)) {
            lacks.add(new Lack(
                    "/basis/approvedBy",
                    "basis-approver-same",
                    "送る人とは別の人の承認が必要です。",
                    "Somebody else than the sender must approve."));
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

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
