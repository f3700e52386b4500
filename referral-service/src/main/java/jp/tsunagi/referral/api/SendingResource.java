package jp.tsunagi.referral.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.language.RequestLocale;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.referral.decision.BasisRequest;
import jp.tsunagi.referral.details.CaseClassification;
import jp.tsunagi.referral.details.ReferralKind;
import jp.tsunagi.referral.disclosure.DisclosedData;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.repository.Referrals;
import jp.tsunagi.referral.sending.ReferralCheck;
import jp.tsunagi.referral.sending.ReferralCheck.Severity;
import jp.tsunagi.referral.sending.ReferralRequest;
import jp.tsunagi.referral.sending.SendingReferrals;
import jp.tsunagi.vocabulary.Label;
import jp.tsunagi.vocabulary.ReferralStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where an agency sends a consultation to a desk, and asks beforehand whether the desk would take it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COUNSELLOR, Roles.AGENCY_STAFF, Roles.AGENCY_ADMIN, Roles.REFERRAL_CREATE})
class SendingResource {

    /** @param consultationRef the sender's own reference; it must not say anything about the person */
    record NewReferral(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._:-]{1,64}")
            String consultationRef,

            @Nullable ReferralKind kind,
            @Size(max = 32) @Nullable String originDesk,
            @NotNull @Size(max = 32) String targetDesk,
            @NotNull @Valid CaseClassification classification,
            @Nullable Label label,
            @Valid @Nullable BasisRequest basis,
            @NotNull @Valid DisclosedData disclosedData) {}

    /** @param businessStatus {@code awaiting-approval} when it waits for a second account instead of going out */
    record Created(
            UUID id,
            String referenceNumber,
            ReferralStatus status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BusinessStatus businessStatus,

            long version,
            String detailUrl) {
        static Answer<Created> answer(Referrals.Changed sent) {
            UUID id = sent.stored().value().id();
            long version = sent.stored().version();
            String url = "/v1/referrals/" + id;
            return Answer.created(
                    new Created(
                            id,
                            sent.number().value(),
                            sent.state().status(),
                            sent.state().businessStatus(),
                            version,
                            url),
                    url,
                    version);
        }
    }

    /** @param pointer place of the request that the finding is about */
    record Finding(String code, String pointer, String detail) {}

    record Checked(
            boolean ready, List<Finding> missing, List<Finding> refused, List<Finding> tooMuch, List<Finding> hints) {
        static Checked of(ReferralCheck check, Locale locale) {
            return new Checked(
                    check.isReady(),
                    findings(check, Severity.MISSING, locale),
                    findings(check, Severity.REFUSED, locale),
                    findings(check, Severity.TOO_MUCH, locale),
                    findings(check, Severity.HINT, locale));
        }

        private static List<Finding> findings(ReferralCheck check, Severity severity, Locale locale) {
            return check.find(severity).stream()
                    .map(violation -> new Finding(violation.code(), violation.pointer(), violation.detail(locale)))
                    .toList();
        }
    }

    private final SendingReferrals sending;
    private final Idempotency idempotency;
    private final Identity identity;
    private final RequestLocale locale;
    private final Clock clock;

    SendingResource(
            SendingReferrals sending, Idempotency idempotency, Identity identity, RequestLocale locale, Clock clock) {
        this.sending = sending;
        this.idempotency = idempotency;
        this.identity = identity;
        this.locale = locale;
        this.clock = clock;
    }

    @POST
    @Path("referrals")
    @Transactional
    @Operation(summary = "Send a consultation to a desk of another agency")
    @APIResponseSchema(value = Created.class, responseCode = "201")
    public RestResponse<Created> send(@HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid NewReferral body) {
        Actor by = identity.actor();
        return idempotency
                .once(by.client(), key, body, Created.class, () -> {
                    ReferralRequest request = toRequest(body, by);
                    return Created.answer(sending.createAndSend(request, by, clock.instant()));
                })
                .toResponse();
    }

    @POST
    @Path("referrals:check")
    @Transactional
    @Operation(summary = "Ask whether a desk would take a referral; nothing is stored and nothing leaves")
    public Checked check(@NotNull @Valid NewReferral body) {
        ReferralRequest request = toRequest(body, identity.actor());
        return Checked.of(sending.check(request, clock.instant()), locale.get());
    }

    private ReferralRequest toRequest(NewReferral body, Actor by) {
        return new ReferralRequest(
                Ids.next(),
                body.consultationRef,
                body.kind == null ? ReferralKind.REFERRAL : body.kind,
                sending.originDesk(by.agency(), body.originDesk),
                body.targetDesk,
                body.classification,
                body.label == null ? Label.AMBER_STRICT : body.label,
                BasisRequest.toDomain(body.basis),
                body.disclosedData,
                by.id());
    }
}
