package jp.tsunagi.referral.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.http.CursorPage;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.referral.delivery.Deliveries;
import jp.tsunagi.referral.reading.ReferralLists;
import jp.tsunagi.referral.reading.ReferralLists.PageRequest;
import jp.tsunagi.referral.repository.ReferralQuery.Box;
import jp.tsunagi.referral.repository.ReferralSummary;
import jp.tsunagi.vocabulary.ReferralStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The referrals that an agency received and those that it sent. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.COUNSELLOR,
    Roles.SUPERVISOR,
    Roles.AGENCY_STAFF,
    Roles.AGENCY_ADMIN,
    Roles.REFERRAL_READ,
    Roles.REFERRAL_DECIDE,
    Roles.REFERRAL_CREATE
})
class ReferralListResource {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final ReferralLists lists;
    private final Identity identity;

    ReferralListResource(ReferralLists lists, Identity identity) {
        this.lists = lists;
        this.identity = identity;
    }

    @GET
    @Path("referrals")
    @Transactional
    @Operation(summary = "List the referrals of your agency: its inbox or its outbox")
    public CursorPage<ReferralSummary> list(
            @Parameter(schema = @Schema(enumeration = {"inbox", "outbox"})) @QueryParam("box") @DefaultValue("inbox")
                    String box,
            @Parameter(schema = @Schema(type = SchemaType.ARRAY, implementation = ReferralStatus.class, maxItems = 50))
                    @QueryParam("status")
                    List<String> status,
            @Parameter(schema = @Schema(format = "date-time", maxLength = 40)) @QueryParam("modified_since") @Nullable
                    String modifiedSince,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest request = new PageRequest(box(box), statuses(status), since(modifiedSince), cursor, limit);
        return lists.page(request, identity.actor());
    }

    @GET
    @Path("referrals/{id}/deliveries")
    @Transactional
    @Operation(summary = "Read how a referral reached its desk, or who has to carry it there")
    public CursorPage<Deliveries.Delivery> deliveries(@PathParam("id") UUID id) {
        return new CursorPage<>(lists.deliveries(id, identity.actor()), null);
    }

    private static Box box(String text) {
        return switch (text) {
            case "inbox" -> Box.INBOX;
            case "outbox" -> Box.OUTBOX;
            default -> throw unknown("/box", List.of("inbox", "outbox"));
        };
    }

    /** Several values may come as several parameters or as one list with commas. */
    private static Set<ReferralStatus> statuses(List<String> asked) {
        return asked.stream()
                .flatMap(codes -> Arrays.stream(codes.split(",")))
                .map(code -> Coded.find(ReferralStatus.class, code)
                        .orElseThrow(() -> unknown("/status", Coded.codes(ReferralStatus.class))))
                .collect(Collectors.toSet());
    }

    private static @Nullable Instant since(@Nullable String text) {
        try {
            return text == null ? null : within(Instant.parse(text));
        } catch (DateTimeParseException notATime) {
            throw new Refusal(PlatformProblem.VALUE_MALFORMED).at("/modified_since");
        }
    }

    /** No table holds every time that can be written; whoever asks for all that changed names an early one. */
    private static Instant within(Instant asked) {
        if (asked.isAfter(LATEST)) {
            throw new Refusal(PlatformProblem.VALUE_MALFORMED).at("/modified_since");
        }
        return asked.isBefore(Instant.EPOCH) ? Instant.EPOCH : asked;
    }

    private static Refusal unknown(String pointer, List<String> allowed) {
        Violation violation = new Violation(pointer, PlatformProblem.VALUE_UNKNOWN).with("allowed", allowed);
        return new Refusal(PlatformProblem.VALUE_UNKNOWN, List.of(violation));
    }
}
