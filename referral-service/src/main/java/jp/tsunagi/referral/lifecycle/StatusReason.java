package jp.tsunagi.referral.lifecycle;

import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.vocabulary.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Why a referral is in its state, for the other agency to read (FHIR Task.statusReason).
 *
 * @param note what a person wrote; null when the platform itself moved the referral and the code says everything
 */
public record StatusReason(ReasonCode code, @Nullable String note) {

    /** A reason of the given list, with a note; refused when either is missing (docs/invariants.md I3). */
    static StatusReason of(Reasons fitting, @Nullable ReasonCode code, @Nullable String note) {
        if (code != null && fitting.codes().contains(code) && note != null && !note.isBlank()) {
            return new StatusReason(code, note);
        }
        Violations wrong = new Violations();
        if (code == null) {
            wrong.add("/reasonCode", ReferralProblem.REASON_MISSING);
        } else {
            wrong.addIf(!fitting.codes().contains(code), "/reasonCode", ReferralProblem.REASON_UNFIT);
        }
        wrong.addIf(note == null || note.isBlank(), "/note", ReferralProblem.NOTE_MISSING);
        throw new Refusal(ReferralProblem.REASON_MISSING, wrong.list());
    }

    /** Returns a text that the other agency reads; refused when it is empty. */
    static String requireText(@Nullable String text, String pointer) {
        if (text == null || text.isBlank()) {
            throw ReferralProblem.NOTE_MISSING.at(pointer);
        }
        return text;
    }
}
