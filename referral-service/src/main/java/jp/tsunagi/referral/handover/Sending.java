package jp.tsunagi.referral.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import jp.tsunagi.referral.delivery.Deliveries;
import jp.tsunagi.referral.desk.Desk;
import jp.tsunagi.referral.desk.Desks;
import jp.tsunagi.referral.disclosure.Disclosures;
import jp.tsunagi.referral.disclosure.Label;
import jp.tsunagi.referral.disclosure.LegalBasis;
import jp.tsunagi.referral.disclosure.Parcel;

/** Sends a referral: asks the directory, records what is disclosed on which ground, and sees to its delivery. */
@ApplicationScoped
public class Sending {

    /** What somebody wants to send. */
    public record Order(
            UUID id,
            String consultation,
            Terms.Kind kind,
            String originAgency,
            String originDesk,
            String targetDesk,
            Facts facts,
            Label label,
            LegalBasis basis,
            Parcel parcel,
            String requestedBy) {}

    private final Desks desks;
    private final Referrals referrals;
    private final Disclosures disclosures;
    private final Deliveries deliveries;

    Sending(Desks desks, Referrals referrals, Disclosures disclosures, Deliveries deliveries) {
        this.desks = desks;
        this.referrals = referrals;
        this.disclosures = disclosures;
        this.deliveries = deliveries;
    }

    /** The dry run: what would stand in the way. Nothing is kept. */
    public Readiness check(Order order, Instant now) {
        return Readiness.of(
                new Readiness.Offer(
                        desks.find(order.targetDesk).orElse(null),
                        order.facts,
                        order.label,
                        order.basis,
                        order.parcel.fields(),
                        order.parcel.hasSummary(),
                        order.requestedBy,
                        desks.isPublicBody(order.originAgency),
                        referrals
                                .open(order.originAgency, order.consultation, order.targetDesk)
                                .orElse(null)),
                now);
    }

    /** R01 and R02 in one: creates the draft and sends it, or refuses and keeps nothing. */
    public void createAndSend(Order order, Actor by, Instant now) {
        Readiness readiness = check(order, now);
        readiness.check(by.hasAnyRole("supervisor", "agency-admin"));
        Referral.Draft draft = Referral.create(terms(order, now), by);
        referrals.add(draft, by, now);
        disclosures.keep(draft.id(), order.parcel);
        send(draft.terms(), 1, readiness, order.basis, order.parcel, by, now);
    }

    /** R02 for a draft that waits: one that was not delivered, was opened again, or is passed on. */
    public void sendDraft(UUID id, long version, LegalBasis basis, Optional<Parcel> newParcel, Actor by, Instant now) {
        Terms terms = referrals.get(id, by).referral().terms();
        Parcel parcel =
                newParcel.or(() -> disclosures.open(id)).orElseGet(() -> new Parcel(null, null, null, null, null));
        LegalBasis ground = basis == null ? terms.basis() : basis;
        Readiness readiness = check(
                new Order(
                        id,
                        terms.consultation(),
                        terms.kind(),
                        terms.originAgency(),
                        terms.originDesk(),
                        terms.targetDesk(),
                        terms.facts(),
                        terms.label(),
                        ground,
                        parcel,
                        by.id()),
                now);
        send(terms, version, readiness, ground, parcel, by, now);
        disclosures.keep(id, parcel);
    }

    private void send(
            Terms terms, long version, Readiness readiness, LegalBasis basis, Parcel parcel, Actor by, Instant now) {
        referrals.change(terms.id(), version, by, new Command.Send(readiness, basis, parcel.fields()), now);
        Desk desk = desks.find(terms.targetDesk()).orElseThrow();
        disclosures.record(
                new Disclosures.Way(
                        terms.id(),
                        terms.originAgency(),
                        terms.originDesk(),
                        desk.agency(),
                        desk.code(),
                        terms.label(),
                        basis.makesRecordADuty(
                                desks.isPublicBody(terms.originAgency()), desks.isPublicBody(desk.agency())),
                        by.id(),
                        now),
                parcel,
                basis);
        deliveries.deliver(terms.id(), desk, terms.originAgency(), now);
    }

    /**
     * Takes what another service hands over: delivered, or kept as a draft of its owner and announced with the reason
     * why not. Handing over the same referral again changes nothing.
     */
    void takeOver(Order order, Actor by, Instant now) {
        if (referrals.exists(order.id)) {
            return;
        }
        Readiness readiness = check(order, now);
        try {
            readiness.check(by.hasAnyRole("supervisor", "agency-admin"));
        } catch (Refusal refused) {
            Referral.Draft draft = Referral.create(terms(order, now), by);
            referrals.add(draft, by, now);
            disclosures.keep(draft.id(), order.parcel);
            referrals.announceNotDelivered(draft, refused.code(), now);
            return;
        }
        createAndSend(order, by, now);
    }

    private Terms terms(Order order, Instant now) {
        // A desk that is in no directory belongs to no agency; its draft stays with the origin.
        String targetAgency = desks.find(order.targetDesk).map(Desk::agency).orElse("");
        return new Terms(
                order.id,
                order.consultation,
                order.kind,
                order.originAgency,
                order.originDesk,
                targetAgency,
                order.targetDesk,
                order.facts,
                order.label,
                order.basis,
                order.parcel.fields(),
                order.requestedBy,
                null,
                null,
                now);
    }

    /** The order with the desk it comes from: the one named, or the sender's only one. */
    public Order from(Order order) {
        List<String> own =
                desks.all(order.originAgency).stream().map(Desk::code).toList();
        if (order.originDesk == null ? own.size() != 1 : !own.contains(order.originDesk)) {
            throw new Refusal(
                            Kind.UNMET,
                            "origin-desk-unknown",
                            "送り元の窓口を指定してください。",
                            "Name the desk of your agency that sends.")
                    .at("/originDesk", "origin-desk-unknown", "自分の機関の窓口を指定してください。", "One of: " + own);
        }
        String desk = order.originDesk == null ? own.getFirst() : order.originDesk;
        return new Order(
                order.id,
                order.consultation,
                order.kind,
                order.originAgency,
                desk,
                order.targetDesk,
                order.facts,
                order.label,
                order.basis,
                order.parcel,
                order.requestedBy);
    }

    /** The agency of a desk that is suggested or passed on to. */
    public String agencyOf(String desk, String pointer) {
        return desks.find(desk).map(Desk::agency).orElseThrow(() -> unknown(pointer));
    }

    private static Refusal unknown(String pointer) {
        return new Refusal(Kind.UNMET, "desk-unknown", "この窓口は登録されていません。", "No such desk in the directory.")
                .at(pointer, "desk-unknown", "窓口一覧から選んでください。", "Choose a desk of the directory.");
    }
}
