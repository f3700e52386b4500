package jp.tsunagi.referral.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.referral.lifecycle.AvailableCommands;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.lifecycle.CommandType;
import jp.tsunagi.referral.lifecycle.StatusSummary;
import jp.tsunagi.referral.repository.Referrals;
import jp.tsunagi.referral.sending.SendingReferrals;
import jp.tsunagi.vocabulary.Outcome;
import jp.tsunagi.vocabulary.ReasonCode;
import jp.tsunagi.vocabulary.ReferralStatus;
import org.jspecify.annotations.Nullable;

/** Decisions of an agency on a referral, from the API or from a page. */
@ApplicationScoped
public class DecidingReferrals {

    /** @param newReferral the draft that was opened in its place or passed on */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decided(
            UUID id,
            ReferralStatus status,
            @Nullable BusinessStatus businessStatus,
            long version,
            String ownerAgency,
            @Nullable ReasonCode reasonCode,
            @Nullable String suggestedDesk,
            List<Outcome> outcomes,
            @Nullable UUID newReferral) {

        static Decided of(Referrals.Changed changed) {
            StatusSummary state = changed.state();
            return new Decided(
                    changed.stored().value().id(),
                    state.status(),
                    state.businessStatus(),
                    changed.stored().version(),
                    state.ownerAgency(),
                    state.reasonCode(),
                    state.suggestedDesk(),
                    state.outcomes(),
                    changed.newReferral().orElse(null));
        }
    }

    private final Referrals referrals;
    private final SendingReferrals sending;
    private final Clock clock;

    DecidingReferrals(Referrals referrals, SendingReferrals sending, Clock clock) {
        this.referrals = referrals;
        this.sending = sending;
        this.clock = clock;
    }

    /** Empty when the referral is gone, which only a draft can be. */
    public Optional<Decided> decide(UUID id, CommandShape shape, long version, CommandRequest request, Actor by) {
        Instant now = clock.instant();
        return switch (shape.toDecision(request, sending::findDesk)) {
            case CommandShape.Give(var command) ->
                referrals.change(id, version, command, by, now).map(Decided::of);
            case CommandShape.SendDraft(var changes) ->
                Optional.of(Decided.of(sending.sendDraft(
                        id, version, BasisRequest.toDomain(changes.basis()), changes.disclosedData(), by, now)));
        };
    }

    public List<CommandShape> findAvailable(UUID id, Actor by) {
        Set<CommandType> available =
                Set.copyOf(AvailableCommands.of(referrals.get(id, by).value(), by, clock.instant()));
        return Stream.of(CommandShape.values())
                .filter(shape -> available.contains(shape.type()))
                .toList();
    }
}
