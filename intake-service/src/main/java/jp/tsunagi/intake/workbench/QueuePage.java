package jp.tsunagi.intake.workbench;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Map;
import jp.tsunagi.intake.approval.Approval;
import jp.tsunagi.intake.approval.Approvals;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.ConsultationStatus;
import jp.tsunagi.intake.consultation.Queue;
import jp.tsunagi.intake.consultation.QueueItem;
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
import org.jspecify.annotations.Nullable;

/** What waits, the most urgent on top. Filters are in the address, so a list can be kept as a bookmark. */
@Path("/desk/queue")
@Produces(MediaType.TEXT_HTML)
class QueuePage {

    private final CaseFiles files;
    private final Approvals approvals;
    private final Identity identity;
    private final PageLayout layout;

    QueuePage(CaseFiles files, Approvals approvals, Identity identity, PageLayout layout) {
        this.files = files;
        this.approvals = approvals;
        this.identity = identity;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance queue(
                Form form,
                List<Choice> statuses,
                List<Choice> urgencies,
                List<QueueItem> items,
                List<Approval.Waiting> approvals,
                @Nullable String next);
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    public TemplateInstance show(
            @QueryParam("status") @Nullable String status,
            @QueryParam("urgency") @Nullable String urgency,
            @QueryParam("respondents") boolean respondents,
            @QueryParam("cursor") @Nullable String cursor) {
        Queue.Filter filter = Queue.Filter.read(status, urgency, respondents);
        Actor reader = identity.actor();
        CursorPage<QueueItem> page = files.list(reader, filter, cursor, CursorPage.DEFAULT_SIZE);
        Form form = Form.filled(Map.of(
                "status", filter.status().map(ConsultationStatus::code).orElse(""),
                "urgency", filter.urgency().map(Urgency::code).orElse(""),
                "respondents", respondents ? "true" : ""));
        WorkbenchMessages texts = Messages.in(layout.locale(), WorkbenchMessages.class);
        CodeMessages codes = Messages.in(layout.locale(), CodeMessages.class);
        return layout.show(Templates.queue(
                form,
                Choice.of(List.of(ConsultationStatus.values()), texts::consultationStatus),
                Choice.of(List.of(Urgency.values()), codes::urgency),
                page.items(),
                reader.hasRole(Approval.ROLE) ? approvals.findWaiting(reader) : List.of(),
                next(form, page.next())));
    }

    private static @Nullable String next(Form form, @Nullable String cursor) {
        return cursor == null
                ? null
                : UriBuilder.fromPath("/desk/queue")
                        .queryParam("status", form.value("status"))
                        .queryParam("urgency", form.value("urgency"))
                        .queryParam("respondents", form.value("respondents"))
                        .queryParam("cursor", cursor)
                        .build()
                        .toString();
    }
}
