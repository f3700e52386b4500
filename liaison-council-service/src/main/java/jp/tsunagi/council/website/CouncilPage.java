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
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.council.membership.Memberships;
import jp.tsunagi.council.membership.Memberships.Origin;
import jp.tsunagi.council.membership.Seat;
import jp.tsunagi.council.publication.CurrentReader;
import jp.tsunagi.council.publication.TakeDown;
import jp.tsunagi.council.publication.TopicReader;
import jp.tsunagi.council.topic.Topic;
import jp.tsunagi.council.topic.Topics;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.page.PageLayout;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What everybody may see of the council: its seats and the topics it has published. */
@Path("/council")
@Produces(MediaType.TEXT_HTML)
class CouncilPage {

    private final Topics topics;
    private final CurrentReader current;
    private final Memberships memberships;
    private final PageLayout layout;

    CouncilPage(Topics topics, CurrentReader current, Memberships memberships, PageLayout layout) {
        this.topics = topics;
        this.current = current;
        this.memberships = memberships;
        this.layout = layout;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance council(
                List<TopicCard> topics, List<SeatLine> seats, String asOf, String source);

        static native TemplateInstance topic(TopicCard topic, List<TextCard> texts, boolean corrected);

        static native TemplateInstance takenDown(TakeDown takenDown);
    }

    /** A seat as a line of the table. */
    record SeatLine(String name, Seat.Role role, String since) {
        static SeatLine of(Seat seat, Locale locale) {
            return new SeatLine(seat.name().in(locale), seat.role(), JapanTime.jst(seat.from(), locale));
        }
    }

    @GET
    @PermitAll
    @Transactional
    public TemplateInstance council() {
        Locale locale = layout.locale();
        var origin = memberships.latestOrigin();
        TopicReader reader = current.reader();
        current.noteList(reader, "topic.list", "topic");
        return layout.show(Templates.council(
                topics.findNewest(reader, null, CursorPage.MAX_SIZE).stream()
                        .filter(stored -> stored.value().publication().isPublished())
                        .map(stored -> TopicCard.of(stored, reader))
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
    public RestResponse<TemplateInstance> topic(@PathParam("id") UUID id) {
        TopicReader reader = current.reader();
        Optional<TakeDown> takenDown = topics.findTakenDown(id, reader);
        if (takenDown.isPresent()) {
            return ResponseBuilder.<TemplateInstance>create(RestResponse.Status.GONE)
                    .entity(layout.show(Templates.takenDown(takenDown.get())))
                    .build();
        }
        Stored<Topic> topic = topics.get(id, reader);
        current.noteTopic(reader, topic.value().publication(), "topic/" + id);
        List<TextCard> texts = TextCard.of(topics.texts(topic, reader));
        boolean corrected = texts.stream().anyMatch(card -> card.text().reason() != null);
        return RestResponse.ok(layout.show(Templates.topic(TopicCard.of(topic, reader), texts, corrected)));
    }
}
