package jp.tsunagi.referral.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.identity.Identity;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.referral.handover.Readiness;
import jp.tsunagi.referral.handover.Readiness.Weight;
import jp.tsunagi.referral.handover.Sending;

/** Where an agency asks beforehand whether a desk would take a referral. Nothing is kept, nothing leaves. */
@Path("/v1/referrals:check")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CheckResource {

    record Finding(String code, String pointer, String ja, String en) {}

    record Checked(
            boolean ready, List<Finding> missing, List<Finding> refused, List<Finding> tooMuch, List<Finding> hints) {
        static Checked of(Readiness readiness) {
            return new Checked(
                    readiness.isReady(),
                    findings(readiness, Weight.MISSING),
                    findings(readiness, Weight.REFUSED),
                    findings(readiness, Weight.TOO_MUCH),
                    findings(readiness, Weight.HINT));
        }

        private static List<Finding> findings(Readiness readiness, Weight weight) {
            return readiness.of(weight).stream()
                    .map(f -> new Finding(f.code(), f.pointer(), f.ja(), f.en()))
                    .toList();
        }
    }

    private final Sending sending;
    private final Identity identity;
    private final Clock clock;

    CheckResource(Sending sending, Identity identity, Clock clock) {
        this.sending = sending;
        this.identity = identity;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({"counsellor", "agency-staff", "agency-admin", "referral:create"})
    @Transactional
    public Checked check(@NotNull @Valid NewReferralResource.NewReferral body) {
        Actor by = identity.actor();
        return Checked.of(sending.check(sending.from(body.order(Ids.next(), by)), clock.instant()));
    }
}
