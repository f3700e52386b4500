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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.tsunagi.intake.Labels;
import jp.tsunagi.intake.Words;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Queue;
import jp.tsunagi.intake.triage.Urgency;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;

/** 相談一覧: what waits, the most urgent on top. Filters are in the address, so a list can be kept as a bookmark. */
@Path("/desk/queue")
@Produces(MediaType.TEXT_HTML)
class QueuePage {

    private final CaseFiles files;
    private final Identity identity;
    private final PageLayout layout;

    QueuePage(CaseFiles files, Identity identity, PageLayout layout) {
        this.files = files;
        this.identity = identity;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance queue(
                Form form, List<Choice> statuses, List<Choice> urgencies, List<Queue.Item> items, String next);
    }

    @GET
    @RolesAllowed({"counsellor", "supervisor", "legal-adviser"})
    @Transactional
    public TemplateInstance show(
            @QueryParam("status") String status,
            @QueryParam("urgency") String urgency,
            @QueryParam("respondents") boolean respondents,
            @QueryParam("cursor") String cursor) {
        Queue.Filter filter = Queue.Filter.of(status, urgency, respondents);
        CursorPage<Queue.Item> page = files.list(identity.actor().agency(), filter, cursor, CursorPage.DEFAULT_SIZE);
        Form form = Form.filled(Map.of(
                "status", filter.status() == null ? "" : filter.status(),
                "urgency", filter.urgency() == null ? "" : filter.urgency(),
                "respondents", respondents ? "true" : ""));
        return layout.show(Templates.queue(
                form,
                Labels.of(layout.lang(), Queue.Filter.statuses(), Words::status),
                Labels.of(
                        layout.lang(),
                        Arrays.stream(Urgency.values()).map(Urgency::code).toList(),
                        Words::urgency),
                page.items(),
                next(form, page.next())));
    }

    private static String next(Form form, String cursor) {
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
