package jp.tsunagi.referral.handover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "trail")
class TrailRow {

    @Id
    UUID id;

    @Column(name = "referral_id")
    UUID referralId;

    long version;
    String command;

    String actor;

    @Column(name = "actor_name")
    String actorName;

    String agency;

    @Enumerated(EnumType.STRING)
    Status status;

    @Enumerated(EnumType.STRING)
    Business business;

    @Enumerated(EnumType.STRING)
    Reason reason;

    byte[] words;

    @Enumerated(EnumType.STRING)
    Command.Audience audience;

    Instant at;
}
