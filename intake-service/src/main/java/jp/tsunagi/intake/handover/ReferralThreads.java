package jp.tsunagi.intake.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.sealing.DataKey;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.vocabulary.DeliveryChannel;
import org.jspecify.annotations.Nullable;

/** What was said between us and the desks about a case, per hand-over: told by referral-service, sealed for us. */
@ApplicationScoped
public class ReferralThreads {

    private final ReferralEntryRows rows;
    private final Envelope envelope;
    private final Json json;

    ReferralThreads(ReferralEntryRows rows, Envelope envelope, Json json) {
        this.rows = rows;
        this.envelope = envelope;
        this.json = json;
    }

    /** A step as referral-service seals it. */
    private record Told(
            String command,
            boolean byOrigin,
            String byName,
            @Nullable String words,
            String audience,
            @Nullable DeliveryChannel channel) {

        ReferralStep step() {
            return Coded.find(ReferralStep.class, command).orElse(ReferralStep.OTHER);
        }
    }

    /**
     * A step of a referral, still sealed.
     *
     * @param sealed base64
     */
    record Sealed(UUID referral, long version, String sealed, Instant at) {}

    /**
     * Adds a step, once; one that cannot be opened was not sealed for this referral and is refused.
     *
     * @return what the desk wrote; empty for nothing, and for what we wrote or had already
     */
    Optional<String> add(UUID consultation, Sealed step, DataKey key) {
        var id = new ReferralEntryRow.Key(step.referral, step.version);
        if (rows.findById(id) != null) {
            return Optional.empty();
        }
        byte[] plain = envelope.open(
                Envelope.Receiver.INTAKE, Base64.getDecoder().decode(step.sealed), step.referral + "/" + step.version);
        Told told = json.read(new String(plain, StandardCharsets.UTF_8), Told.class);
        ReferralEntryRow row = new ReferralEntryRow();
        row.key = id;
        row.consultationId = consultation;
        row.step = told.step();
        row.byOrigin = told.byOrigin;
        row.byName = told.byName;
        row.words = ReferralEntryRow.seal(told.words, id, key);
        row.forConsulter = told.audience.equals("consulter");
        row.channel = told.channel;
        row.at = step.at;
        rows.persist(row);
        return Optional.ofNullable(told.words).filter(_ -> !told.byOrigin);
    }

    /** The threads of a case by referral, each oldest first. */
    public Map<UUID, List<ReferralEntry>> findByConsultation(UUID consultation, DataKey key) {
        return rows.findByConsultation(consultation).stream()
                .collect(Collectors.groupingBy(
                        row -> row.key.referralId(),
                        Collectors.mapping(row -> row.toDomain(key), Collectors.toList())));
    }

    /** Marks what a desk said as passed on, and returns it; what the desk keeps between agencies is refused. */
    String passOn(UUID consultation, UUID referral, long version, DataKey key, Instant now) {
        ReferralEntryRow row = rows.find(consultation, new ReferralEntryRow.Key(referral, version))
                .orElseThrow(() -> new Refusal(IntakeProblem.ENTRY_NOT_FOUND));
        String words = row.toDomain(key).words();
        if (!row.forConsulter || words == null) {
            throw new Refusal(IntakeProblem.ENTRY_NOT_FOR_CONSULTER);
        }
        if (row.passedOn != null) {
            throw new Refusal(IntakeProblem.ENTRY_PASSED_ON);
        }
        row.passedOn = now;
        return words;
    }
}
