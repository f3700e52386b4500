package jp.tsunagi.gateway;

import java.util.regex.Pattern;

/**
 * A place on this site, as written in an address: what the gateway routes, and the only thing it redirects to on
 * somebody's word. Spellings that two programs may read differently are refused instead of being cleaned.
 */
public final class LocalPath {

    private static final int LONGEST = 2000;
    private static final Pattern DOTS = Pattern.compile("/(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DISGUISED = Pattern.compile("%(2f|5c|3b|00|25)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private LocalPath() {}

    /** True for a path (without its query) that every program reads alike. */
    public static boolean isPlain(String path) {
        return path.startsWith("/")
                && path.length() <= LONGEST
                && !path.contains("//")
                && path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ';' && c != '\\')
                && !DOTS.matcher(path).find()
                && !DISGUISED.matcher(path).find()
                && !ESCAPE.matcher(path).find();
    }

    /** The place to go to on somebody's word, or the given one when theirs is not on this site. */
    public static String orElse(String wanted, String otherwise) {
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
