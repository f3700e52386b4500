package jp.tsunagi.council.topic;

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
import jp.tsunagi.council.membership.Memberships;
import jp.tsunagi.council.membership.Seat;
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
    record SeatLine(String name, String role, String since, int confidence) {
        static SeatLine of(Seat seat, String lang) {
            return new SeatLine(
                    seat.name(lang), seat.role().label(lang), JapanTime.jst(seat.from(), lang), seat.confidence());
        }
    }

    @GET
    @PermitAll
    @Transactional
    public TemplateInstance council() {
        String lang = layout.lang();
        var origin = memberships.latestOrigin();
        return layout.show(Templates.council(
                topics.newest(reader(), null, CursorPage.MAX_SIZE).stream()
                        .filter(topic -> topic.publication().isPublished())
                        .map(topic -> TopicCard.of(topic, lang))
                        .toList(),
                memberships.heldOn(memberships.today()).stream()
                        .map(seat -> SeatLine.of(seat, lang))
                        .toList(),
                origin.map(o -> JapanTime.jst(o.asOf(), lang)).orElse(""),
                origin.map(Memberships.Origin::source).orElse("")));
    }

    @GET
    @Path("/topics/{id}")
    @PermitAll
    @Transactional
    public TemplateInstance topic(@PathParam("id") String id) {
        return layout.show(Templates.topic(TopicCard.of(topics.get(TopicResource.idOf(id), reader()), layout.lang())));
    }

    /** Somebody who has not yet said for which of several agencies they act reads what everybody reads. */
    private Reader reader() {
        try {
            return identity.ifPresent().map(editing::reader).orElseGet(Reader::anybody);
        } catch (Refusal agencyNotChosen) {
            return Reader.anybody();
        }
    }
}
