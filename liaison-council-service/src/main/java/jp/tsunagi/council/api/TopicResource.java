package jp.tsunagi.council.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.council.FourDigitYear;
import jp.tsunagi.council.publication.Correction;
import jp.tsunagi.council.publication.CurrentReader;
import jp.tsunagi.council.publication.Finding;
import jp.tsunagi.council.publication.Publication;
import jp.tsunagi.council.publication.PublishedText;
import jp.tsunagi.council.publication.Review;
import jp.tsunagi.council.publication.TakeDown;
import jp.tsunagi.council.publication.TakeDownReason;
import jp.tsunagi.council.publication.TopicReader;
import jp.tsunagi.council.publication.Visibility;
import jp.tsunagi.council.topic.EditingTopics;
import jp.tsunagi.council.topic.Topic;
import jp.tsunagi.council.topic.TopicCommand;
import jp.tsunagi.council.topic.TopicFields;
import jp.tsunagi.council.topic.Topics;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.http.JsonBody;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.paging.Cursors;
import jp.tsunagi.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Topics over HTTP: everybody reads what is public, members propose, the secretariat publishes. */
@Path("/v1/topics")
@Consumes(MediaType.APPLICATION_JSON)
class TopicResource {

    private static final String CURSOR = "topics";

    private record Request(UUID id, long version, TopicCommand.Name name, TopicCommand command) {}

    private static final int MAX_FINDINGS = 1_000;

    private final Topics topics;
    private final EditingTopics editing;
    private final CurrentReader current;
    private final Identity identity;
    private final Idempotency idempotency;
    private final Cursors cursors;
    private final JsonBody bodies;

    TopicResource(
            Topics topics,
            EditingTopics editing,
            CurrentReader current,
            Identity identity,
            Idempotency idempotency,
            Cursors cursors,
            JsonBody bodies) {
        this.topics = topics;
        this.editing = editing;
        this.current = current;
        this.identity = identity;
        this.idempotency = idempotency;
        this.cursors = cursors;
        this.bodies = bodies;
    }

    record TopicText(
            @NotBlank @Size(max = Topic.Text.MAX_TITLE) String title,
            @NotBlank @Size(max = Topic.Text.MAX_BODY) String body) {

        Topic.Text text() {
            return new Topic.Text(title, body);
        }
    }

    record NewPublication(
            @NotNull Visibility visibility,

            @FourDigitYear @Nullable Instant embargoUntil) {}

    /** @param acknowledged the {@code finding} of each place that the scan suspects and the second person lets pass */
    record NewApproval(@Size(max = MAX_FINDINGS) @Nullable List<@NotBlank @Size(max = 100) String> acknowledged) {

        List<String> keys() {
            return acknowledged == null ? List.of() : acknowledged;
        }
    }

    record NewCorrection(
            @NotBlank @Size(max = Topic.Text.MAX_TITLE) String title,
            @NotBlank @Size(max = Topic.Text.MAX_BODY) String body,

            @Size(min = 1, max = Correction.MAX_NOTE) @Nullable
            String note,

            @NotBlank @Size(max = Correction.MAX_REASON) String reason) {}

    record NewTakeDown(@NotNull TakeDownReason reason) {}

    record PublicationView(
            Visibility visibility,
            @Nullable Instant embargoUntil,
            @Nullable Instant publishedAt) {

        static PublicationView of(Publication publication) {
            return new PublicationView(publication.visibility(), publication.embargoUntil(), publication.publishedAt());
        }
    }

    /** Why and when it was taken down; {@code restoredAt} when a corrected text has taken its place. */
    record TakeDownView(
            TakeDownReason reason,
            Instant takenDownAt,
            @Nullable Instant restoredAt) {
        static @Nullable TakeDownView of(@Nullable TakeDown takenDown) {
            return takenDown == null
                    ? null
                    : new TakeDownView(takenDown.reason(), takenDown.at(), takenDown.restoredAt());
        }
    }

    /** A text that waits for a second person, with what that person must look at. */
    record CorrectionView(
            String title,
            String body,
            @Nullable String note,
            String reason,
            String by,
            Instant at,
            List<FindingView> findings) {
        static @Nullable CorrectionView of(@Nullable Correction asked) {
            return asked == null
                    ? null
                    : new CorrectionView(
                            asked.title(),
                            asked.body(),
                            asked.note(),
                            asked.reason(),
                            asked.by(),
                            asked.at(),
                            asked.findings().stream().map(FindingView::of).toList());
        }
    }

