package jp.tsunagi.platform.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/**
 * What a caller without a good token is told. They stand before the extension's own mappers, which were compiled
 * against an older Quarkus and fail on 3.33 with NoSuchFieldError (ChallengeData.headerName).
 */
class SignInProblems {

    private SignInProblems() {}

    private static HttpProblem unauthorized() {
        return HttpProblem.builder()
                .withStatus(401)
                .withHeader("WWW-Authenticate", "Bearer")
                .build();
    }

    /** A token that is expired, foreign, tampered with or no token at all. */
    @Provider
    @Priority(1)
    static class TokenRefused extends ExceptionMapperBase<AuthenticationFailedException> {
        @Override
        protected HttpProblem toProblem(AuthenticationFailedException refused) {
            return unauthorized();
        }
    }

    /** No token where one is needed. */
    @Provider
    @Priority(1)
    static class TokenMissing extends ExceptionMapperBase<UnauthorizedException> {
        @Override
        protected HttpProblem toProblem(UnauthorizedException missing) {
            return unauthorized();
        }
    }
}
