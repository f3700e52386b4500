package jp.tsunagi.referral.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.referral.handover.Business;
import jp.tsunagi.referral.handover.Choices;
import jp.tsunagi.referral.handover.Reason;
import jp.tsunagi.referral.handover.Referral;
import jp.tsunagi.referral.handover.Referrals;
import jp.tsunagi.referral.handover.Result;
import jp.tsunagi.referral.handover.Sending;
import jp.tsunagi.referral.handover.Standing;
import jp.tsunagi.referral.handover.Status;
import jp.tsunagi.referral.handover.Verb;

/** A decision of an agency, from the API or from a page. */
@ApplicationScoped
class Deciding {

    /** @param newReferral the draft that was opened in its place or passed on */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decided(
            UUID id,
            Status status,
            Business businessStatus,
            long version,
            String ownerAgency,
            Reason reasonCode,
            String suggestedDesk,
            List<Result> outcomes,
            UUID newReferral) {}

    private final Referrals referrals;
    private final Sending sending;
    private final Clock clock;

    Deciding(Referrals referrals, Sending sending, Clock clock) {
        this.referrals = referrals;
        this.sending = sending;
        this.clock = clock;
    }

    /** Empty when the referral is gone, which only a draft can be. */
    Optional<Decided> decide(UUID id, Verb verb, long version, CommandRequest said, Actor by) {
        Instant now = clock.instant();
        if (verb == Verb.SEND) {
            sending.sendDraft(
                    id,
                    version,
                    said.basis() == null ? null : said.basis().toDomain(),
                    Optional.ofNullable(said.parcel()).map(ParcelRequest::toDomain),
                    by,
                    now);
            return Optional.of(decided(referrals.get(id, by), null));
        }
        String toAgency = said.namedDesk(verb)
                .map(desk -> sending.agencyOf(desk, verb == Verb.FORWARD ? "/targetDesk" : "/suggestedDesk"))
                .orElse(null);
        Referral.Step step = referrals.change(id, version, by, said.command(verb, toAgency), now);
        UUID born = step.born() == null ? null : step.born().id();
        return step.now() == null ? Optional.empty() : Optional.of(decided(referrals.get(id, by), born));
    }

    List<String> choices(UUID id, Actor by) {
        return Choices.of(referrals.get(id, by).referral(), by, clock.instant()).stream()
                .map(Verb::wire)
                .toList();
    }

    private static Decided decided(Referrals.Kept kept, UUID born) {
        Standing standing = Standing.of(kept.referral());
        return new Decided(
                kept.referral().id(),
                standing.status(),
                standing.business(),
                kept.version(),
                standing.owner(),
                standing.reason(),
                standing.suggestedDesk(),
                standing.results(),
                born);
    }
}
