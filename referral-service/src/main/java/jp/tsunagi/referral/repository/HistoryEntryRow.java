package jp.tsunagi.referral.repository;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.lifecycle.Command;
import jp.tsunagi.vocabulary.ReasonCode;
import jp.tsunagi.vocabulary.ReferralStatus;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "referral_history")
@SuppressWarnings("NullAway.Init") // Hibernate and ReferralHistory fill the columns.
class HistoryEntryRow {

    @Id
    UUID id;

    UUID referralId;

    /** The version of the referral that the command made. */
    long referralVersion;

    String command;
    String actor;
    String actorName;
    String agency;

    @Enumerated(EnumType.STRING)
    ReferralStatus status;

    @Enumerated(EnumType.STRING)
    @Nullable
    BusinessStatus businessStatus;

    @Enumerated(EnumType.STRING)
    @Nullable
    ReasonCode reasonCode;

    byte @Nullable [] words;

    @Enumerated(EnumType.STRING)
    Command.Audience audience;

    Instant at;
}