    /** A text with which the topic was published: {@code reason} says what was wrong with the one before. */
    record TextView(
            int number,
            String title,
            String body,
            @Nullable String note,
            @Nullable String reason,
            Instant publishedAt,
            @Nullable Instant replacedAt) {
        static TextView of(PublishedText text) {
            return new TextView(
                    text.number(),
                    text.title(),
                    text.body(),
                    text.note(),
                    text.reason(),
                    text.approvedAt(),
                    text.replacedAt());
        }
    }

    record TextsView(List<TextView> texts) {}

    /** A place that may say who somebody is. */
    record FindingView(String finding, String pointer, int line, String code) {
        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.key(),
                    finding.pointer(),
                    finding.line(),
                    finding.problem().code());
        }
    }

    /** Who had a hand in the text, what was asked for, what the second person must look at. */
    record ReviewView(
            String textBy,
            @Nullable String noteBy,
            boolean noteApproved,
            Review.@Nullable Request request,
            @Nullable CorrectionView correction,
            List<FindingView> findings) {

        static ReviewView of(Topic topic) {
            Review review = topic.review();
            return new ReviewView(
                    review.textBy(),
                    review.noteBy(),
                    review.noteApproved(),
                    review.request(),
                    CorrectionView.of(review.correction()),
                    topic.findings().stream().map(FindingView::of).toList());
        }
    }

    /** @param review for the secretariat only */
    record TopicView(
            UUID id,
            String title,
            String body,
            String proposerAgency,
            Instant proposedAt,
            @JsonUnwrapped TopicFields state,
            @JsonUnwrapped PublicationView publication,
            @Nullable TakeDownView takenDown,
            @Nullable ReviewView review,
            long version) {

        static TopicView of(Stored<Topic> stored, TopicReader reader) {
            Topic topic = stored.value();
            Topic.Proposal proposal = topic.proposal();
            return new TopicView(
                    proposal.id(),
                    proposal.text().title(),
                    proposal.text().body(),
                    proposal.proposerAgency(),
                    proposal.proposedAt(),
                    topic.stateFor(reader),
                    PublicationView.of(topic.publication()),
                    TakeDownView.of(topic.publication().takenDown()),
                    reader.readsEverything() ? ReviewView.of(topic) : null,
                    stored.version());
        }
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(summary = "List the topics that the caller may read, newest first")
    public CursorPage<TopicView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        int size = CursorPage.size(limit);
        UUID before = cursor == null ? null : UUID.fromString(cursors.decode(CURSOR, cursor));
        TopicReader reader = current.reader();
        current.noteList(reader, "topic.list", "topic");
        return CursorPage.of(
                topics.findNewest(reader, before, size),
                size,
                stored -> TopicView.of(stored, reader),
                last -> cursors.encode(CURSOR, last.value().proposal().id().toString()));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Transactional
    @Operation(summary = "Read a topic")
    public RestResponse<TopicView> get(@PathParam("id") UUID id) {
        TopicReader reader = current.reader();
        Stored<Topic> topic = topics.get(id, reader);
        current.noteTopic(reader, topic.value().publication(), "topic/" + id);
        return ok(topic, reader).toResponse();
    }

    @GET
    @Path("/{id}/texts")
    @PermitAll
    @Transactional
    @Operation(
            summary = "Read every text with which a topic was published, oldest first",
            description = "Without those that the caller could not read while they stood, and those from before the"
                    + " topic was taken down.")
    public TextsView texts(@PathParam("id") UUID id) {
        TopicReader reader = current.reader();
        Stored<Topic> topic = topics.get(id, reader);
        current.noteTopic(reader, topic.value().publication(), "topic/" + id);
        return new TextsView(
                topics.texts(topic, reader).stream().map(TextView::of).toList());
    }

    @POST
    @RolesAllowed({Roles.SECRETARIAT, Roles.COUNCIL_MEMBER})
    @Transactional
    @Operation(summary = "Propose a topic to the council")
    @APIResponse(
            responseCode = "201",
            description = "The proposed topic, which only its agency and the secretariat read",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TopicView.class)))
    public RestResponse<TopicView> propose(
            @HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid TopicText topic) {
        Actor by = identity.actor();
        return idempotency
                .once(by.client(), key, topic, TopicView.class, () -> {
                    TopicView added = TopicView.of(editing.propose(topic.text(), by), current.of(by));
                    return Answer.created(added, "/v1/topics/" + added.id(), added.version());
                })
                .toResponse();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.SECRETARIAT, Roles.COUNCIL_MEMBER})
    @Transactional
    @Operation(summary = "Correct the text of a topic that is not published yet")
    public RestResponse<TopicView> revise(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid TopicText topic) {
        var revise = new TopicCommand.Revise(topic.text());
        Actor by = identity.actor();
        return ok(editing.change(id, Version.required(ifMatch), revise, by), current.of(by))
                .toResponse();
    }

    @POST
    @Path("/{id}/request-publication")
    @RolesAllowed(Roles.SECRETARIAT)
    @Transactional
    @Operation(
            summary = "Ask another person to publish a topic, to let a wider circle read it, or to approve its note",
            description = "A correction of the text or a new note ends the request.")
    @APIResponse(responseCode = "200", description = "The topic with the request")
    public RestResponse<TopicView> requestPublication(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid NewPublication asked) {
        return change(key, id, ifMatch, new TopicCommand.RequestPublication(asked.visibility(), asked.embargoUntil()));
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed(Roles.SECRETARIAT)
    @Transactional
    @Operation(
            summary = "Publish what was asked for, as the second person",
            description =
                    "Another account than those that wrote the text or the note or asked for the publication. Each"
                            + " finding of the scan is acknowledged by its key, or the answer is 422 with the findings.")
    @APIResponse(responseCode = "200", description = "The published topic")
    public RestResponse<TopicView> publish(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid NewApproval approval) {
        return change(key, id, ifMatch, new TopicCommand.Publish(approval.keys()));
    }

    @POST
    @Path("/{id}/request-correction")
    @RolesAllowed({Roles.SECRETARIAT, Roles.COUNCIL_MEMBER})
    @Transactional
    @Operation(
            summary = "Ask another person to put a corrected text in the place of a published one",
            description = "Readers see the new text, what was wrong, and the text before. What must not be read any"
                    + " more is taken down first.")
    @APIResponse(responseCode = "200", description = "The topic with the correction that waits")
    public RestResponse<TopicView> requestCorrection(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid NewCorrection asked) {
        var text = new Topic.Text(asked.title(), asked.body());
        return change(key, id, ifMatch, new TopicCommand.RequestCorrection(text, asked.note(), asked.reason()));
    }

    @POST
    @Path("/{id}/publish-correction")
    @RolesAllowed(Roles.SECRETARIAT)
    @Transactional
    @Operation(
            summary = "Publish a corrected text, as the second person",
            description = "Another account than the one that wrote it. A topic that was taken down can be read again.")
    @APIResponse(responseCode = "200", description = "The topic with its new text")
    public RestResponse<TopicView> publishCorrection(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid NewApproval approval) {
        return change(key, id, ifMatch, new TopicCommand.PublishCorrection(approval.keys()));
    }

    @POST
    @Path("/{id}/take-down")
    @RolesAllowed(Roles.SECRETARIAT)
    @Transactional
    @Operation(
            summary = "Take a published topic away from its readers, at once",
            description = "Its address then answers 410 with the reason and the day. What was published until now stays"
                    + " hidden, also when a correction lets the topic be read again.")
    @APIResponse(responseCode = "200", description = "The topic, as the secretariat still reads it")
    public RestResponse<TopicView> takeDown(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid NewTakeDown asked) {
        return change(key, id, ifMatch, new TopicCommand.TakeDown(asked.reason()));
    }

    @POST
    @Path("/{id}/{command}")
    @RolesAllowed({Roles.SECRETARIAT, Roles.COUNCIL_MEMBER})
    @Transactional
    @Operation(summary = "Move a topic on in the council's work")
    @APIResponse(responseCode = "200", description = "The topic in its new state")
    public RestResponse<TopicView> move(
            @PathParam("id") UUID id,
            @PathParam("command") String command,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = TopicCommandType.Body.class)))
                    @Nullable
                    JsonNode body) {
        TopicCommandType type = Coded.find(TopicCommandType.class, command)
                .orElseThrow(() -> new Refusal(CouncilProblem.COMMAND_NOT_FOUND));
        return change(key, id, ifMatch, type.transition(bodies.read(body, type.body())));
    }

    private RestResponse<TopicView> change(String key, UUID id, String ifMatch, TopicCommand command) {
        Actor by = identity.actor();
        long version = Version.required(ifMatch);
        return idempotency
                .once(
                        by.client(),
                        key,
                        new Request(id, version, command.name(), command),
                        TopicView.class,
                        () -> ok(editing.change(id, version, command, by), current.of(by)))
                .toResponse();
    }

    private static Answer<TopicView> ok(Stored<Topic> stored, TopicReader reader) {
        return Answer.ok(TopicView.of(stored, reader), stored.version());
    }
}
