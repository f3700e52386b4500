package jp.tsunagi.platform.audit;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.problem.RefusalProblems;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Writes every refused request to the audit, whichever rule refused it: a refusal changes nothing but this. Runs
 * before the problem may be turned into a page. The row names the operation and never the address, because a caller may
 * have typed anything into it, and the audit is kept.
 */
class RefusalAudit {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Pattern OUTER_SLASH = Pattern.compile("^/|/$");
    private static final String UNMATCHED = "unmatched";
    private static final Logger LOG = Logger.getLogger(RefusalAudit.class);

    private final Audit audit;
    private final AnonymousRefusals anonymous;
    private final Identity identity;
    private final RefusalProblems problems;
    private final ManagedExecutor executor;

    RefusalAudit(
            Audit audit,
            AnonymousRefusals anonymous,
            Identity identity,
            RefusalProblems problems,
            ManagedExecutor executor) {
        this.audit = audit;
        this.anonymous = anonymous;
        this.identity = identity;
        this.problems = problems;
        this.executor = executor;
    }

    @ServerResponseFilter(priority = 10_000)
    public void note(
            ContainerRequestContext request, ContainerResponseContext response, @Nullable ResourceInfo operation) {
        if (response.getStatus() < 400 || response.getStatus() >= 500) {
            return;
        }
        // A caller may invent a method; the audit takes none that HTTP does not know.
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
        String action = method + " " + template(operation);
        // A form that is shown again with its sentences has no code of its own: the status says what kind it was.
        String code = response.getEntity() instanceof HttpProblem problem
                ? String.valueOf(problem.getParameters().get("code"))
                : "page-" + response.getStatus();
        String correlation = Correlation.current();
        Uni<Optional<Actor>> who = identity.named();
        if (BlockingOperationControl.isBlockingAllowed()) {
            try {
                write(who.await().indefinitely(), action, "request/" + correlation, code);
            } catch (RuntimeException unwritten) {
                // What fails in a filter of the answer reaches no mapper, and nothing is refused without its row.
                HttpProblem problem = problems.of(unwritten);
                LOG.warnf(
                        "a refusal could not be written to the audit: %s",
                        unwritten.getClass().getSimpleName());
                response.setStatus(problem.getStatusCode());
                response.setEntity(problem);
            }
            return;
        }
        // Refused on the event loop: the row is written beside it, because this thread may not wait.
        who.subscribe()
                .with(named -> executor.execute(() -> {
                    Correlation.begin(correlation);
                    write(named, action, "request/" + correlation, code);
                }));
    }

    private void write(Optional<Actor> who, String action, String object, String code) {
        who.ifPresentOrElse(
                named -> audit.refused(named, action, object, code), () -> anonymous.note(action, object, code));
    }

    /** The path of the operation as its resource writes it, for example {@code /v1/referrals/{id}}. */
    private static String template(@Nullable ResourceInfo operation) {
        if (operation == null || operation.getResourceClass() == null || operation.getResourceMethod() == null) {
            return UNMATCHED;
        }
        return Stream.of(
                        operation.getResourceClass().getAnnotation(Path.class),
                        operation.getResourceMethod().getAnnotation(Path.class))
                .flatMap(Stream::ofNullable)
                .map(path -> "/" + OUTER_SLASH.matcher(path.value()).replaceAll(""))
                .collect(Collectors.joining());
    }
}
