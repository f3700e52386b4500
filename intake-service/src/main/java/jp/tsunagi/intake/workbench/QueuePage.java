package jp.tsunagi.intake.workbench;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Queue;
import jp.tsunagi.intake.receipt.ReceiptNumber;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Flash;
import jp.tsunagi.platform.page.Form;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What waits, the most urgent on top. View, filters and receipt number are in the address, so that a list can be kept and
 * shown to a colleague; a name or a URL that somebody searches for is sent in the body and kept nowhere.
 */
@Path(QueueView.PATH)
@Produces(MediaType.TEXT_HTML)
class QueuePage {

    private final CaseFiles files;
    private final QueuePageModel model;
    private final Identity identity;

    QueuePage(CaseFiles files, QueuePageModel model, Identity identity) {
        this.files = files;
        this.model = model;
        this.identity = identity;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance queue(
                Form form, List<Choice> statuses, List<Choice> urgencies, QueueView list, @Nullable String done);
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    public RestResponse<TemplateInstance> show(
            @QueryParam("view") @Nullable String view,
            @QueryParam("status") @Nullable String status,
            @QueryParam("urgency") @Nullable String urgency,
            @QueryParam("respondents") boolean respondents,
            @QueryParam("number") @Nullable String number,
            @QueryParam("cursor") @Nullable String cursor,
            @CookieParam(Flash.COOKIE) @Nullable String done) {
        Queue.Filter filter = Queue.Filter.read(view, status, urgency, respondents, number);
        return Flash.once(done, QueueView.PATH, model.list(filter, cursor, done, identity.actor()));
    }

    /** Finds by what may stand in no address. A receipt number may, so the browser goes on to the address with it. */
    @POST
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> find(MultivaluedMap<String, String> typed) {
        Form form = Form.sent(typed);
        String wanted = form.value("find").strip();
        Optional<ReceiptNumber> number = ReceiptNumber.read(wanted);
        if (wanted.isEmpty() || number.isPresent()) {
            UriBuilder list = UriBuilder.fromPath(QueueView.PATH);
            number.ifPresent(found -> list.queryParam("number", found.value()));
            return RestResponse.seeOther(list.build());
        }
        Queue.Filter filter = Queue.Filter.read(null, null, null, form.chosen("respondents", "true"), null);
        return RestResponse.ok(model.found(filter, wanted, identity.actor()));
    }

    /** What has come in, for the script of an open list. */
    @GET
    @Path("/arrivals")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    public RestResponse<Queue.Arrivals> arrivals(
            @QueryParam("respondents") boolean respondents,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        Queue.Arrivals arrivals = files.countArrivals(identity.actor(), respondents);
        String tag = "\"" + arrivals.received() + "-" + arrivals.replied() + "\"";
        var answer = tag.equals(known)
                ? RestResponse.ResponseBuilder.<Queue.Arrivals>notModified()
                : RestResponse.ResponseBuilder.ok(arrivals);
        return answer.header(HttpHeaders.ETAG, tag).build();
    }
}
