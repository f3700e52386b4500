package jp.tsunagi.platform.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the platform says when it will not do what was asked: what happened and what to do, in Japanese and English.
 * The rule that refuses names the kind; the HTTP status is decided in one place. Extend it for a refusal that a
 * machine of states throws in several places.
 */
public class Refusal extends RuntimeException {

    /** Why, in the words of HTTP's families; a new kind must be given a status here. */
    public enum Kind {
        INVALID(400),
        UNAUTHORIZED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        STALE(412),
        TOO_LARGE(413),
        UNMET(422),
        PRECONDITION_MISSING(428),
        TOO_MANY(429),
        BUSY(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** Whose side must act: the one who sent, the one who receives, or this platform. */
    public enum Blame {
        SENDER,
        RECEIVER,
        HUB
    }

    /** One place in what was sent: a JSON pointer, a stable code, and the sentence to show there. */
    public record Pointed(String pointer, String code, String ja, String en) {
        public String sentence(String lang) {
            return "en".equals(lang) ? en : ja;
        }
    }

    private final Kind kind;
    private final String code;
    private final String ja;
    private final String en;
    private final transient List<Pointed> errors = new ArrayList<>();
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private Blame blame;
    private boolean retryable;

    /** @param code stable, kebab-case; listed in the service's README and asserted by tests */
    public Refusal(Kind kind, String code, String ja, String en) {
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.ja = ja;
        this.en = en;
        this.blame = kind == Kind.BUSY ? Blame.HUB : Blame.SENDER;
        this.retryable = kind == Kind.BUSY || kind == Kind.TOO_MANY || kind == Kind.STALE;
    }

    /** Adds one place of the input; {@code pointer} is an RFC 6901 JSON pointer such as {@code /urls/0}. */
    public Refusal at(String pointer, String code, String ja, String en) {
        errors.add(new Pointed(pointer, code, ja, en));
        return this;
    }

    /** Adds a member to the problem, for example who decided before. Never personal data. */
    public Refusal with(String key, Object value) {
        members.put(key, value);
        return this;
    }

    public Refusal blame(Blame blame) {
        this.blame = blame;
        return this;
    }

    /** The same request may succeed later without a change. */
    public Refusal retryable() {
        this.retryable = true;
        return this;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String sentence(String lang) {
        return "en".equals(lang) ? en : ja;
    }

    public List<Pointed> errors() {
        return List.copyOf(errors);
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    public Blame blame() {
        return blame;
    }

    public boolean isRetryable() {
        return retryable;
    }
}
