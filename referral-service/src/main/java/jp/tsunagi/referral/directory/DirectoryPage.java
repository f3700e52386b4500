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
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.time.Holidays;
import jp.tsunagi.referral.desk.Agency;
import jp.tsunagi.referral.desk.Desk;
import jp.tsunagi.referral.desk.Desks;

/** Every desk for reference: what it takes, how and when it is reached, and since when we know. People in need go to {@link HelpPage}. */
@Path("/directory")
@Produces(MediaType.TEXT_HTML)
class DirectoryPage {

    private final Desks desks;
    private final PageLayout layout;
    private final Clock clock;
    private final Holidays holidays = Holidays.published();

    DirectoryPage(Desks desks, PageLayout layout, Clock clock) {
        this.desks = desks;
        this.layout = layout;
        this.clock = clock;
    }

    /** A desk with its names in the reader's language. */
    record Line(Desk desk, String name, String agencyName, List<ContactCard> contacts) {}

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
        LocalDateTime moment = LocalDateTime.ofInstant(clock.instant(), JapanTime.ZONE);
        List<ContactCard> contacts = desk.contacts().stream()
                .map(contact -> ContactCard.of(contact, desk.code(), moment, holidays, locale))
                .toList();
        return new Line(desk, desk.name(locale), agency.name(locale), contacts);
    }
}
