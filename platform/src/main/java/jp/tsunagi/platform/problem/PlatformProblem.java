package jp.tsunagi.platform.problem;

import static jp.tsunagi.platform.problem.Refusal.Kind.BUSY;
import static jp.tsunagi.platform.problem.Refusal.Kind.FORBIDDEN;
import static jp.tsunagi.platform.problem.Refusal.Kind.INVALID;
import static jp.tsunagi.platform.problem.Refusal.Kind.PRECONDITION_MISSING;
import static jp.tsunagi.platform.problem.Refusal.Kind.TOO_LARGE;
import static jp.tsunagi.platform.problem.Refusal.Kind.UNAUTHORIZED;
import static jp.tsunagi.platform.problem.Refusal.Kind.UNMET;

import java.util.Locale;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** What every service may refuse, whatever it is about. */
public enum PlatformProblem implements ProblemCode {
    // About the request as HTTP sees it.
    REQUEST_MALFORMED(INVALID),
    REQUEST_REFUSED(INVALID),
    METHOD_NOT_ALLOWED(INVALID),
    NOT_ACCEPTABLE(INVALID),
    MEDIA_TYPE_UNSUPPORTED(INVALID),
    BODY_TOO_LARGE(TOO_LARGE),
    NOT_FOUND(Kind.NOT_FOUND),

    // About who asks.
    TOKEN_INVALID(UNAUTHORIZED),
    SIGN_IN_REQUIRED(UNAUTHORIZED),
    ROLE_MISSING(FORBIDDEN),
    ACTING_AGENCY_REQUIRED(INVALID),
    ACTING_AGENCY_NOT_YOURS(FORBIDDEN),

    // About the input.
    JSON_UNREADABLE(INVALID),
    INPUT_INVALID(INVALID),
    FIELD_UNKNOWN(INVALID),
    VALUE_UNKNOWN(INVALID),
    VALUE_MALFORMED(INVALID),
    TEXT_NOT_STORABLE(INVALID),
    NOT_NULL(INVALID),
    NOT_BLANK(INVALID),
    NOT_EMPTY(INVALID),
    SIZE(INVALID),
    LIMIT_OUT_OF_RANGE(INVALID),
    CURSOR_INVALID(INVALID),

    // About repeating a request and about the version it was decided on.
    IDEMPOTENCY_KEY_MISSING(INVALID),
    IDEMPOTENCY_KEY_MALFORMED(INVALID),
    IDEMPOTENCY_KEY_REUSED(UNMET),
    VERSION_MISSING(PRECONDITION_MISSING),
    VERSION_MALFORMED(INVALID),
    STALE(Kind.STALE),

    // About ourselves.
    TEMPORARILY_UNAVAILABLE(BUSY),
    SIGN_IN_UNAVAILABLE(BUSY),
    INTERNAL_ERROR(BUSY);

    private final Kind kind;

    PlatformProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String detail(Locale locale) {
        return Messages.in(locale, PlatformProblemMessages.class).detail(this);
    }
}
