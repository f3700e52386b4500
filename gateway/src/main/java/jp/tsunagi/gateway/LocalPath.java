package jp.tsunagi.gateway;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks a path of this site: of a request before it is routed, and of a redirect target that a caller names.
 * Spellings that two programs may read differently are refused, not normalised.
 */
public final class LocalPath {

    private static final int LONGEST = 2000;
    private static final Pattern DOTS = Pattern.compile("/(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DISGUISED = Pattern.compile("%(2f|5c|3b|00|25)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private LocalPath() {}

    /** True for a path (without its query) that every program reads in the same way. */
    public static boolean isPlain(String path) {
        return path.startsWith("/")
                && path.length() <= LONGEST
                && !path.contains("//")
                && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ';' && c != '\\')
                && !DOTS.matcher(path).find()
                && !DISGUISED.matcher(path).find()
                && !ESCAPE.matcher(path).find();
    }

    /** One spelling for every check: the services read a path with and without its last slash in the same way. */
    public static String canonical(String plain) {
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** The redirect target that the caller wants, or the other one if theirs is not a plain path of this site. */
    public static String orElse(@Nullable String wanted, String otherwise) {
        if (wanted == null || wanted.length() > LONGEST) {
            return otherwise;
        }
        int query = wanted.indexOf('?');
        String path = query < 0 ? wanted : wanted.substring(0, query);
        boolean isQueryPlain = query < 0
                || wanted.substring(query).chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\' && c != '#');
        return isPlain(path) && isQueryPlain ? wanted : otherwise;
    }
}
