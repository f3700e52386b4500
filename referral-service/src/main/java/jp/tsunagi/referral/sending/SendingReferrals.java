package jp.tsunagi.referral.sending;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.referral.approval.Approvals;
import jp.tsunagi.referral.delivery.Deliveries;
import jp.tsunagi.referral.desk.Desk;
import jp.tsunagi.referral.desk.DeskRef;
import jp.tsunagi.referral.desk.Desks;
import jp.tsunagi.referral.details.ReferralDetails;
import jp.tsunagi.referral.disclosure.BasisEvidence;
import jp.tsunagi.referral.disclosure.DisclosedData;
import jp.tsunagi.referral.disclosure.DisclosureRecord;
import jp.tsunagi.referral.disclosure.Disclosures;
import jp.tsunagi.referral.disclosure.LegalBasis;
import jp.tsunagi.referral.lifecycle.Command;
import jp.tsunagi.referral.lifecycle.Referral;
import jp.tsunagi.referral.repository.Referrals;
import jp.tsunagi.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/** Sends referrals: asks the directory, records what is disclosed on which ground, and sees to the delivery. */
@ApplicationScoped
public class SendingReferrals {

    private final Desks desks;
    private final Referrals referrals;
    private final Disclosures disclosures;
    private final Deliveries deliveries;

    SendingReferrals(Desks desks, Referrals referrals, Disclosures disclosures, Deliveries deliveries) {
        this.desks = desks;
        this.referrals = referrals;
        this.disclosures = disclosures;
        this.deliveries = deliveries;
    }

    /** The dry run: what would stand in the way. Nothing is stored. */
    public ReferralCheck check(ReferralRequest request, Instant now) {
        requireOwnCases(request.origin().agency());
        return check(request, desks.find(request.targetDesk()), now);
    }

    private ReferralCheck check(ReferralRequest request, Optional<Desk> desk, Instant now) {
        return check(
                request,
                desk,
                referrals.findOpen(request.origin().agency(), request.consultationRef(), request.targetDesk()),
                now);
    }

    private ReferralCheck check(ReferralRequest request, Optional<Desk> desk, Optional<UUID> open, Instant now) {
        return ReferralCheck.of(
                request, desk, open, desks.isPublicBody(request.origin().agency()), now);
    }

    /**
     * The tables refuse a second open referral when it is sent at once, so it is asked for only when that refusal would
     * not come, or would come after another one.
     */
    private List<Violation> obstaclesOfNew(ReferralRequest request, Optional<Desk> desk, Instant now) {
        boolean isLeftToTables = !waitsForApproval(request)
                && check(request, desk, Optional.empty(), now).isReady();
        return isLeftToTables ? List.of() : check(request, desk, now).obstacles();
    }

    /** R01 and R02 in one: creates the draft and sends it; a refusal rolls both back. */
    public Referrals.Changed createAndSend(ReferralRequest request, Actor by, Instant now) {
        requireOwnCases(request.origin().agency());
        Optional<Desk> desk = find(request);
        Command command = command(request, desk, obstaclesOfNew(request, desk, now));
        Referrals.Changed sent = referrals.add(draft(request, desk, by, now), command, by, now);
        disclosures.add(request.id(), request.disclosedData());
        provideUnlessWaiting(command, request, sent, desk, by, now);
        return sent;
    }

    public boolean hasOwnCases(String agency) {
        return !desks.isHandedOverByIntake(agency);
    }

    /** Refuses an agency whose cases live in intake: what their people agreed to is known there and nowhere else. */
    public void requireOwnCases(String agency) {
        if (!hasOwnCases(agency)) {
            throw new Refusal(ReferralProblem.HANDED_OVER_BY_INTAKE);
        }
    }

    /**
     * R02 for a draft that waits: one that was not delivered, was opened again, or is passed on. What intake signed goes
     * out as it was signed or not at all.
     */
    public Referrals.Changed sendDraft(
            UUID id,
            long version,
            @Nullable LegalBasis newBasis,
            @Nullable DisclosedData newData,
            Actor by,
            Instant now) {
        Stored<Referral> stored = referrals.getForChange(id, by);
        ReferralDetails details = stored.value().details();
        boolean isAsBefore = newBasis == null && newData == null;
        if (desks.isHandedOverByIntake(details.parties().origin().agency())
                && !(isAsBefore && isSigned(details.disclosure().basis()))) {
            throw new Refusal(ReferralProblem.HAND_OVER_ANEW);
        }
        LegalBasis basis = newBasis == null ? details.disclosure().basis() : newBasis;
        DisclosedData data = newData == null ? disclosures.read(id).orElse(DisclosedData.NONE) : newData;
        ReferralRequest request = ReferralRequest.of(details, basis, data, by.id());
        Stored<Referral> asSeen = new Stored<>(stored.value(), version, stored.changedAt());
        Referrals.Changed sent = send(request, asSeen, find(request), by, now);
        disclosures.replace(id, data);
        return sent;
    }

