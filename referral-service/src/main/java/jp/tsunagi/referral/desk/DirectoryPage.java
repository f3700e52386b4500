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
import jp.tsunagi.platform.page.PageLayout;

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
                Templates.desks(desks.all(null).stream().map(this::line).toList()));
    }

    @GET
    @Path("{code}")
    @PermitAll
    @Transactional
    public TemplateInstance desk(@PathParam("code") String code) {
        return layout.show(Templates.desk(line(desks.get(code))));
    }

    private Line line(Desk desk) {
        Agency agency = desks.agency(desk.agency()).orElseThrow();
        return layout.isEnglish()
                ? new Line(desk, desk.nameEn(), agency.nameEn())
                : new Line(desk, desk.nameJa(), agency.nameJa());
    }
}
