package jp.tsunagi.platform.audit;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.platform.correlation.Correlation;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.problem.Refusal;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Writes every refused request to the audit, whichever rule refused it: a refusal changes nothing but this. Runs
 * before the problem may be turned into a page.
 */
class RefusalAudit {

    private static final Actor UNKNOWN = new Actor("unknown", "", "", Set.of());

    private final Audit audit;
    private final Identity identity;
    private final ManagedExecutor executor;

    RefusalAudit(Audit audit, Identity identity, ManagedExecutor executor) {
        this.audit = audit;
        this.identity = identity;
        this.executor = executor;
    }

    @ServerResponseFilter(priority = 10_000)
    public void note(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400 || response.getStatus() >= 500) {
            return;
        }
        String action = request.getMethod() + " " + request.getUriInfo().getPath();
        // A form that is shown again with its sentences has no code of its own: the status says what kind it was.
        String code = response.getEntity() instanceof HttpProblem problem
                ? String.valueOf(problem.getParameters().get("code"))
                : "page-" + response.getStatus();
        String correlation = Correlation.current();
        if (BlockingOperationControl.isBlockingAllowed()) {
            audit.refused(who(), action, "request/" + correlation, code);
            return;
        }
        // A token refused on the event loop: the row is written beside it, because this thread may not wait.
        executor.execute(() -> {
            Correlation.begin(correlation);
            audit.refused(UNKNOWN, action, "request/" + correlation, code);
        });
    }

    private Actor who() {
        try {
            Optional<Actor> actor = identity.ifPresent();
            return actor.orElse(UNKNOWN);
        } catch (Refusal | AuthenticationFailedException noUsableIdentity) {
            return UNKNOWN;
        }
    }
}
