package jp.tsunagi.referral.sending;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.outbox.ReceivedEvent;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.platform.sealing.SignedStatements;
import jp.tsunagi.referral.desk.DeskRef;
import jp.tsunagi.referral.details.CaseClassification;
import jp.tsunagi.referral.details.ReferralKind;
import jp.tsunagi.referral.disclosure.Approval;
import jp.tsunagi.referral.disclosure.BasisEvidence;
import jp.tsunagi.referral.disclosure.DisclosedData;
import jp.tsunagi.referral.disclosure.LegalBasis;
import jp.tsunagi.referral.withdrawal.Withdrawal;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Ground;
import jp.tsunagi.vocabulary.Label;
import org.jspecify.annotations.Nullable;

/**
 * Reads what intake says. Parties, ground, fields and person are believed because intake signed them and not because
 * they stand in an event: whoever can write to the broker can write an event. What was signed and what stands beside it
 * must agree, the package included; anything else is no statement of intake's.
 */
@ApplicationScoped
class IntakeStatements {

    static final String HANDED_OVER = "jp.tsunagi.consultation.handed-over.v1";
    static final String CONSENT_WITHDRAWN = "jp.tsunagi.consultation.consent-withdrawn.v1";

    /** @param statement the token, kept so that anybody can verify it later */
    record Signed<T>(T value, String statement) {}

    /** Members of an event that are not signed: the sealed package is by its hash, the referral's id is the subject. */
    private static final Set<String> BESIDE = Set.of("referralId", "sealedPackage", "statement");

    private record HandedOver(
            UUID referralId, byte[] sealedPackage, @Nullable String statement) {}

    /** What is signed about a hand-over. */
    private record Handover(
            UUID consultationId,
            ReferralKind kind,
            String originAgency,
            String originDesk,
            String targetDesk,
            @JsonUnwrapped CaseClassification classification,
            Label label,
            Set<Field> disclosedFields,
            Basis basis,
            byte[] contentHash,
            String requestedBy) {}

    private record Basis(
            String kind,
            @Nullable String recordId,
            @Nullable String textVersion,
            @Nullable Instant givenAt,
            @Nullable Approval approval) {

        /** A ground that the law does not list is treated as missing. */
        Optional<LegalBasis> toDomain() {
            return Coded.find(Ground.class, kind)
                    .map(ground -> new LegalBasis(
                            ground, BasisEvidence.SIGNED_BY_INTAKE, recordId, textVersion, givenAt, null, approval));
        }
    }

    private record Withdrawn(UUID consultationId, @Nullable String statement) {}

    private final SignedStatements statements;
    private final Envelope envelope;
    private final ObjectMapper json;

    IntakeStatements(SignedStatements statements, Envelope envelope, ObjectMapper json) {
        this.statements = statements;
        this.envelope = envelope;
        this.json = json;
    }

    /** The request of a hand-over; its sealed package is opened here and nowhere else. */
    Signed<ReferralRequest> handover(ReceivedEvent event) {
        HandedOver handed = event.data(HandedOver.class);
        String statement = required(handed.statement);
        Handover signed = signed(event, "handover+jwt", "referral/" + handed.referralId, statement, Handover.class);
        byte[] parcel = envelope.open(Envelope.Receiver.REFERRAL, handed.sealedPackage, handed.referralId.toString());
        require(
                MessageDigest.isEqual(SignedStatements.hash(parcel), signed.contentHash),
                "the package is not the one that was signed");
        DisclosedData data = read(new String(parcel, StandardCharsets.UTF_8), DisclosedData.class);
        require(signed.disclosedFields.containsAll(data.fields()), "the package holds more than was signed");
        ReferralRequest request = new ReferralRequest(
                handed.referralId,
                signed.consultationId.toString(),
                signed.kind,
                new DeskRef(signed.originAgency, signed.originDesk),
                signed.targetDesk,
                signed.classification,
                signed.label,
                signed.basis.toDomain().orElse(null),
                data,
                signed.requestedBy);
        return new Signed<>(request, statement);
    }

    Signed<Withdrawal> withdrawal(ReceivedEvent event) {
        Withdrawn said = event.data(Withdrawn.class);
        String statement = required(said.statement);
        Withdrawal signed = signed(
                event, "consent-withdrawal+jwt", "consultation/" + said.consultationId, statement, Withdrawal.class);
        return new Signed<>(signed, statement);
    }

    /** What was signed, when the event says nothing else. */
    private <T> T signed(ReceivedEvent event, String type, String subject, String statement, Class<T> view) {
        JsonNode signed = read(statements.verify(type, subject, statement), JsonNode.class);
        event.data()
                .properties()
                .forEach(member -> require(
                        BESIDE.contains(member.getKey()) || member.getValue().equals(signed.get(member.getKey())),
                        "the event says something else than its statement"));
        return read(signed.toString(), view);
    }

    private static String required(@Nullable String statement) {
        if (statement == null) {
            throw new IllegalArgumentException("nothing was signed");
        }
        return statement;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Members that are not known are left aside: intake may be newer. What is in the text stays out of the message. */
    private <T> T read(String text, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(text);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("what intake signed cannot be read as a " + type.getSimpleName());
        }
    }
}
