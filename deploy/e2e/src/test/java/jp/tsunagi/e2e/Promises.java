package jp.tsunagi.e2e;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What clients were promised by an answer, to be compared with what is there afterwards; and what was wrong with an
 * answer when it came: somebody else's words, or a fault that does not say to try again.
 */
final class Promises {

    /** How the canaries of consulters begin; agencies also use some as references, which are no secret. */
    static final String OF_CONSULTERS = "canary.consulter";

    private static final Pattern CANARY = Pattern.compile("canary\\.([A-Za-z0-9-]+)\\.[0-9a-f]{8}");

    /** A consultation that was acknowledged, and what was acknowledged in its mailbox since. */
    record Told(String owner, String text, String id, String code, Queue<String> messages, Queue<String> answers) {}

    /** A referral between agencies that was acknowledged, and the notes that its target wrote since. */
    record Sent(String id, String origin, String target, String text, Queue<String> notes) {}

    /** A case that was handed over. */
    record HandedOver(String referral, String text) {}

    /** One row that the audit of a service has to hold. */
    record Audited(String service, String row) {}

    /** That an agency was shown a referral in a list. */
    record Seen(String agency, String referral) {}

    final Queue<Told> told = new ConcurrentLinkedQueue<>();
    final Map<String, Sent> sent = new ConcurrentHashMap<>();
    final Queue<HandedOver> handedOver = new ConcurrentLinkedQueue<>();
    final Queue<Audited> audited = new ConcurrentLinkedQueue<>();
    final Set<Seen> seen = ConcurrentHashMap.newKeySet();
    private final Set<String> complaints = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Integer> answers = new ConcurrentHashMap<>();

    /**
     * A word that nobody else says.
     *
     * @param owner who may read it: a consultation, or agencies joined by a hyphen
     */
    static String canary(String owner) {
        return "canary." + owner + "." + UUID.randomUUID().toString().substring(0, 8);
    }

    void look(RetryingClient.Call call, RetryingClient.Reply reply, Predicate<String> owns) {
        boolean isReplayed = reply.headers().containsKey("idempotent-replayed");
        answers.merge(reply.status() + (isReplayed ? " again" : ""), 1, Integer::sum);
        Matcher found = CANARY.matcher(reply.body());
        while (found.find()) {
            if (!owns.test(found.group(1)) || reply.status() >= 500) {
                complaints.add(call + " was answered " + reply.status() + " with " + found.group());
            }
        }
        if (reply.status() >= 500 && !saysTryAgain(reply)) {
            complaints.add(call + " was answered " + reply.status() + " " + reply.body());
        }
    }

    /** A problem document for programs, a page in words for people. */
    private static boolean saysTryAgain(RetryingClient.Reply reply) {
        String type = reply.headers().getOrDefault("content-type", "");
        return Set.of(502, 503, 504).contains(reply.status())
                && (type.startsWith("application/problem+json")
                        ? reply.body().contains("\"retryable\":true")
                        : type.startsWith("text/html") && reply.body().contains("<h1"));
    }

    void noteBrokenConnection() {
        answers.merge("broken", 1, Integer::sum);
    }

    void complain(String sentence) {
        complaints.add(sentence);
    }

    /** A write that was acknowledged: all attempts together left one row. */
    void done(String service, String action, RetryingClient.Reply reply) {
        audited.add(new Audited(service, reply.request() + " done " + action));
    }

    /** What was shown: the attempt that was answered left one row. */
    void shown(String service, String action, RetryingClient.Reply reply) {
        audited.add(new Audited(service, reply.attempt() + " done " + action));
    }

    void refused(String service, String code, RetryingClient.Reply reply) {
        audited.add(new Audited(service, reply.attempt() + " refused " + code));
    }

    List<String> complaints() {
        return complaints.stream().sorted().toList();
    }

    Map<String, Integer> answers() {
        return new TreeMap<>(answers);
    }
}
