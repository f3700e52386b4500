package jp.tsunagi.referral.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.referral.delivery.Deliveries;
import jp.tsunagi.referral.details.ReferralDetails;
import jp.tsunagi.referral.lifecycle.AvailableCommands;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.lifecycle.Command;
import jp.tsunagi.referral.lifecycle.CommandType;
import jp.tsunagi.referral.lifecycle.Referral;
import jp.tsunagi.referral.lifecycle.StatusSummary;
import jp.tsunagi.referral.repository.Referrals;
import jp.tsunagi.referral.sending.ApprovingReferrals;
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

    /** A draft of the agency itself, with a ground that it states itself. */
    private static final Set<CommandShape> MAKES_A_DRAFT = EnumSet.of(CommandShape.RE_OPEN, CommandShape.FORWARD);

    private final Referrals referrals;
    private final SendingReferrals sending;
    private final ApprovingReferrals approving;
    private final Deliveries deliveries;
    private final Clock clock;

    DecidingReferrals(
            Referrals referrals,
            SendingReferrals sending,
            ApprovingReferrals approving,
            Deliveries deliveries,
            Clock clock) {
        this.referrals = referrals;
        this.sending = sending;
        this.approving = approving;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Empty when the referral is gone, which only a draft can be. */
    public Optional<Decided> decide(UUID id, CommandShape shape, long version, CommandRequest request, Actor by) {
        Instant now = clock.instant();
        if (MAKES_A_DRAFT.contains(shape)) {
            sending.requireOwnCases(by.agency());
        }
        return switch (shape.toDecision(request, sending::findDesk)) {
            case CommandShape.Give(var command) -> {
                Optional<Referrals.Changed> changed = referrals.change(id, version, command, by, now);
                changed.ifPresent(reached -> recordCarrying(command, reached, now));
                yield changed.map(Decided::of);
            }
            case CommandShape.SendDraft(var changes) ->
                Optional.of(Decided.of(sending.sendDraft(
                        id, version, BasisRequest.toDomain(changes.basis()), changes.disclosedData(), by, now)));
            case CommandShape.AnswerApproval(var agrees, var reason) ->
                Optional.of(Decided.of(
                        agrees
                                ? approving.approve(id, version, reason, by, now)
                                : approving.decline(id, version, reason, by, now)));
        };
    }

    /** Of a desk outside the platform, the word that it has arrived is also how it got there. */
    private void recordCarrying(Command command, Referrals.Changed reached, Instant now) {
        Referral referral = reached.stored().value();
        if (referral.details().carried()
                && command instanceof Command.Acknowledge acknowledge
                && acknowledge.channel() != null) {
            deliveries.carried(referral.id(), acknowledge.channel(), now);
        }
    }

    /** The case in intake that the referral belongs to, for a counsellor of the agency that hands over there. */
    public Optional<UUID> findCase(UUID id, Actor by) {
        ReferralDetails details = referrals.get(id, by).value().details();
        boolean isOurs = by.belongsTo(details.parties().origin().agency()) && !sending.hasOwnCases(by.agency());
        return isOurs ? Optional.of(UUID.fromString(details.consultationRef())) : Optional.empty();
    }

    public List<CommandShape> findAvailable(UUID id, Actor by) {
        Set<CommandType> available =
                Set.copyOf(AvailableCommands.of(referrals.get(id, by).value(), by, clock.instant()));
        boolean hasOwnCases = sending.hasOwnCases(by.agency());
        return Stream.of(CommandShape.values())
                .filter(shape -> available.contains(shape.type()))
                .filter(shape -> hasOwnCases || !MAKES_A_DRAFT.contains(shape))
                .toList();
    }
}
