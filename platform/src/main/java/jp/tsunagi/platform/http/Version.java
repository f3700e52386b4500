package jp.tsunagi.platform.http;

import java.time.Instant;
import java.util.regex.Pattern;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Compare-and-set on a record's version: what a caller read (ETag) must be what is there when it decides (If-Match).
 * RFC 9110, 13.1.1; RFC 6585, 3.
 */
public final class Version {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private Version() {}

    /** The strong entity tag of a version, quotes included. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** The version a caller decides on; 428 when the header is missing, 400 when it is not one we gave out. */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal(PlatformProblem.VERSION_MISSING);
        }
        String tag = ifMatch.strip();
        if (tag.length() >= 3 && tag.startsWith("\"") && tag.endsWith("\"")) {
            tag = tag.substring(1, tag.length() - 1);
        }
        if (!NUMBER.matcher(tag).matches()) {
            throw new Refusal(PlatformProblem.VERSION_MALFORMED);
        }
        return Long.parseLong(tag);
    }

    /** Refuses a decision made on an older version than the current one; callers add who won and when. */
    public static Refusal stale(long current) {
        return new Refusal(PlatformProblem.STALE).with("currentVersion", current);
    }

    /**
     * The same with who was faster and when.
     *
     * @param by what the caller may know of them: a name, or a code of their agency
     */
    public static Refusal stale(long current, String by, Instant at) {
        return stale(current).with("changedBy", by).with("changedAt", at.toString());
    }
}
