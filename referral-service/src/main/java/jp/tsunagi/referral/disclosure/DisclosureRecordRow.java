package jp.tsunagi.referral.disclosure;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.tsunagi.vocabulary.Ground;
import jp.tsunagi.vocabulary.Label;
import org.jspecify.annotations.NullUnmarked;

@Entity
@NullUnmarked
@Table(name = "disclosure_record")
class DisclosureRecordRow {

    @Id
    UUID id;

    UUID referralId;
    String originAgency;
    String originDesk;
    String targetAgency;
    String targetDesk;
    String[] fields;
    byte[] contentHash;

    @Enumerated(EnumType.STRING)
    Ground ground;

    @Enumerated(EnumType.STRING)
    BasisEvidence evidence;

    /** The whole legal basis as JSON, as it was when the data was provided; sealed, because it holds a reason. */
    byte[] basis;

    byte[] basisKey;

    boolean recordDue;

    @Enumerated(EnumType.STRING)
    Label label;

    String disclosedBy;
    Instant at;

    String record() {
        return "disclosure-record/" + id;
    }
}
