package jp.tsunagi.platform.page;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/**
 * Shows a problem as a page to a person with a browser; a system that asks for JSON keeps its problem+json. Not to have
 * said for which of one's agencies is no failure: a page that was opened leads to that question first.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class ProblemPage implements ContainerResponseFilter {

    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    private final Template problem;
    private final PageLayout layout;

    ProblemPage(@Location("problem.html") Template problem, PageLayout layout) {
        this.problem = problem;
        this.layout = layout;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof HttpProblem told)) {
            return;
        }
        if (!prefersPages(request)) {
            // An operation that makes pages has its writer of text chosen already: without this it would write the
            // problem's toString().
            response.setEntity(told, new Annotation[0], PROBLEM);
            return;
        }
        if (told.getParameters().containsKey("agencies") && HttpMethod.GET.equals(request.getMethod())) {
            response.setStatusInfo(Response.Status.SEE_OTHER);
            response.setEntity(null);
            response.getHeaders().putSingle(HttpHeaders.LOCATION, layout.choiceOfAgency());
            return;
        }
        String page = layout.show(problem.data("status", told.getStatusCode())
                        .data("heading", told.getTitle())
                        .data("detail", told.getDetail())
                        .data("agencies", told.getParameters().get("agencies"))
                        .data("number", told.getParameters().get("requestId")))
                .render();
        response.setEntity(page, new Annotation[0], MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }

    // A browser names text/html first; curl and fetch say */*, and get JSON.
    private static boolean prefersPages(ContainerRequestContext request) {
        for (MediaType wanted : request.getAcceptableMediaTypes()) {
            if (wanted.isWildcardType()
                    || wanted.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                    || wanted.isCompatible(PROBLEM)) {
                return false;
            }
            if (wanted.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                return true;
            }
        }
        return false;
    }
}
