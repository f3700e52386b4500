package jp.tsunagi.testing;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.outbox.Event;
import jp.tsunagi.platform.outbox.Inbox;
import jp.tsunagi.platform.outbox.Outbox;
import jp.tsunagi.platform.outbox.ReceivedEvent;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.resteasy.reactive.RestResponse;

/** The smallest use of the platform: one table, one event out, one event in. */
@Path("/v1/notes")
@ApplicationScoped
class NoteResource {

    enum Colour {
        RED,
        BLUE
    }

    record NewNote(@NotBlank @Size(max = 100) String text, Colour colour) {}

    record Noted(String id, long version) {}

    record Written(String id, long version, String text) {}

    private final AtomicInteger errors = new AtomicInteger();
    private final EntityManager entities;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Inbox inbox;
    private final Audit audit;
    private final Identity identity;

    NoteResource(
            EntityManager entities,
            Idempotency idempotency,
            Outbox outbox,
            Inbox inbox,
            Audit audit,
            Identity identity) {
        this.entities = entities;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.inbox = inbox;
        this.audit = audit;
        this.identity = identity;
    }

    @POST
    @Path("/{id}")
    @Operation(summary = "Writes a note")
    @APIResponseSchema(value = Noted.class, responseCode = "201")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @RolesAllowed("counsellor")
    @Transactional
    public RestResponse<Noted> write(
            @Parameter(schema = @Schema(maxLength = 64)) @PathParam("id") String id,
            @HeaderParam(Idempotency.HEADER) String key,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = NewNote.class),
                                            examples = @ExampleObject(name = "note", value = "{\"text\": \"a\"}")))
                    @NotNull
                    @Valid
                    NewNote note) {
        Actor actor = identity.actor();
        Answer<Noted> answer = idempotency.once(actor.id(), key, note, Noted.class, () -> {
            long version = save(id, note.text());
            audit.record(actor, "note.write", "note", null);
            announce(id, version, note.text());
            return Answer.created(new Noted(id, version), "/v1/notes/" + id, version);
        });
        return answer.toResponse();
    }

    @GET
    @Operation(summary = "Reads notes of a day")
    @PermitAll
    public Noted list(@QueryParam("limit") Integer limit, @QueryParam("on") LocalDate on) {
        return new Noted(String.valueOf(on), limit == null ? 0 : limit);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Reads a note")
    @PermitAll
    public Noted read(@Parameter(schema = @Schema(maxLength = 64)) @PathParam("id") String id) {
        if (id.equals("bug")) {
            throw new IllegalStateException("select secret from drawer");
        }
        throw new Refusal(PlatformProblem.NOT_FOUND);
    }

    @GET
    @Path("/unannotated")
    @Operation(hidden = true)
    public String forgotten() {
        return "must not be reachable";
    }

    @Incoming("notes")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, this::work);
    }

    private void work(ReceivedEvent event) {
        switch (event.data().path("title").asText()) {
            case "poison" -> throw new IllegalArgumentException("poison");
            case "no such class" -> {
                if (errors.incrementAndGet() % 2 == 1) {
                    throw new NoClassDefFoundError("once");
                }
            }
            case "bottomless" -> work(event);
            case "announced twice" -> {
                announce(event.subject(), 1, "twice");
                announce(event.subject(), 1, "twice");
            }
            default -> {}
        }
        save(event.subject(), event.data().path("title").asText());
        entities.createNativeQuery("insert into effect (id, sequence) values (?1, ?2)")
                .setParameter(1, event.subject())
                .setParameter(2, event.sequence())
                .executeUpdate();
    }

    private void announce(String id, long version, String text) {
        outbox.append(new Event(
                "tsunagi.consultation",
                "jp.tsunagi.note.written.v1",
                "note",
                id,
                version,
                new Written(id, version, text)));
    }

    long save(String id, String text) {
        return ((Number) entities.createNativeQuery("""
                                insert into note (id, version, text) values (?1, 1, ?2)
                                on conflict (id) do update set version = note.version + 1, text = ?2
                                returning version
                                """)
                        .setParameter(1, id)
                        .setParameter(2, text)
                        .getSingleResult())
                .longValue();
    }
}
