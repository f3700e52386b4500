package jp.tsunagi.referral;

import static jp.tsunagi.platform.problem.Refusal.Kind.CONFLICT;
import static jp.tsunagi.platform.problem.Refusal.Kind.FORBIDDEN;
import static jp.tsunagi.platform.problem.Refusal.Kind.INVALID;
import static jp.tsunagi.platform.problem.Refusal.Kind.NOT_FOUND;
import static jp.tsunagi.platform.problem.Refusal.Kind.UNMET;

import java.util.Locale;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.problem.ProblemCode;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** Everything that this service refuses; its sentences are in {@code messages/referral_problem*.properties}. */
public enum ReferralProblem implements ProblemCode {
    // About who asks.
    NOT_YOURS(FORBIDDEN),
    SUPERVISOR_REQUIRED(FORBIDDEN),
    DESK_NOT_YOURS(FORBIDDEN),
    APPROVER_SAME(FORBIDDEN),
    HANDED_OVER_BY_INTAKE(FORBIDDEN),

    // About what is not there.
    REFERRAL_NOT_FOUND(NOT_FOUND),
    COMMAND_NOT_FOUND(NOT_FOUND),
    DESK_NOT_FOUND(NOT_FOUND),

    // About the state of a referral.
    ILLEGAL_TRANSITION(CONFLICT),
    OPEN_REFERRAL_EXISTS(CONFLICT),
    TRANSFER_NEEDS_RETURN(CONFLICT),
    NOT_A_TRANSFER(CONFLICT),
    NOT_DUE(CONFLICT),
    EXPIRY_NOT_DUE(CONFLICT),
    HAND_OVER_ANEW(CONFLICT),
    CONSENT_WITHDRAWN(CONFLICT),

    // About the ground on which data is provided.
    BASIS_MISSING(UNMET),
    BASIS_TEXT_VERSION_MISSING(UNMET),
    BASIS_TIME_MISSING(UNMET),
    BASIS_TIME_IN_FUTURE(UNMET),
    BASIS_REASON_MISSING(UNMET),
    BASIS_RECORD_MISSING(UNMET),
    BASIS_TIME_TOO_OLD(UNMET),
    APPROVAL_NEEDED(UNMET),
    APPROVAL_MISSING(UNMET),
    BASIS_NOT_FOR_HOLDER(UNMET),

    // About what a desk takes.
    DESK_UNKNOWN(UNMET),
    DESK_NOT_ACCEPTING(UNMET),
    CONSULTER_TYPE_REFUSED(UNMET),
    AGE_BAND_REFUSED(UNMET),
    AGE_BAND_UNKNOWN(UNMET),
    LABEL_ABOVE_CEILING(UNMET),
    SUMMARY_MISSING(UNMET),
    FIELD_MISSING(UNMET),
    FIELD_WANTED(UNMET),
    FIELD_REFUSED(UNMET),
    ORIGIN_DESK_UNKNOWN(UNMET),

    // About a day that is typed into a form.
    DATE_MALFORMED(INVALID),

    // About what a command lacks.
    REASON_MISSING(UNMET),
    REASON_UNFIT(UNMET),
    NOTE_MISSING(UNMET),
    CHANNEL_MISSING(UNMET),
    OUTCOME_MISSING(UNMET),
    RESUME_BY_MISSING(UNMET),
    RESUME_BY_TOO_LATE(UNMET),
    EVENT_UNFIT(UNMET),
    ORIGINATOR_CONSENT_MISSING(UNMET),
    CONFIRMATION_MISSING(UNMET),

    // About the directory.
    DESK_IDENTITY_FIXED(UNMET),
    AGENCY_UNKNOWN(UNMET);

    private final Kind kind;

    ReferralProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String detail(Locale locale) {
        return Messages.in(locale, ReferralProblemMessages.class).detail(this);
    }

    /** The refusal for the one place of the input that it is about. */
    public Refusal at(String pointer) {
        return new Refusal(this).at(pointer);
    }
}
