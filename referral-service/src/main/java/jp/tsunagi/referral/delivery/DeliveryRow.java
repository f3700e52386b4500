package jp.tsunagi.referral.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.vocabulary.DeliveryChannel;
import jp.tsunagi.vocabulary.DeskMode;
import org.jspecify.annotations.NullUnmarked;

@Entity
@NullUnmarked
@Table(name = "delivery")
class DeliveryRow {

    @Id
    UUID id;

    UUID referralId;

    @Enumerated(EnumType.STRING)
    DeskMode mode;

    @Enumerated(EnumType.STRING)
    DeliveryState state;

    String owner;
    String reason;

    @Enumerated(EnumType.STRING)
    DeliveryChannel channel;

    Instant at;
}
