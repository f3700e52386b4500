package jp.tsunagi.council.routingguide;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.council.publication.CurrentReader;
import jp.tsunagi.council.publication.TopicReader;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.paging.Cursors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The routing guide over HTTP: the secretariat proposes and adopts, members read what was adopted. */
@Path("/v1/routing-guides")
@Consumes(MediaType.APPLICATION_JSON)
class RoutingGuideResource {

    private static final String CURSOR = "routing-guides";

    private record Request(UUID id, long version, GuideCommand.Name name, GuideCommand command) {}

    private final RoutingGuides guides;
    private final EditingGuides editing;
    private final CurrentReader current;
    private final Identity identity;
    private final Idempotency idempotency;
    private final Cursors cursors;

    RoutingGuideResource(
            RoutingGuides guides,
            EditingGuides editing,
            CurrentReader current,
            Identity identity,
            Idempotency idempotency,
            Cursors cursors) {
        this.guides = guides;
        this.editing = editing;
        this.current = current;
        this.identity = identity;
        this.idempotency = idempotency;
        this.cursors = cursors;
    }

    record NewGuide(
            @NotNull UUID topicId,
            @NotBlank @Size(max = RoutingGuide.MAX_TEXT) String text,
            @NotNull LocalDate effectiveFrom) {

        RoutingGuide.Content content() {
            return new RoutingGuide.Content(topicId, text, effectiveFrom);
        }
    }

    record NewWithdrawal(
            @NotBlank @Size(max = GuideCommand.Withdraw.MAX_REASON)
            String reason) {}

    /** A version with its rules. */
    record GuideView(@JsonUnwrapped GuideLine line, String text) {

        static GuideView of(Stored<RoutingGuide> stored) {
            RoutingGuide guide = stored.value();
            return new GuideView(
                    GuideLine.of(guide, stored.version()), guide.content().text());
        }
    }

    @GET
    @RolesAllowed({Roles.SECRETARIAT, Roles.COUNCIL_MEMBER})
    @Transactional
    @Operation(
            summary = "List the versions of the routing guide that the caller may read, newest first",
            description = "Without their text. Members with a seat today read what was adopted, the secretariat reads"
                    + " all.")
    public CursorPage<GuideLine> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        int size = CursorPage.size(limit);
        int before = cursor == null ? RoutingGuides.AFTER_THE_LAST : Integer.parseInt(cursors.decode(CURSOR, cursor));
        TopicReader reader = current.of(identity.actor());
        current.noteList(reader, "routing-guide.list", "routing-guide");
        return CursorPage.of(
                guides.findNewest(reader, before, size),
                size,
                line -> line,
                last -> cursors.encode(CURSOR, Integer.toString(last.number())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SECRETARIAT, Roles.COUNCIL_MEMBER})
    @Transactional
    @Operation(summary = "Read a version of the routing guide with its text")
    public RestResponse<GuideView> get(@PathParam("id") UUID id) {
        TopicReader reader = current.of(identity.actor());
        Stored<RoutingGuide> guide = guides.get(id, reader);
        current.noteList(reader, "routing-guide.read", "routing-guide/" + id);
        return ok(guide).toResponse();
    }

    @POST
    @RolesAllowed(Roles.SECRETARIAT)
    @Transactional
    @Operation(
            summary = "Propose a version of the routing guide",
            description = "It carries out the decision of a topic that is decided or closed. The text is YAML with a"
                    + " list of rules; what cannot be read is refused with its line and the reason. The rules themselves"
                    + " are checked by the service that follows them. One proposal waits at a time.")
    @APIResponse(
            responseCode = "201",
            description = "The proposed version, which another account of the secretariat adopts",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GuideView.class)))
    public RestResponse<GuideView> propose(
            @HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid NewGuide guide) {
        Actor by = identity.actor();
        return idempotency
                .once(by.client(), key, guide, GuideView.class, () -> {
                    GuideView added = GuideView.of(editing.propose(guide.content(), by));
                    GuideLine line = added.line();
                    return Answer.created(added, "/v1/routing-guides/" + line.id(), line.version());
                })
                .toResponse();
    }

    @POST
    @Path("/{id}/adopt")
    @RolesAllowed(Roles.SECRETARIAT)
    @Transactional
    @Operation(
            summary = "Adopt a proposed version, as the second person",
            description = "Another account than the one that proposed it, and not after its first day. The other"
                    + " services are told; it cannot be taken back, but another version can take its place.")
    @APIResponse(responseCode = "200", description = "The adopted version")
    public RestResponse<GuideView> adopt(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key) {
        return change(key, id, ifMatch, new GuideCommand.Adopt());
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed(Roles.SECRETARIAT)
    @Transactional
    @Operation(summary = "Withdraw a proposed version, so that another one can be proposed")
    @APIResponse(responseCode = "200", description = "The withdrawn version, which keeps its number")
    public RestResponse<GuideView> withdraw(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull @Valid NewWithdrawal asked) {
        return change(key, id, ifMatch, new GuideCommand.Withdraw(asked.reason()));
    }

    private RestResponse<GuideView> change(String key, UUID id, String ifMatch, GuideCommand command) {
        Actor by = identity.actor();
        long version = Version.required(ifMatch);
        return idempotency
                .once(
                        by.client(),
                        key,
                        new Request(id, version, command.name(), command),
                        GuideView.class,
                        () -> ok(editing.change(id, version, command, by)))
                .toResponse();
    }

    private static Answer<GuideView> ok(Stored<RoutingGuide> stored) {
        return Answer.ok(GuideView.of(stored), stored.version());
    }
}
