package jp.tsunagi.intake.workbench;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.intake.approval.Approval;
import jp.tsunagi.intake.approval.Approvals;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.consultation.Queue;
import jp.tsunagi.intake.consultation.QueueItem;
import jp.tsunagi.intake.receipt.ReceiptNumber;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.vocabulary.CodeMessages;
import jp.tsunagi.vocabulary.Urgency;
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
    private final QueueLines lines;
    private final Approvals approvals;
    private final Identity identity;
    private final PageLayout layout;
    private final Clock clock;

    QueuePage(
            CaseFiles files, QueueLines lines, Approvals approvals, Identity identity, PageLayout layout, Clock clock) {
        this.files = files;
        this.lines = lines;
        this.approvals = approvals;
        this.identity = identity;
        this.layout = layout;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance queue(Form form, List<Choice> statuses, List<Choice> urgencies, QueueView list);
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    public TemplateInstance show(
            @QueryParam("view") @Nullable String view,
            @QueryParam("status") @Nullable String status,
            @QueryParam("urgency") @Nullable String urgency,
            @QueryParam("respondents") boolean respondents,
            @QueryParam("number") @Nullable String number,
            @QueryParam("cursor") @Nullable String cursor) {
        Queue.Filter filter = Queue.Filter.read(view, status, urgency, respondents, number);
        Actor reader = identity.actor();
        // Counted before the list is read: what comes in between is announced although it may be on the list already.
        Queue.Arrivals arrivals = files.countArrivals(reader, respondents);
        CursorPage<QueueItem> page = files.list(reader, filter, cursor, CursorPage.DEFAULT_SIZE);
        return page(
                filter,
                arrivals,
                page,
                filter.number().map(ReceiptNumber::value).orElse(""),
                false);
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
        boolean respondents = form.chosen("respondents", "true");
        Queue.Filter filter = Queue.Filter.read(null, null, null, respondents, null);
        Actor reader = identity.actor();
        Queue.Arrivals arrivals = files.countArrivals(reader, respondents);
        List<QueueItem> found = files.search(reader, respondents, wanted);
        return RestResponse.ok(page(filter, arrivals, new CursorPage<>(found, null), wanted, true));
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

    private TemplateInstance page(
            Queue.Filter filter, Queue.Arrivals arrivals, CursorPage<QueueItem> page, String sought, boolean isSearch) {
        Actor reader = identity.actor();
        Form form = Form.filled(Map.of(
                "find", sought,
                "view", filter.view().code(),
                "status", filter.status().map(ConsultationStatus::code).orElse(""),
                "urgency", filter.urgency().map(Urgency::code).orElse(""),
                "respondents", filter.respondents() ? "true" : ""));
        WorkbenchMessages texts = Messages.in(layout.locale(), WorkbenchMessages.class);
        CodeMessages codes = Messages.in(layout.locale(), CodeMessages.class);
        QueueMessages words = Messages.in(layout.locale(), QueueMessages.class);
        return layout.show(Templates.queue(
                form,
                Choice.of(List.of(ConsultationStatus.values()), texts::consultationStatus),
                Choice.of(List.of(Urgency.values()), codes::urgency),
                new QueueView(
                        filter,
                        isSearch,
                        arrivals,
                        files.count(reader, filter),
                        lines.of(page).items(),
                        reader.hasRole(Approval.ROLE) ? approvals.findWaiting(reader) : List.of(),
                        page.next(),
                        new RelativeTime(clock.instant(), words, layout.locale()),
                        reader)));
    }
}
