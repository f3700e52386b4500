package jp.tsunagi.referral.directory;

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
import java.util.Locale;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.referral.desk.Agency;
import jp.tsunagi.referral.desk.Desk;
import jp.tsunagi.referral.desk.Desks;

/** Where to ask for help, for everybody to read: facts with their date, source and what is not verified. */
@Path("/directory")
@Produces(MediaType.TEXT_HTML)
class DirectoryPage {

    private final Desks desks;
    private final PageLayout layout;

    DirectoryPage(Desks desks, PageLayout layout) {
        this.desks = desks;
        this.layout = layout;
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
        return layout.show(
                Templates.desks(desks.findAll().stream().map(this::line).toList()));
    }

    @GET
    @Path("{code}")
    @PermitAll
    @Transactional
    public TemplateInstance desk(@PathParam("code") String code) {
        return layout.show(Templates.desk(line(desks.get(code))));
    }

    private Line line(Desk desk) {
        Agency agency = desks.findAgency(desk.agency()).orElseThrow();
        Locale locale = layout.locale();
        return new Line(desk, desk.name(locale), agency.name(locale));
    }
}
