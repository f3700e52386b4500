package jp.tsunagi.referral.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.platform.http.Version;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.referral.disclosure.Label;
import jp.tsunagi.referral.disclosure.Parcel;
import jp.tsunagi.referral.handover.Facts;
import jp.tsunagi.referral.handover.Sending;
import jp.tsunagi.referral.handover.Status;
import jp.tsunagi.referral.handover.Terms;

/** Where an agency hands a consultation to a desk. */
@Path("/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class NewReferralResource {

    /** @param consultationRef the sender's own reference; it must not say anything about the person */
    record NewReferral(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._:-]{1,64}")
            String consultationRef,

            Terms.Kind kind,
            @Size(max = 32) String originDesk,
            @NotNull @Size(max = 32) String targetDesk,
            @NotEmpty @Size(max = 10) List<@NotNull @Size(max = 40) String> categories,
            @NotNull @Size(max = 20) String urgency,
            @NotNull @Size(max = 20) String ageBand,
            @NotNull @Size(max = 40) String consulterType,
            @NotNull @Size(max = 40) String wish,
            Label label,
            @Valid BasisRequest basis,
            @Size(max = 2000) String summary,
            @Size(max = 20_000) String narrative,
            @Size(max = 50) List<@NotNull @Size(min = 1, max = 2048) String> urls,
            @Size(max = 100) String callName,
            @Size(max = 300) String contact) {

        Sending.Order order(UUID id, Actor by) {
            return new Sending.Order(
                    id,
                    consultationRef,
                    kind == null ? Terms.Kind.REFERRAL : kind,
                    by.agency(),
                    originDesk,
                    targetDesk,
                    new Facts(categories, wish, consulterType, ageBand, urgency).checked(),
                    label == null ? Label.AMBER_STRICT : label,
                    basis == null ? null : basis.toDomain(),
                    new Parcel(summary, narrative, urls, callName, contact),
                    by.id());
        }
    }

    record Created(UUID id, Status status, long version, String detailUrl) {}

    private final Sending sending;
    private final Idempotency idempotency;
    private final Identity identity;
    private final Clock clock;

    NewReferralResource(Sending sending, Idempotency idempotency, Identity identity, Clock clock) {
        this.sending = sending;
        this.idempotency = idempotency;
        this.identity = identity;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({"counsellor", "agency-staff", "agency-admin", "referral:create"})
    @Transactional
    public Response send(@HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid NewReferral body) {
        Actor by = identity.actor();
        return idempotency.once(by.agency() + "/" + by.id(), key, body, () -> {
            Instant now = clock.instant();
            Sending.Order order = sending.from(body.order(Ids.next(), by));
            sending.createAndSend(order, by, now);
            String url = "/v1/referrals/" + order.id();
            return Response.created(URI.create(url))
                    .entity(new Created(order.id(), Status.REQUESTED, 2, url))
                    .header("ETag", Version.etag(2))
                    .build();
        });
    }
}
