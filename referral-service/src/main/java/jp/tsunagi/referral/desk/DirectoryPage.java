package jp.tsunagi.referral.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import jp.tsunagi.platform.page.Shell;

/** Where to ask for help, for everybody to read: facts with their date, source and what is not verified. */
@Path("/directory")
@Produces(MediaType.TEXT_HTML)
class DirectoryPage {

    private final Desks desks;
    private final Shell shell;

    DirectoryPage(Desks desks, Shell shell) {
        this.desks = desks;
        this.shell = shell;
    }

    /** A desk with its names in the reader's language. */
    record Line(Desk desk, String name, String agencyName) {}

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance desks(List<Line> lines);

        static native TemplateInstance desk(Line line);
    }

    @GET
    @PermitAll
    @Transactional
    public TemplateInstance desks() {
        return shell.show(
                Templates.desks(desks.all(null).stream().map(this::line).toList()));
    }

    @GET
    @Path("{code}")
    @PermitAll
    @Transactional
    public TemplateInstance desk(@PathParam("code") String code) {
        return shell.show(Templates.desk(line(desks.get(code))));
    }

    private Line line(Desk desk) {
        Agency agency = desks.agency(desk.agency()).orElseThrow();
        return shell.isEnglish()
                ? new Line(desk, desk.nameEn(), agency.nameEn())
                : new Line(desk, desk.nameJa(), agency.nameJa());
    }
}
