package jp.tsunagi.council.topic;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.council.topic.EditingTopics.Draft;
import jp.tsunagi.council.topic.EditingTopics.Once;
import jp.tsunagi.council.topic.EditingTopics.Release;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.paging.Cursors;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/** Topics over HTTP: everybody reads what is public, members propose, the secretariat publishes. */
@Path("/v1/topics")
class TopicResource {

    private static final String CURSOR = "topics";

    private final Topics topics;
    private final EditingTopics editing;
    private final Identity identity;
    private final Cursors cursors;

    TopicResource(Topics topics, EditingTopics editing, Identity identity, Cursors cursors) {
        this.topics = topics;
        this.editing = editing;
        this.identity = identity;
        this.cursors = cursors;
    }

    record NewTopic(
            @NotBlank @Size(max = 120) String title,
            @NotBlank @Size(max = 10_000) String body) {}

    record NewPublication(@NotNull Visibility visibility, Instant embargoUntil) {}

    record NewMove(LocalDate meetingOn, @Size(max = 2_000) String note) {}

    record TopicView(
            UUID id,
            String title,
            String body,
            String proposerAgency,
            Instant proposedAt,
            TopicStatus status,
            Instant since,
            LocalDate meetingOn,
            String note,
            Visibility visibility,
            Instant embargoUntil,
            Instant publishedAt,
            long version) {

        static TopicView of(StoredTopic stored) {
            var row = new TopicRow();
            row.store(stored.topic());
            return new TopicView(
                    row.id,
                    row.title,
                    row.body,
                    row.proposerAgency,
                    row.proposedAt,
                    row.status,
                    row.since,
                    row.meetingOn,
                    row.note,
                    stored.publication().visibility(),
                    stored.publication().embargoUntil(),
                    stored.publication().publishedAt(),
                    stored.version());
        }
    }

    @GET
    @PermitAll
    public CursorPage<TopicView> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        int size = CursorPage.size(limit);
        UUID before = cursor == null ? null : UUID.fromString(cursors.decode(CURSOR, cursor));
        return CursorPage.of(
                topics.newest(reader(), before, size),
                size,
                TopicView::of,
                last -> cursors.encode(CURSOR, last.topic().proposal().id().toString()));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    public Response get(@PathParam("id") String id) {
        return ok(topics.get(idOf(id), reader()));
    }

    @POST
    @RolesAllowed({"secretariat", "council-member"})
    public Response propose(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewTopic topic) {
        return editing.propose(
                new Once(identity.actor(), key, TopicResource::created), new Draft(topic.title(), topic.body()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({"secretariat", "council-member"})
    public Response revise(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid NewTopic topic) {
        return ok(editing.revise(
                idOf(id), Version.required(ifMatch), identity.actor(), new Draft(topic.title(), topic.body())));
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed("secretariat")
    public Response publish(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid NewPublication publication) {
        return editing.publish(
                new Once(identity.actor(), key, TopicResource::ok),
                idOf(id),
                Version.required(ifMatch),
                new Release(publication.visibility(), publication.embargoUntil()));
    }

    @POST
    @Path("/{id}/{command}")
    @RolesAllowed({"secretariat", "council-member"})
    public Response move(
            @PathParam("id") String id,
            @PathParam("command") String command,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid NewMove move) {
        Actor by = identity.actor();
        return editing.move(
                new Once(by, key, TopicResource::ok),
                idOf(id),
                Version.required(ifMatch),
                commandOf(command, by, move));
    }

    private static Topic.Command commandOf(String name, Actor by, NewMove move) {
        return switch (name) {
            case "adopt" -> new Topic.Command.Adopt(by);
            case "schedule" -> new Topic.Command.Schedule(by, move.meetingOn());
            case "discuss" -> new Topic.Command.Discuss(by);
            case "decide" -> new Topic.Command.Decide(by, move.note());
            case "carry-over" -> new Topic.Command.CarryOver(by, move.note());
            case "close" -> new Topic.Command.Close(by);
            case "decline" -> new Topic.Command.Decline(by, move.note());
            case "withdraw" -> new Topic.Command.Withdraw(by, move.note());
            default ->
                throw new Refusal(Kind.NOT_FOUND, "command-unknown", "そのような操作はありません。", "There is no such command.");
        };
    }

    /** An id that is not even a UUID names no topic: the same answer as for an unknown one. */
    static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new Refusal(Kind.NOT_FOUND, "topic-unknown", "テーマが見つかりません。", "There is no such topic.");
        }
    }

    private Reader reader() {
        return identity.ifPresent().map(editing::reader).orElseGet(Reader::anybody);
    }

    private static Response created(StoredTopic stored) {
        return Response.status(Response.Status.CREATED)
                .header("Location", "/v1/topics/" + stored.topic().proposal().id())
                .tag(Long.toString(stored.version()))
                .entity(TopicView.of(stored))
                .build();
    }

    private static Response ok(StoredTopic stored) {
        return Response.ok(TopicView.of(stored))
                .tag(Long.toString(stored.version()))
                .build();
    }
}
