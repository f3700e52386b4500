package jp.tsunagi.intake.workbench;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.intake.casedeadline.CaseDeadline;
import jp.tsunagi.intake.casedeadline.CaseDeadlines;
import jp.tsunagi.intake.casedeadline.DeadlineCalendar;
import jp.tsunagi.intake.casedeadline.DeadlineMessages;
import jp.tsunagi.intake.casedeadline.StartingDayForm;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.deadline.StartingDay;
import jp.tsunagi.intake.deadline.StartingDays;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.platform.page.PageLayout;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The deadlines of a case, how each was counted, and the days from which they run. */
@Path("/desk/case/{id}/deadlines")
@Produces(MediaType.TEXT_HTML)
class DeadlinePage {

    private final HandlingDeadlines handling;
    private final StartingDayForm forms;
    private final CasePosts posts;
    private final Identity identity;
    private final PageLayout layout;

    DeadlinePage(
            HandlingDeadlines handling, StartingDayForm forms, CasePosts posts, Identity identity, PageLayout layout) {
        this.handling = handling;
        this.forms = forms;
        this.posts = posts;
        this.identity = identity;
        this.layout = layout;
    }

    /**
     * What the page shows.
     *
     * @param days everything that was noted, the newest first
     * @param current those of them that count
     * @param events of which a day may be noted
     * @param places whose post a day may be about
     */
    record View(
            CaseFile file,
            List<CaseDeadline> deadlines,
            List<StartingDay> days,
            List<StartingDay> current,
            boolean mayWork,
            List<Choice> events,
            List<Choice> places) {

        /** Whether a noted day counts. */
        public boolean isCurrent(StartingDay day) {
            return current.contains(day);
        }

        /** The place whose post a day is about; null for the whole case. */
        public @Nullable String place(StartingDay day) {
            return file.targets().stream()
                    .filter(target -> target.id().equals(day.targetId()))
                    .map(target -> target.url().canonical())
                    .findFirst()
                    .orElse(null);
        }
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance all(Form form, View view);
    }

    @GET
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Transactional
    public TemplateInstance list(@PathParam("id") UUID id) {
        return page(id, Form.blank());
    }

    @POST
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> note(@PathParam("id") UUID id, MultivaluedMap<String, String> typed) {
        return posts.once(
                id,
                typed.containsKey("enteredInError") ? CaseDone.DAY_BACK : CaseDone.DAY,
                "",
                typed,
                refused -> page(id, refused),
                (form, by) -> handling.note(id, forms.noted(form), by));
    }

    @GET
    @Path("/calendar")
    @RolesAllowed({Roles.COUNSELLOR, Roles.SUPERVISOR, Roles.LEGAL_ADVISER})
    @Produces(DeadlineCalendar.TYPE)
    @Transactional
    public RestResponse<String> calendar(@PathParam("id") UUID id) {
        return handling.calendar(id, identity.actor(), layout.locale());
    }

    private TemplateInstance page(UUID id, Form form) {
        Actor reader = identity.actor();
        CaseFile file = handling.read(id, reader);
        List<StartingDay> days = handling.days(id);
        DeadlineMessages texts = Messages.in(layout.locale(), DeadlineMessages.class);
        return layout.show(Templates.all(
                form,
                new View(
                        file,
                        handling.deadlines(file),
                        days.reversed(),
                        StartingDays.current(days),
                        reader.hasAnyRole(Roles.COUNSELLOR, Roles.SUPERVISOR),
                        Choice.of(CaseDeadlines.events(file), texts::event),
                        file.targets().stream()
                                .map(target -> new Choice(
                                        target.id().toString(), target.url().canonical()))
                                .toList())));
    }
}
