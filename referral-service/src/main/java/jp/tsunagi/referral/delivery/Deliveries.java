package jp.tsunagi.referral.delivery;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.platform.time.Ids;
import jp.tsunagi.referral.desk.Desk;
import jp.tsunagi.referral.desk.Mode;

/** How each referral reached its desk: it is there, or it waits in somebody's hands and says why (invariant I13). */
@ApplicationScoped
public class Deliveries {

    public enum State {
        DELIVERED("delivered"),
        TO_CARRY("to-carry");

        private final String wire;

        State(String wire) {
            this.wire = wire;
        }

        @JsonValue
        public String wire() {
            return wire;
        }
    }

    /** @param owner agency that has to act next */
    public record Delivery(UUID id, Mode mode, State state, String owner, String reason, Instant at) {}

    private final EntityManager entities;

    Deliveries(EntityManager entities) {
        this.entities = entities;
    }

    /** In-platform it is in the desk's inbox at once; every other way needs somebody of the origin to carry it. */
    public void deliver(UUID referral, Desk desk, String originAgency, Instant now) {
        boolean arrives = desk.usualMode() == Mode.IN_PLATFORM;
        DeliveryRow row = new DeliveryRow();
        row.id = Ids.next();
        row.referralId = referral;
        row.mode = desk.usualMode();
        row.state = arrives ? State.DELIVERED : State.TO_CARRY;
        row.owner = arrives ? desk.agency() : originAgency;
        row.reason = arrives ? null : "desk-not-on-platform";
        row.at = now;
        entities.persist(row);
    }

    public List<Delivery> of(UUID referral) {
        return entities.createQuery("from DeliveryRow where referralId = ?1 order by at, id", DeliveryRow.class)
                .setParameter(1, referral)
                .getResultStream()
                .map(row -> new Delivery(row.id, row.mode, row.state, row.owner, row.reason, row.at))
                .toList();
    }
}
