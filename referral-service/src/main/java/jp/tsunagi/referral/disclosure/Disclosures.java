package jp.tsunagi.referral.disclosure;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.commit.PendingRows;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.sealing.FieldEncryption;
import jp.tsunagi.referral.ReferralProblem;
import jp.tsunagi.referral.desk.DeskRef;
import jp.tsunagi.referral.desk.Parties;
import jp.tsunagi.vocabulary.Field;

/**
 * What was told about whom to which agency: the data itself, sealed, until it is purged, and the record that it was
 * provided, for good.
 */
@ApplicationScoped
public class Disclosures {

    private final DisclosedDataRows data;
    private final DisclosureRecordRows records;
    private final PendingRows pending;
    private final FieldEncryption encryption;
    private final Json json;

    Disclosures(
            DisclosedDataRows data,
            DisclosureRecordRows records,
            PendingRows pending,
            FieldEncryption encryption,
            Json json) {
        this.data = data;
        this.records = records;
        this.pending = pending;
        this.encryption = encryption;
        this.json = json;
    }

    /** Stores what may be disclosed of a new referral, under a data key of its own. */
    public void add(UUID referral, DisclosedData disclosed) {
        DisclosedDataRow row = new DisclosedDataRow();
        row.referralId = referral;
        row.store(disclosed, encryption.create());
        pending.insert(row);
    }

    /** Stores something else in its place, under a new data key. */
    public void replace(UUID referral, DisclosedData disclosed) {
        data.findByIdOptional(referral)
                .ifPresentOrElse(row -> row.store(disclosed, encryption.create()), () -> add(referral, disclosed));
    }

    /** Empty when there was none or when it was purged. */
    public Optional<DisclosedData> read(UUID referral) {
        return data.findReadable(referral).map(row -> row.toDomain(encryption.unwrap(row.dataKey)));
    }

    /** Also what the same transaction stored, when a consent was taken back before the referral arrived. */
    public void purge(UUID referral, Instant now) {
        pending.flush();
        data.findReadable(referral).ifPresent(row -> row.purge(now));
    }

    /** Writes the record of provision; never without a basis (docs/invariants.md I12). */
    public void record(UUID referral, DisclosureRecord provided, DisclosedData disclosed) {
        Disclosure disclosure = provided.disclosure();
        if (disclosure.basis() == null) {
            throw new Refusal(ReferralProblem.BASIS_MISSING);
        }
        DisclosureRecordRow row = new DisclosureRecordRow();
        row.id = provided.id();
        row.referralId = referral;
        row.originAgency = provided.parties().origin().agency();
        row.originDesk = provided.parties().origin().desk();
        row.targetAgency = provided.parties().target().agency();
        row.targetDesk = provided.parties().target().desk();
        row.fields = disclosure.fields().stream().sorted().map(Field::code).toArray(String[]::new);
        row.contentHash = encryption.fingerprint(json.write(disclosed));
        row.ground = disclosure.basis().ground();
        row.evidence = disclosure.basis().evidence();
        DataKey key = encryption.create();
        row.basisKey = key.wrapped();
        row.basis = key.seal(json.write(disclosure.basis()), row.record(), "basis");
        row.recordDue = provided.recordDue();
        row.label = disclosure.label();
        row.disclosedBy = provided.disclosedBy();
        row.at = provided.at();
        pending.insert(row);
    }

    public List<DisclosureRecord> findByReferral(UUID referral) {
        return records.findByReferral(referral).stream().map(this::toDomain).toList();
    }

    private DisclosureRecord toDomain(DisclosureRecordRow row) {
        String basis = requireNonNull(encryption.unwrap(row.basisKey).open(row.basis, row.record(), "basis"));
        return new DisclosureRecord(
                row.id,
                new Parties(
                        new DeskRef(row.originAgency, row.originDesk), new DeskRef(row.targetAgency, row.targetDesk)),
                new Disclosure(
                        row.label,
                        json.read(basis, LegalBasis.class),
                        Arrays.stream(row.fields)
                                .map(code -> Coded.find(Field.class, code).orElseThrow())
                                .collect(Collectors.toSet())),
                row.recordDue,
                row.disclosedBy,
                row.at);
    }
}
