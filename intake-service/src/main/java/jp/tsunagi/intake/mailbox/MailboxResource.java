package jp.tsunagi.intake.mailbox;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.platform.idempotency.Idempotency;

/** The mailbox for programs; the code travels in a header, never in an address. */
@Path("/v1/mailbox")
class MailboxResource {

    private final Mailboxes mailboxes;
    private final Replying replying;
    private final Idempotency idempotency;
    private final RoutingContext http;

    MailboxResource(Mailboxes mailboxes, Replying replying, Idempotency idempotency, RoutingContext http) {
        this.mailboxes = mailboxes;
        this.replying = replying;
        this.idempotency = idempotency;
        this.http = http;
    }

    record Reply(String text) {}

    @GET
    @PermitAll
    @Transactional
    public Mailboxes.View read(@HeaderParam("Confirmation-Code") String code) {
        return mailboxes.view(mailboxes.enter(code, source()));
    }

    @POST
    @Path("/messages")
    @PermitAll
    @Transactional
    public Response write(
            @HeaderParam("Confirmation-Code") String code,
            @HeaderParam(Idempotency.HEADER) String key,
            @NotNull Reply reply) {
        UUID consultation = mailboxes.enter(code, source());
        return idempotency.once("mailbox " + consultation, key, List.of(consultation, reply), () -> {
            replying.write(consultation, reply.text());
            return Response.status(Response.Status.CREATED).build();
        });
    }

    private String source() {
        return http.request().remoteAddress().hostAddress();
    }
}
