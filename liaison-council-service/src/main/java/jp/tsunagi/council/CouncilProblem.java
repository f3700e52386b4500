package jp.tsunagi.council;

import static jp.tsunagi.platform.problem.Refusal.Kind.CONFLICT;
import static jp.tsunagi.platform.problem.Refusal.Kind.FORBIDDEN;
import static jp.tsunagi.platform.problem.Refusal.Kind.GONE;
import static jp.tsunagi.platform.problem.Refusal.Kind.INVALID;
import static jp.tsunagi.platform.problem.Refusal.Kind.NOT_FOUND;
import static jp.tsunagi.platform.problem.Refusal.Kind.UNMET;

import java.util.Locale;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.problem.ProblemCode;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** What the council's service refuses. */
public enum CouncilProblem implements ProblemCode {
    // About a topic and who may do what with it.
    TOPIC_NOT_FOUND(NOT_FOUND),
    TOPIC_NOT_YOURS(FORBIDDEN),
    NOT_A_MEMBER(FORBIDDEN),
    ILLEGAL_TRANSITION(CONFLICT),
    COMMAND_NOT_FOUND(NOT_FOUND),

    // About the forms of the secretariat.
    TITLE_MISSING(INVALID),
    BODY_MISSING(INVALID),
    TEXT_TOO_LONG(INVALID),
    VISIBILITY_MISSING(INVALID),
    EMBARGO_MALFORMED(INVALID),

    // About publishing.
    TOPIC_PUBLISHED(CONFLICT),
    NOTE_NOT_THERE(CONFLICT),
    TOPIC_NOT_PUBLISHED(CONFLICT),
    TOPIC_TAKEN_DOWN(GONE),
    TOPIC_ALREADY_TAKEN_DOWN(CONFLICT),
    CORRECTION_NOT_REQUESTED(CONFLICT),
    CORRECTION_REASON_MISSING(INVALID),
    TAKE_DOWN_REASON_MISSING(INVALID),
    TOPIC_ALREADY_PUBLISHED(CONFLICT),
    PUBLICATION_NOT_REQUESTED(CONFLICT),
    SECOND_PERSON_NEEDED(FORBIDDEN),
    TOPIC_NOT_PUBLISHABLE(CONFLICT),
    EMBARGO_TOO_LATE(CONFLICT),
    EMBARGO_PAST(INVALID),
    PERSONAL_DATA_SUSPECTED(UNMET),
    MAIL_ADDRESS(UNMET),
    RECEIPT_NUMBER(UNMET),
    RECORD_ID(UNMET),
    CONFIRMATION_CODE(UNMET),
    POSTAL_CODE(UNMET),
    PHONE_NUMBER(UNMET),
    PERSON_NAME(UNMET),
    HOME_ADDRESS(UNMET),
    ACCOUNT_NAME(UNMET),
    LOGIN_IN_URL(UNMET),

    // About the routing guide.
    ROUTING_GUIDE_NOT_FOUND(NOT_FOUND),
    TOPIC_NOT_DECIDED(CONFLICT),
    GUIDE_ALREADY_PROPOSED(CONFLICT),
    GUIDE_MALFORMED(INVALID),
    EFFECTIVE_DATE_PAST(INVALID),
    EFFECTIVE_DATE_TOO_FAR(INVALID),
    GUIDE_TOPIC_MISSING(INVALID),
    GUIDE_TEXT_MISSING(INVALID),
    EFFECTIVE_DATE_MALFORMED(INVALID),
    WITHDRAWAL_REASON_MISSING(INVALID),

    // About seats and statistics.
    SEAT_OVERLAPS(UNMET),
    SEAT_ENDS_BEFORE_IT_STARTS(UNMET),
    MONTH_MALFORMED(INVALID),
    MONTH_NOT_PUBLISHED(NOT_FOUND);

    private final Kind kind;

    CouncilProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String detail(Locale locale) {
        return Messages.in(locale, CouncilProblemMessages.class).detail(this);
    }
}
