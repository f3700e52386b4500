package jp.tsunagi.intake.handover;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.vocabulary.DeliveryChannel;
import org.jspecify.annotations.Nullable;

/** One step of a hand-over; the words are sealed with the key of the case. */
@Entity
@Table(name = "referral_entry")
class ReferralEntryRow {

    @EmbeddedId
    Key key;

    @Column(updatable = false)
    UUID consultationId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    ReferralStep step;

    @Column(updatable = false)
    boolean byOrigin;

    @Column(updatable = false)
    String byName;

    @Column(updatable = false)
    byte @Nullable [] words;

    @Column(updatable = false)
    boolean forConsulter;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    @Nullable
    DeliveryChannel channel;

    @Column(updatable = false)
    Instant at;

    @Nullable
    Instant passedOn;

    /** The version of the referral that the step led to. */
    @Embeddable
    record Key(UUID referralId, long version) {}

    static byte @Nullable [] seal(@Nullable String words, Key key, DataKey with) {
        return with.seal(words, key.referralId.toString(), "entry " + key.version);
    }

    ReferralEntry toDomain(DataKey with) {
        return new ReferralEntry(
                key.version,
                step,
                byOrigin,
                byName,
                with.open(words, key.referralId.toString(), "entry " + key.version),
                forConsulter,
                channel,
                at,
                passedOn);
    }
}
