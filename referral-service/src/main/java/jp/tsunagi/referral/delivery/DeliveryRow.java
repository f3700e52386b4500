package jp.tsunagi.referral.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.referral.desk.Mode;

@Entity
@Table(name = "delivery")
class DeliveryRow {

    @Id
    UUID id;

    UUID referralId;
    Mode mode;
    DeliveryState state;
    String owner;
    String reason;
    Instant at;
}
