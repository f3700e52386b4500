package jp.tsunagi.gateway;

import static jp.tsunagi.platform.problem.Refusal.Kind.BUSY;
import static jp.tsunagi.platform.problem.Refusal.Kind.FORBIDDEN;
import static jp.tsunagi.platform.problem.Refusal.Kind.INVALID;
import static jp.tsunagi.platform.problem.Refusal.Kind.NOT_FOUND;
import static jp.tsunagi.platform.problem.Refusal.Kind.TOO_MANY;
import static jp.tsunagi.platform.problem.Refusal.Kind.UNAUTHORIZED;

import java.util.Locale;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.problem.ProblemCode;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** What the gateway refuses by itself, before a service sees the request. */
public enum GatewayProblem implements ProblemCode {
    PATH_AMBIGUOUS(INVALID),
    PATH_UNKNOWN(NOT_FOUND),
    CROSS_SITE(FORBIDDEN),
    TOO_MANY_REQUESTS(TOO_MANY),
    SIGN_IN_NEEDED(UNAUTHORIZED),
    SIGN_IN_INCOMPLETE(UNAUTHORIZED),
    SERVICE_UNAVAILABLE(BUSY);

    private final Kind kind;

    GatewayProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String detail(Locale locale) {
        return Messages.in(locale, GatewayProblemMessages.class).detail(this);
    }
}
