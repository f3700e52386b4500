package jp.tsunagi.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.oidc.OIDCException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.language.RequestLocale;
import jp.tsunagi.platform.problem.Refusal.Kind;

/**
 * Writes every error of the API: RFC 9457 with {@code code}, {@code blame}, {@code retryable}, {@code requestId} and
 * {@code errors[]} of JSON pointers. A bug shows nothing but its request id: no class, no SQL, nothing that was sent.
 */
@ApplicationScoped
public class RefusalProblems implements ProblemPostProcessor {

    private final RequestLocale requestLocale;

    RefusalProblems(RequestLocale requestLocale) {
        this.requestLocale = requestLocale;
    }

    /** After the extension's logger, so that a bug is logged with its stack before it is made anonymous. */
    @Override
    public int priority() {
        return 10;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        HttpProblem.Builder builder = builder(problem.getStatusCode(), context.cause);
        problem.getHeaders().forEach(builder::withHeader);
        return builder.build();
    }

    /** The same for what fails where the framework asks nobody: in a filter of the answer. */
    public HttpProblem of(RuntimeException failure) {
        return builder(500, failure).build();
    }

    private HttpProblem.Builder builder(int answered, Throwable cause) {
        Refusal refusal = refusal(answered, cause);
        Kind kind = refusal.kind();
        Locale locale = requestLocale.get();
        HttpProblem.Builder builder = HttpProblem.builder()
                .withType(URI.create("urn:tsunagi:problem:" + refusal.code()))
                .withTitle(Messages.in(locale, PlatformProblemMessages.class).title(kind))
                .withStatus(status(refusal, answered))
                .withDetail(refusal.detail(locale))
                .withInstance(URI.create("urn:tsunagi:request:" + Correlation.current()))
                .with("code", refusal.code())
                .with("blame", kind == Kind.BUSY ? "hub" : "sender")
                .with("retryable", kind.isRetryable())
                .with("requestId", Correlation.current())
                .with("errors", errors(refusal, locale));
        refusal.values().forEach(builder::with);
        // RFC 9110, 10.2.3: whoever has to wait is told how long also where programs look.
        if (refusal.values().get("retryAfter") instanceof Long seconds) {
            builder.withHeader("Retry-After", seconds);
        }
        return builder;
    }

    private static List<Map<String, Object>> errors(Refusal refusal, Locale locale) {
        return refusal.violations().stream()
                .map(violation -> {
                    Map<String, Object> error = new LinkedHashMap<>(violation.values());
                    error.put("pointer", violation.pointer());
                    error.put("code", violation.code());
                    error.put("detail", violation.detail(locale));
                    return error;
                })
                .toList();
    }

    private static int status(Refusal refusal, int answered) {
        // 405, 406, 415 and the like have no kind of their own: they are about HTTP, not about our rules.
        if (refusal.kind() == Kind.INVALID && answered > 404 && answered < 500) {
            return answered;
        }
        return refusal.problem() == PlatformProblem.INTERNAL_ERROR
                ? 500
                : refusal.kind().status();
    }

    private static Refusal refusal(int status, Throwable cause) {
        if (TransientFailures.isCauseOf(cause)) {
            return new Refusal(PlatformProblem.TEMPORARILY_UNAVAILABLE);
        }
        for (Throwable t = cause; t != null; t = t.getCause()) {
            switch (t) {
                case Refusal refusal -> {
                    return refusal.explained();
                }
                // Keycloak cannot be asked for its keys: no token can be verified, so none is believed.
                case OIDCException _ -> {
                    return new Refusal(PlatformProblem.SIGN_IN_UNAVAILABLE);
                }
                case ConstraintViolationException invalid -> {
                    return UnreadableInput.refusal(invalid.getConstraintViolations());
                }
                case JsonProcessingException unreadable
                when status < 500 -> {
                    return UnreadableInput.refusal(unreadable);
                }
                default -> {}
            }
        }
        return new Refusal(problem(status));
    }

    private static PlatformProblem problem(int status) {
        return switch (status) {
            case 400 -> PlatformProblem.REQUEST_MALFORMED;
            case 401 -> PlatformProblem.TOKEN_INVALID;
            case 403 -> PlatformProblem.ROLE_MISSING;
            case 404 -> PlatformProblem.NOT_FOUND;
            case 405 -> PlatformProblem.METHOD_NOT_ALLOWED;
            case 406 -> PlatformProblem.NOT_ACCEPTABLE;
            case 413 -> PlatformProblem.BODY_TOO_LARGE;
            case 415 -> PlatformProblem.MEDIA_TYPE_UNSUPPORTED;
            default -> status < 500 ? PlatformProblem.REQUEST_REFUSED : PlatformProblem.INTERNAL_ERROR;
        };
    }
}
