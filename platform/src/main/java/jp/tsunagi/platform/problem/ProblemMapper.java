package jp.tsunagi.platform.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** Hands what a request is refused for to {@link RefusalProblems}, which writes every problem of the platform. */
class ProblemMapper {

    private ProblemMapper() {}

    @Provider
    static class Refused extends ExceptionMapperBase<Refusal> {
        @Override
        protected HttpProblem toProblem(Refusal refusal) {
            return HttpProblem.builder().withStatus(refusal.kind().status()).build();
        }
    }

    /** Stands before Quarkus' own mapper, which answers a wrong type or enum with 400 and an empty body. */
    @Provider
    @Priority(1)
    static class Mismatched extends ExceptionMapperBase<MismatchedInputException> {
        @Override
        protected HttpProblem toProblem(MismatchedInputException mismatched) {
            return HttpProblem.builder().withStatus(400).build();
        }
    }

    /**
     * A body that ends in its middle or is framed wrongly. Nothing else throws this: our own readers and writers throw
     * {@link java.io.UncheckedIOException}.
     */
    @Provider
    static class BodyBroken extends ExceptionMapperBase<IOException> {
        @Override
        protected HttpProblem toProblem(IOException broken) {
            return HttpProblem.builder().withStatus(400).build();
        }
    }
}