    /** A draft that waited for its approval goes out, as it was asked for. */
    Referrals.Changed sendApproved(UUID id, long version, @Nullable String reason, Actor by, Instant now) {
        Referral waiting = referrals.getForChange(id, by).value();
        ReferralDetails details = waiting.details();
        LegalBasis asked = details.disclosure().basis();
        LegalBasis basis = asked == null ? null : asked.approved(Approvals.of(by, now));
        DisclosedData data = disclosures.read(id).orElse(DisclosedData.NONE);
        ReferralRequest request = ReferralRequest.of(details, basis, data, details.requestedBy());
        Optional<Desk> desk = find(request);
        Command.Approve approve = new Command.Approve(
                check(request, desk, now).obstacles(),
                basis,
                reason,
                desk.filter(SendingReferrals::isCarried).isPresent());
        Referrals.Changed sent = referrals.change(id, version, approve, by, now).orElseThrow();
        String askedBy =
                waiting instanceof Referral.AwaitingApproval awaiting ? awaiting.askedBy() : details.requestedBy();
        provide(request, sent, desk.orElseThrow(), askedBy, now);
        return sent;
    }

    Optional<Desk> find(ReferralRequest request) {
        return desks.find(request.targetDesk());
    }

    Stored<Referral> create(ReferralRequest request, Optional<Desk> desk, Actor by, Instant now) {
        Stored<Referral> stored = referrals.add(draft(request, desk, by, now), by, now);
        disclosures.add(request.id(), request.disclosedData());
        return stored;
    }

    private static Referral.Draft draft(ReferralRequest request, Optional<Desk> desk, Actor by, Instant now) {
        // A desk that is in no directory belongs to no agency; its draft stays with the origin.
        String targetAgency = desk.map(Desk::agency).orElse("");
        return Referral.create(request.toDetails(targetAgency, now), by);
    }

    Referrals.Changed send(
            ReferralRequest request, Stored<Referral> draft, Optional<Desk> desk, Actor by, Instant now) {
        Command command = command(request, desk, check(request, desk, now).obstacles());
        Referrals.Changed changed = referrals
                .change(request.id(), draft.version(), command, by, now)
                .orElseThrow();
        provideUnlessWaiting(command, request, changed, desk, by, now);
        return changed;
    }

    /** An exception that an agency vouches for does not go out yet: it waits for the second account. */
    private static boolean waitsForApproval(ReferralRequest request) {
        LegalBasis basis = request.basis();
        return basis != null && basis.lacksApproval() && !isSigned(basis);
    }

    private static Command command(ReferralRequest request, Optional<Desk> desk, List<Violation> obstacles) {
        Set<Field> fields = request.disclosedData().fields();
        LegalBasis basis = request.basis();
        return basis != null && waitsForApproval(request)
                ? new Command.AskApproval(obstacles, basis, fields)
                : new Command.Send(
                        obstacles,
                        basis,
                        fields,
                        desk.filter(SendingReferrals::isCarried).isPresent());
    }

    private void provideUnlessWaiting(
            Command command,
            ReferralRequest request,
            Referrals.Changed sent,
            Optional<Desk> desk,
            Actor by,
            Instant now) {
        if (command instanceof Command.Send) {
            provide(request, sent, desk.orElseThrow(), by.id(), now);
        }
    }

    private static boolean isCarried(Desk desk) {
        return !desk.usualMode().arrivesByItself();
    }

    private static boolean isSigned(@Nullable LegalBasis basis) {
        return basis != null && basis.evidence() == BasisEvidence.SIGNED_BY_INTAKE;
    }

    /** Records what leaves, and sees to it that it arrives. */
    private void provide(
            ReferralRequest request, Referrals.Changed sent, Desk target, String disclosedBy, Instant now) {
        ReferralDetails details = sent.stored().value().details();
        String originAgency = request.origin().agency();
        LegalBasis basis = Objects.requireNonNull(request.basis(), "nothing is sent without a basis");
        boolean recordDue =
                basis.makesRecordADuty(desks.isPublicBody(originAgency), desks.isPublicBody(target.agency()));
        DisclosureRecord provided =
                new DisclosureRecord(Ids.next(), details.parties(), details.disclosure(), recordDue, disclosedBy, now);
        disclosures.record(details.id(), provided, request.disclosedData());
        deliveries.deliver(details.id(), target, originAgency, now);
    }

    /** The desk that an agency sends from: the one named, or its only one. */
    public DeskRef originDesk(String agency, @Nullable String named) {
        List<String> own = desks.findByAgency(agency).stream().map(Desk::code).toList();
        if (named == null ? own.size() != 1 : !own.contains(named)) {
            Violation wrong = new Violation("/originDesk", ReferralProblem.ORIGIN_DESK_UNKNOWN).with("allowed", own);
            throw new Refusal(ReferralProblem.ORIGIN_DESK_UNKNOWN, List.of(wrong));
        }
        return new DeskRef(agency, named == null ? own.getFirst() : named);
    }

    /** The desk that is suggested or passed on to, with its agency. */
    public DeskRef findDesk(String desk, String pointer) {
        return desks.find(desk)
                .map(found -> new DeskRef(found.agency(), found.code()))
                .orElseThrow(() -> ReferralProblem.DESK_UNKNOWN.at(pointer));
    }
}
