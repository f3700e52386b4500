package jp.tsunagi.referral.disclosure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.platform.sealing.DataKey;

@Entity
@Table(name = "parcel")
class ParcelRow {

    private static final String RECORD = "parcel/";

    @Id
    @Column(name = "referral_id")
    UUID referralId;

    @Column(name = "data_key")
    byte[] dataKey;

    byte[] summary;
    byte[] narrative;
    byte[] urls;

    @Column(name = "call_name")
    byte[] callName;

    byte[] contact;

    @Column(name = "purged_at")
    Instant purgedAt;

    void store(Parcel parcel, DataKey key) {
        String record = RECORD + referralId;
        dataKey = key.wrapped();
        summary = key.seal(parcel.summary(), record, "summary");
        narrative = key.seal(parcel.narrative(), record, "narrative");
        urls = parcel.urls().isEmpty() ? null : key.seal(String.join("\n", parcel.urls()), record, "urls");
        callName = key.seal(parcel.callName(), record, "callName");
        contact = key.seal(parcel.contact(), record, "contact");
    }

    Parcel toDomain(DataKey key) {
        String record = RECORD + referralId;
        String links = key.open(urls, record, "urls");
        return new Parcel(
                key.open(summary, record, "summary"),
                key.open(narrative, record, "narrative"),
                links == null ? List.of() : links.lines().toList(),
                key.open(callName, record, "callName"),
                key.open(contact, record, "contact"));
    }

    /** Without its key nobody can read it again, not even from a backup. */
    void purge(Instant now) {
        dataKey = null;
        summary = null;
        narrative = null;
        urls = null;
        callName = null;
        contact = null;
        purgedAt = now;
    }
}
