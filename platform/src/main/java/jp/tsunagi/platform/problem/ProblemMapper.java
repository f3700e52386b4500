package jp.tsunagi.platform.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** Hands a {@link Refusal} to {@link Problems}, which writes every problem of the platform. */
@Provider
class ProblemMapper extends ExceptionMapperBase<Refusal> {

    @Override
    protected HttpProblem toProblem(Refusal refusal) {
        return HttpProblem.builder().withStatus(refusal.kind().status()).build();
    }
}
