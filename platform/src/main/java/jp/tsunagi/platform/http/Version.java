package jp.tsunagi.platform.http;

import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/**
 * Compare-and-set on a record's version: what a caller read (ETag) must be what is there when it decides (If-Match).
 * RFC 9110, 13.1.1; RFC 6585, 3.
 */
public final class Version {

    private Version() {}

    /** The strong entity tag of a version, quotes included. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** The version a caller decides on; 428 when the header is missing, 400 when it is not one we gave out. */
    public static long required(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal(
                    Kind.PRECONDITION_MISSING,
                    "version-missing",
                    "どの版に対する操作かがわかりません。もう一度開いてからやり直してください。",
                    "Send If-Match with the ETag you last read.");
        }
        String tag = ifMatch.strip();
        if (tag.length() >= 3 && tag.startsWith("\"") && tag.endsWith("\"")) {
            tag = tag.substring(1, tag.length() - 1);
        }
        if (!tag.matches("\\d{1,18}")) {
            throw new Refusal(
                    Kind.INVALID,
                    "version-malformed",
                    "版の指定が正しくありません。もう一度開いてからやり直してください。",
                    "If-Match must be the ETag of a GET, for example \"3\".");
        }
        return Long.parseLong(tag);
    }

    /** Refuses a decision made on an older version than the current one; callers add who won and when. */
    public static Refusal stale(long current) {
        return new Refusal(
                        Kind.STALE,
                        "stale",
                        "ほかの人が先に変更しました。内容を確かめてからやり直してください。",
                        "Somebody changed it first: read it again, then decide.")
                .with("currentVersion", current);
    }
}
