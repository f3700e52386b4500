package jp.tsunagi.intake;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import jp.tsunagi.platform.sealing.Envelope;
import jp.tsunagi.testing.EventExamples.Example;
import jp.tsunagi.testing.TestKafka;

/** What desks say about hand-overs, sealed and announced as referral-service does it. */
final class DeskWords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Envelope envelope;

    DeskWords(Envelope envelope) {
        this.envelope = envelope;
    }

    void say(String event, String referral, String consultation, long version, String entry) {
        Example news = ContractEvents.referralNews(event, referral, consultation, version);
        news.data().put("sealedEntry", sealed(referral, version, entry));
        TestKafka.send(news);
    }

    String sealed(String referral, long version, String entry) {
        byte[] plain = entry.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder()
                .encodeToString(envelope.seal(Envelope.Receiver.INTAKE, plain, referral + "/" + version));
    }

    static String entry(String command, String words, String audience) {
        return entry(command, words, audience, "");
    }

    /** What a counsellor said to the desk. */
    static String ofCounsellor(String name, String command, String words) {
        return entry(command, words, "agency", name);
    }

    private static String entry(String command, String words, String audience, String counsellor) {
        ObjectNode entry = JSON.createObjectNode();
        entry.put("command", command)
                .put("byOrigin", !counsellor.isEmpty())
                .put("byName", counsellor)
                .put("words", words)
                .put("audience", audience)
                .putNull("channel");
        return entry.toString();
    }

    /** Waits until the case knows this version of a hand-over. */
    static void heard(String consultation, String referral, int version) {
        String path = "referrals.find { it.id == '" + referral + "' }.version";
        await("heard")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> IntakeClient.aCase(consultation).getInt(path) == version);
    }
}
