package jp.tsunagi.council.membership;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.council.FourDigitYear;
import jp.tsunagi.council.membership.Memberships.Origin;
import jp.tsunagi.council.membership.Memberships.SeatList;
import jp.tsunagi.platform.http.Answer;
import jp.tsunagi.platform.idempotency.Idempotency;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The import of council seats over HTTP. */
@Path("/v1/memberships:import")
@Consumes(MediaType.APPLICATION_JSON)
class SeatImportResource {

    /** The code of an organisation or an agency. */
    private static final String CODE = "[A-Z][A-Z0-9_]{1,19}";

    private static final int MAX_NAME = 120;
    private static final int MAX_SOURCE = 500;
    private static final int MAX_SEATS = 200;

    private final Memberships memberships;
    private final Identity identity;
    private final Idempotency idempotency;

    SeatImportResource(Memberships memberships, Identity identity, Idempotency idempotency) {
        this.memberships = memberships;
        this.identity = identity;
        this.idempotency = idempotency;
    }

    record NewSeat(
            @NotNull @Pattern(regexp = CODE) String organisation,

            @NotBlank @Size(max = MAX_NAME) String nameJa,
            @NotBlank @Size(max = MAX_NAME) String nameEn,
            @NotNull Seat.Role role,

            @Pattern(regexp = CODE) @Nullable String agency,

            @NotNull @FourDigitYear LocalDate from,

            @FourDigitYear @Nullable LocalDate to,

            @Min(0) @Max(100) int confidence) {

        Seat seat() {
            return new Seat(organisation, nameJa, nameEn, role, agency, from, to, confidence);
        }
    }

    record NewSeats(
            @NotBlank @Size(max = MAX_SOURCE) String source,
            @NotNull @FourDigitYear LocalDate asOf,
            @NotEmpty @Size(max = MAX_SEATS) List<@NotNull @Valid NewSeat> seats) {

        SeatList list() {
            return new SeatList(
                    new Origin(source, asOf), seats.stream().map(NewSeat::seat).toList());
        }
    }

    record ImportedSeats(int seats) {}

    @POST
    @RolesAllowed(Roles.SECRETARIAT)
    @Transactional
    @Operation(summary = "Import a list of council seats, adding new ones and correcting known ones")
    @APIResponse(responseCode = "200", description = "How many seats the list named")
    public RestResponse<ImportedSeats> importSeats(
            @HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid NewSeats seats) {
        Actor by = identity.actor();
        return idempotency
                .once(
                        by.client(),
                        key,
                        seats,
                        ImportedSeats.class,
                        () -> Answer.ok(new ImportedSeats(memberships.importSeats(seats.list(), by))))
                .toResponse();
    }
}
