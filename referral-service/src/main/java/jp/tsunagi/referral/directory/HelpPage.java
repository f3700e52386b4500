package jp.tsunagi.referral.directory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.time.Holidays;
import jp.tsunagi.platform.time.OpeningHours;
import jp.tsunagi.referral.desk.Desks;
import jp.tsunagi.vocabulary.Need;

/** Whom a person can call or write to now, by what brings them here: all needs on one page, and each on its own. */
@Path("/help")
@Produces(MediaType.TEXT_HTML)
class HelpPage {

    /** Who helps with a need, the best first. */
    record Group(Need need, List<ContactCard> cards) {}

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance help(List<Group> groups, Instant now, long open);

        static native TemplateInstance need(Group group, List<Need> others, Instant now);
    }

    private final Desks desks;
    private final PageLayout layout;
    private final Clock clock;
    private final Holidays holidays = Holidays.published();

    HelpPage(Desks desks, PageLayout layout, Clock clock) {
        this.desks = desks;
        this.layout = layout;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Transactional
    public TemplateInstance help() {
        Instant now = clock.instant();
        List<ContactCard> cards = cards(now);
        long open = cards.stream()
                .filter(card -> card.now().state() == OpeningHours.State.OPEN)
                .count();
        List<Group> groups =
                Arrays.stream(Need.values()).map(need -> group(need, cards)).toList();
        return layout.show(Templates.help(groups, now, open));
    }

    @GET
    @Path("{need}")
    @PermitAll
    @Transactional
    public TemplateInstance need(@PathParam("need") String code) {
        Need need = Coded.find(Need.class, code).orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        List<Need> others =
                Arrays.stream(Need.values()).filter(other -> other != need).toList();
        return layout.show(Templates.need(group(need, cards(now)), others, now));
    }

    private static Group group(Need need, List<ContactCard> cards) {
        return new Group(need, ContactCard.bestFor(need, cards));
    }

    private List<ContactCard> cards(Instant now) {
        LocalDateTime moment = LocalDateTime.ofInstant(now, JapanTime.ZONE);
        return desks.findAll().stream()
                .flatMap(desk -> desk.contacts().stream()
                        .map(contact -> ContactCard.of(contact, desk.code(), moment, holidays, layout.locale())))
                .toList();
    }
}
