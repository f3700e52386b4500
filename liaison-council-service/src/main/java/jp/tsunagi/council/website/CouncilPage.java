package jp.tsunagi.council.website;

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
import java.util.UUID;
import jp.tsunagi.council.membership.Memberships;
import jp.tsunagi.council.membership.Memberships.Origin;
import jp.tsunagi.council.membership.Seat;
import jp.tsunagi.council.publication.TopicReader;
import jp.tsunagi.council.topic.EditingTopics;
import jp.tsunagi.council.topic.Topics;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.page.PageLayout;
import jp.tsunagi.platform.problem.Refusal;

/** What everybody may see of the council: its seats and the topics it has published. */
@Path("/council")
@Produces(MediaType.TEXT_HTML)
class CouncilPage {

    private final Topics topics;
    private final EditingTopics editing;
    private final Memberships memberships;
    private final Identity identity;
    private final PageLayout layout;

    CouncilPage(Topics topics, EditingTopics editing, Memberships memberships, Identity identity, PageLayout layout) {
        this.topics = topics;
        this.editing = editing;
        this.memberships = memberships;
        this.identity = identity;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance council(
                List<TopicCard> topics, List<SeatLine> seats, String asOf, String source);

        static native TemplateInstance topic(TopicCard topic);
    }

    /** A seat as a line of the table. */
    record SeatLine(String name, Seat.Role role, String since, int confidence) {
        static SeatLine of(Seat seat, Locale locale) {
            return new SeatLine(
                    seat.name().in(locale), seat.role(), JapanTime.jst(seat.from(), locale), seat.confidence());
        }
    }

    @GET
    @PermitAll
    @Transactional
    public TemplateInstance council() {
        Locale locale = layout.locale();
        var origin = memberships.latestOrigin();
        return layout.show(Templates.council(
                topics.findNewest(reader(), null, CursorPage.MAX_SIZE).stream()
                        .filter(stored -> stored.value().publication().isPublished())
                        .map(TopicCard::of)
                        .toList(),
                memberships.findHeldOn(memberships.today()).stream()
                        .map(seat -> SeatLine.of(seat, locale))
                        .toList(),
                origin.map(known -> JapanTime.jst(known.asOf(), locale)).orElse(""),
                origin.map(Origin::source).orElse("")));
    }

    @GET
    @Path("/topics/{id}")
    @PermitAll
    @Transactional
    public TemplateInstance topic(@PathParam("id") UUID id) {
        return layout.show(Templates.topic(TopicCard.of(topics.get(id, reader()))));
    }

    /** Somebody of several agencies who has not yet chosen the acting one reads what everybody reads. */
    private TopicReader reader() {
        try {
            return identity.ifPresent().map(editing::readerOf).orElseGet(TopicReader::anybody);
        } catch (Refusal agencyNotChosen) {
            return TopicReader.anybody();
        }
    }
}
