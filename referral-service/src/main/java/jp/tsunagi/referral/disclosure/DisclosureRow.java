package jp.tsunagi.referral.disclosure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "disclosure")
class DisclosureRow {

    @Id
    UUID id;

    @Column(name = "referral_id")
    UUID referralId;

    @Column(name = "from_agency")
    String fromAgency;

    @Column(name = "from_desk")
    String fromDesk;

    @Column(name = "to_agency")
    String toAgency;

    @Column(name = "to_desk")
    String toDesk;

    String[] fields;

    @Column(name = "content_hash")
    byte[] contentHash;

    String ground;
    String basis;

    @Column(name = "record_due")
    boolean recordDue;

    String label;

    @Column(name = "disclosed_by")
    String disclosedBy;

    Instant at;
}
