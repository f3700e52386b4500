package jp.tsunagi.referral.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.platform.commit.PendingRows;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.referral.desk.Desk;
import jp.tsunagi.vocabulary.DeliveryChannel;
import jp.tsunagi.vocabulary.DeskMode;
import org.jspecify.annotations.Nullable;

/**
 * How each referral reached its desk: it is there, or an agency has to carry it and the delivery says why
 * (docs/invariants.md I13).
 */
@ApplicationScoped
public class Deliveries {

    /** @param owner agency that has to act next */
    public record Delivery(
            UUID id,
            DeskMode mode,
            DeliveryState state,
            String owner,
            @Nullable String reason,
            @Nullable DeliveryChannel channel,
            Instant at) {}

    private final DeliveryRows rows;
    private final PendingRows pending;

    Deliveries(DeliveryRows rows, PendingRows pending) {
        this.rows = rows;
        this.pending = pending;
    }

    /** In-platform it is in the desk's inbox at once; in every other mode the origin has to carry it. */
    public void deliver(UUID referral, Desk desk, String originAgency, Instant now) {
        boolean arrives = desk.usualMode().arrivesByItself();
        DeliveryRow row = new DeliveryRow();
        row.id = Ids.next();
        row.referralId = referral;
        row.mode = desk.usualMode();
        row.state = arrives ? DeliveryState.DELIVERED : DeliveryState.TO_CARRY;
        row.owner = arrives ? desk.agency() : originAgency;
        row.reason = arrives ? null : "desk-not-on-platform";
        row.at = now;
        pending.insert(row);
    }

    /** Somebody carried it there. */
    public void carried(UUID referral, DeliveryChannel channel, Instant now) {
        DeliveryRow before = rows.findByReferral(referral).getLast();
        DeliveryRow row = new DeliveryRow();
        row.id = Ids.next();
        row.referralId = referral;
        row.mode = before.mode;
        row.state = DeliveryState.DELIVERED;
        row.owner = before.owner;
        row.channel = channel;
        row.at = now;
        pending.insert(row);
    }

    public List<Delivery> findByReferral(UUID referral) {
        return rows.findByReferral(referral).stream()
                .map(row -> new Delivery(row.id, row.mode, row.state, row.owner, row.reason, row.channel, row.at))
                .toList();
    }
}
