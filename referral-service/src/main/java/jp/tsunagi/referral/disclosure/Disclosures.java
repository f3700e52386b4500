package jp.tsunagi.referral.disclosure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;
import jp.tsunagi.platform.sealing.FieldEncryption;
import jp.tsunagi.platform.time.Ids;

/**
 * What was told about whom to which agency: the parcel itself, sealed, until it is purged, and the record that it was
 * given, for good.
 */
@ApplicationScoped
public class Disclosures {

    private final EntityManager entities;
    private final FieldEncryption encryption;
    private final ObjectMapper json;

    Disclosures(EntityManager entities, FieldEncryption encryption, ObjectMapper json) {
        this.entities = entities;
        this.encryption = encryption;
        this.json = json;
    }

    /** One line of the record of provision, as the person may ask to see it (APPI Article 33(5)). */
    public record Given(
            UUID id,
            String fromAgency,
            String toAgency,
            String toDesk,
            List<String> fields,
            String ground,
            boolean recordDue,
            String label,
            String disclosedBy,
            Instant at) {}

    /** From whom to whom, by whom and when. */
    public record Way(
            UUID referral,
            String fromAgency,
            String fromDesk,
            String toAgency,
            String toDesk,
            Label label,
            boolean recordDue,
            String by,
            Instant at) {}

    /** Keeps what may be disclosed, under a data key of its own. */
    public void keep(UUID referral, Parcel parcel) {
        ParcelRow row = entities.find(ParcelRow.class, referral);
        boolean fresh = row == null;
        if (fresh) {
            row = new ParcelRow();
            row.referralId = referral;
        }
        row.purgedAt = null;
        row.store(parcel, encryption.create());
        if (fresh) {
            entities.persist(row);
        }
    }

    /** Empty when there was none or when it was purged. */
    public Optional<Parcel> open(UUID referral) {
        return Optional.ofNullable(entities.find(ParcelRow.class, referral))
                .filter(row -> row.dataKey != null)
                .map(row -> row.toDomain(encryption.unwrap(row.dataKey)));
    }

    public void purge(UUID referral, Instant now) {
        Optional.ofNullable(entities.find(ParcelRow.class, referral))
                .filter(row -> row.dataKey != null)
                .ifPresent(row -> row.purge(now));
    }

    /** Writes the record of provision; never without a basis (invariant I12). */
    public void record(Way way, Parcel parcel, LegalBasis basis) {
        if (basis == null) {
            throw new Refusal(
                    Kind.UNMET,
                    "basis-missing",
                    "相談者の同意、または法律上の根拠を記録してください。",
                    "Record the person's consent or another legal ground.");
        }
        DisclosureRow row = new DisclosureRow();
        row.id = Ids.next();
        row.referralId = way.referral;
        row.fromAgency = way.fromAgency;
        row.fromDesk = way.fromDesk;
        row.toAgency = way.toAgency;
        row.toDesk = way.toDesk;
        row.fields = names(parcel.fields());
        row.contentHash = encryption.fingerprint(text(parcel));
        row.ground = basis.ground().wire();
        row.basis = text(basis);
        row.recordDue = way.recordDue;
        row.label = way.label.wire();
        row.disclosedBy = way.by;
        row.at = way.at;
        entities.persist(row);
    }

    public List<Given> of(UUID referral) {
        return entities.createQuery("from DisclosureRow where referralId = ?1 order by at", DisclosureRow.class)
                .setParameter(1, referral)
                .getResultStream()
                .map(row -> new Given(
                        row.id,
                        row.fromAgency,
                        row.toAgency,
                        row.toDesk,
                        List.of(row.fields),
                        row.ground,
                        row.recordDue,
                        row.label,
                        row.disclosedBy,
                        row.at))
                .toList();
    }

    private static String[] names(Collection<Field> fields) {
        return fields.stream().map(Field::wire).toArray(String[]::new);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
