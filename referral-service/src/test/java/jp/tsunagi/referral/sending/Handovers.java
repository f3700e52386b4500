package jp.tsunagi.referral.sending;

import static jp.tsunagi.referral.ReferralClient.fresh;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.platform.sealing.SignedStatements;
import jp.tsunagi.testing.EventExamples;

/** What intake hands over, sealed and signed as intake does it. */
final class Handovers {

    static final String STORY = "実名で書かれて困っています";
    static final String PARCEL = """
            {"summary":"実名の中傷","narrative":"%s","urls":["https://sns.example.com/1"],
             "callName":"やまの","contact":"yamano@example.com"}""".formatted(STORY);

    private static final String CONSENT = "0199c0de-0000-7000-8000-000000000004";

    private final Envelope envelope;
    private final SignedStatements statements;

    Handovers(Envelope envelope, SignedStatements statements) {
        this.envelope = envelope;
        this.statements = statements;
    }

    EventExamples.Example withdrawn(EventExamples.Example handed) {
        var example = EventExamples.read("jp.tsunagi.consultation.consent-withdrawn.v1");
        ObjectNode data = example.data();
        String consultation = handed.data().get("consultationId").textValue();
        data.put("consultationId", consultation).put("at", "2026-11-01T00:00:00Z");
        ObjectNode said = data.deepCopy();
        said.remove("statement");
        said.put("consentId", CONSENT);
        data.put(
                "statement",
                statements.sign("consent-withdrawal+jwt", "consultation/" + consultation, said.toString()));
        return example.withKey(consultation, 4);
    }

    EventExamples.Example handedOver() {
        return handedOver(_ -> {});
    }

    /** The contract's example, with ids of its own and a package sealed and signed as intake does it. */
    EventExamples.Example handedOver(Consumer<ObjectNode> change) {
        var example = EventExamples.read("jp.tsunagi.consultation.handed-over.v1");
        ObjectNode data = example.data();
        String referral = fresh();
        data.put("referralId", referral).put("consultationId", fresh());
        data.putObject("basis")
                .put("kind", "consent")
                .put("recordId", CONSENT)
                .put("textVersion", "2026-11")
                .put("givenAt", "2026-01-05T00:00:00Z")
                .put("how", "mailbox");
        change.accept(data);
        data.put("sealedPackage", sealed(PARCEL, referral));
        data.put("statement", signed(data, referral));
        data.remove("basis");
        EventExamples.check(example.type(), data);
        return example.withKey(data.get("consultationId").textValue(), 3);
    }

    String sealed(String parcel, String referral) {
        return Base64.getEncoder()
                .encodeToString(
                        envelope.seal(Envelope.Receiver.REFERRAL, parcel.getBytes(StandardCharsets.UTF_8), referral));
    }

    String signed(ObjectNode data, String referral) {
        return statements.sign("handover+jwt", "referral/" + referral, said(data));
    }

    static String said(ObjectNode data) {
        ObjectNode said = data.deepCopy();
        said.remove(List.of("referralId", "sealedPackage", "statement"));
        if (!said.has("basis")) {
            said.putObject("basis").put("kind", "consent");
        }
        said.put("contentHash", sha256(PARCEL));
        return said.toString();
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
