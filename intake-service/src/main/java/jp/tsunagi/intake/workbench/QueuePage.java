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
import jp.tsunagi.platform.http.Listing;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.Shell;

/** 相談一覧: what waits, the most urgent on top. Filters are in the address, so a list can be kept as a bookmark. */
@Path("/desk/queue")
@Produces(MediaType.TEXT_HTML)
class QueuePage {

    private final CaseFiles files;
    private final Identity identity;
    private final Shell shell;

    QueuePage(CaseFiles files, Identity identity, Shell shell) {
        this.files = files;
        this.identity = identity;
        this.shell = shell;
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
        Listing<Queue.Item> page = files.list(identity.actor().agency(), filter, cursor, Listing.DEFAULT_SIZE);
        Form form = Form.filled(Map.of(
                "status", filter.status() == null ? "" : filter.status(),
                "urgency", filter.urgency() == null ? "" : filter.urgency(),
                "respondents", respondents ? "true" : ""));
        return shell.show(Templates.queue(
                form,
                Labels.of(shell.lang(), Queue.Filter.statuses(), Words::status),
                Labels.of(
                        shell.lang(),
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
