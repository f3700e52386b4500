package jp.tsunagi.intake;

import static jp.tsunagi.platform.problem.Refusal.Kind.CONFLICT;
import static jp.tsunagi.platform.problem.Refusal.Kind.FORBIDDEN;
import static jp.tsunagi.platform.problem.Refusal.Kind.INVALID;
import static jp.tsunagi.platform.problem.Refusal.Kind.NOT_FOUND;
import static jp.tsunagi.platform.problem.Refusal.Kind.TOO_MANY;
import static jp.tsunagi.platform.problem.Refusal.Kind.UNMET;

import java.util.Locale;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.problem.ProblemCode;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** Everything that intake may refuse. */
public enum IntakeProblem implements ProblemCode {
    // About what a consulter tells.
    TEXT_MISSING(INVALID),
    TEXT_TOO_LONG(INVALID),
    URL_FORMAT(INVALID),
    TOO_MANY_URLS(INVALID),
    TOO_LONG(INVALID),
    MAIL_FORMAT(INVALID),

    // About the confirmation code and the mailbox.
    IDEMPOTENCY_KEY_GUESSABLE(INVALID),
    ALREADY_RECEIVED(CONFLICT),
    TOO_MANY_ATTEMPTS(TOO_MANY),
    MAILBOX_NOT_FOUND(NOT_FOUND),
    QUESTION_NOT_FOUND(NOT_FOUND),
    QUESTION_ANSWERED(CONFLICT),
    QUESTION_REPLACED(CONFLICT),
    CONSENT_NOT_FOUND(NOT_FOUND),
    CONSENT_NOT_IN_FORCE(CONFLICT),
    ANSWER_MISSING(INVALID),
    ANSWER_EMPTY(INVALID),

    // About a counsellor's work on a case.
    CONSULTATION_NOT_FOUND(NOT_FOUND),
    ILLEGAL_TRANSITION(CONFLICT),
    QUESTION_INCOMPLETE(INVALID),
    CLOSING_UNCONFIRMED(UNMET),
    COLLEAGUE_UNKNOWN(UNMET),
    ALREADY_HOLDER(CONFLICT),
    RULE_NOT_FOUND(NOT_FOUND),
    RULES_MISSING(INVALID),
    RULES_REFUSED(UNMET),
    URGENCY_LOWERED_BY_SUPERVISOR(FORBIDDEN),
    URGENCY_REASON_MISSING(INVALID),

    // About the places of a case, and what providers were asked.
    TARGET_NOT_FOUND(NOT_FOUND),
    TOO_MANY_TARGETS(CONFLICT),
    REQUEST_TO_PROVIDER_NOT_CHOSEN(INVALID),
    REQUEST_TO_PROVIDER_NOT_FOUND(NOT_FOUND),
    REQUEST_TO_PROVIDER_TAKEN_BACK(CONFLICT),
    TOO_MANY_REQUESTS_TO_PROVIDER(CONFLICT),
    ANSWER_NOT_OF_FORM(INVALID),
    REFUSAL_REASON_MISSING(INVALID),
    TOO_MANY_ANSWERS_OF_PROVIDER(CONFLICT),
    DAY_MISSING(INVALID),
    DAY_IN_FUTURE(INVALID),
    DAY_TOO_EARLY(INVALID),
    EVENT_NOT_OF_CASE(INVALID),
    DAY_OF_WHOLE_CASE(INVALID),
    TOO_MANY_STARTING_DAYS(CONFLICT),

    // About awareness material.
    MATERIAL_UNKNOWN(INVALID),

    // About the directory of providers.
    PROVIDER_NOT_FOUND(NOT_FOUND),
    PROVIDER_CODE_FIXED(INVALID),
    PROVIDER_FILE_UNREADABLE(INVALID),
    PROVIDER_COLUMNS_MISSING(INVALID),

    // About a list that a counsellor keeps.
    VIEW_NAME_MISSING(INVALID),
    VIEW_NAME_TOO_LONG(INVALID),
    VIEW_NAME_TAKEN(CONFLICT),
    TOO_MANY_VIEWS(CONFLICT),
    VIEW_NOT_FOUND(NOT_FOUND),

    // About a hand-over: the desk.
    DESK_UNKNOWN(UNMET),
    DESK_IS_OWN(UNMET),
    DESK_NOT_ACCEPTING(UNMET),
    CONSULTER_TYPE_REFUSED(UNMET),
    AGE_BAND_REFUSED(UNMET),
    FIELD_MISSING(UNMET),
    FIELD_REFUSED(UNMET),
    FIELD_NOT_TOLD(UNMET),
    OPEN_REFERRAL_EXISTS(CONFLICT),

    // About a hand-over: the summary.
    SUMMARY_MISSING(UNMET),
    SUMMARY_TOO_LONG(UNMET),
    SUMMARY_IDENTIFIES(UNMET),

    // About a hand-over: consent, or another ground of the law.
    CONSENT_MISSING(UNMET),
    CONSENT_UNANSWERED(UNMET),
    CONSENT_REFUSED(UNMET),
    CONSENT_WITHDRAWN(UNMET),
    BASIS_TEXT_VERSION_MISSING(UNMET),
    BASIS_TEXT_VERSION_UNKNOWN(UNMET),
    BASIS_TIME_MISSING(UNMET),
    BASIS_TIME_IN_FUTURE(UNMET),
    BASIS_TIME_BEFORE_RECEIPT(UNMET),
    FIELD_BEYOND_CONSENT(UNMET),
    GROUND_UNKNOWN(UNMET),
    BASIS_REASON_MISSING(UNMET),

    // About a hand-over: what its desk said.
    REFERRAL_NOT_FOUND(NOT_FOUND),
    ENTRY_NOT_FOUND(NOT_FOUND),
    ENTRY_NOT_FOR_CONSULTER(FORBIDDEN),
    ENTRY_PASSED_ON(CONFLICT),

    // About a hand-over: the second person.
    APPROVAL_NOT_FOUND(NOT_FOUND),
    APPROVAL_WAITS(CONFLICT),
    APPROVAL_DECIDED(CONFLICT),
    APPROVAL_OVERTAKEN(CONFLICT),
    APPROVAL_REASON_MISSING(INVALID),
    APPROVER_IS_REQUESTER(FORBIDDEN),
    APPROVER_IS_MACHINE(FORBIDDEN);

    private final Kind kind;

    IntakeProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String detail(Locale locale) {
        return Messages.in(locale, IntakeProblemMessages.class).detail(this);
    }
}
