package jp.tsunagi.referral.disclosure;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.tsunagi.platform.sealing.DataKey;
import org.jspecify.annotations.NullUnmarked;

@Entity
@NullUnmarked
@Table(name = "disclosed_data")
class DisclosedDataRow {

    @Id
    UUID referralId;

    @Version
    long version;

    byte[] dataKey;
    byte[] summary;
    byte[] narrative;
    byte[] urls;
    byte[] callName;
    byte[] contact;
    Instant purgedAt;

    void store(DisclosedData data, DataKey key) {
        dataKey = key.wrapped();
        summary = key.seal(data.summary(), record(), "summary");
        narrative = key.seal(data.narrative(), record(), "narrative");
        urls = data.urls().isEmpty() ? null : key.seal(String.join("\n", data.urls()), record(), "urls");
        callName = key.seal(data.callName(), record(), "callName");
        contact = key.seal(data.contact(), record(), "contact");
        purgedAt = null;
    }

    DisclosedData toDomain(DataKey key) {
        String links = key.open(urls, record(), "urls");
        return new DisclosedData(
                key.open(summary, record(), "summary"),
                key.open(narrative, record(), "narrative"),
                links == null ? List.of() : links.lines().toList(),
                key.open(callName, record(), "callName"),
                key.open(contact, record(), "contact"));
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

    private String record() {
        return "disclosed-data/" + referralId;
    }
}
