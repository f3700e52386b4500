package jp.tsunagi.intake.submission;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One place where the content is, as the consulter typed it. Never fetched and never shown as a link: opening it
 * would warn the poster and hurt the reader.
 *
 * @param typed exactly what was written, full-width letters and all
 * @param canonical the same place as every other system writes it; kept, passed on, and compared
 */
public record ContentUrl(String typed, String canonical) {

    static final int MAX_LENGTH = 2_000;
    private static final Pattern AFTER_NAME = Pattern.compile("\\.?(?::\\d*)?\\z");
    private static final Pattern SCHEME = Pattern.compile("(?i)https?://");

    static ContentUrl of(String typed, String folded) {
        String withScheme = SCHEME.matcher(folded).lookingAt() ? folded : "https://" + folded;
        int hostEnd = hostEnd(withScheme);
        return new ContentUrl(
                typed, withScheme.substring(0, hostEnd).toLowerCase(Locale.ROOT) + withScheme.substring(hostEnd));
    }

    private static int hostStart(String withScheme) {
        return withScheme.indexOf("://") + 3;
    }

    private static int hostEnd(String withScheme) {
        int end = hostStart(withScheme);
        while (end < withScheme.length() && "/?#".indexOf(withScheme.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** The host that a browser would ask: without a name before an "@", a port and a dot at its end, and in ASCII. */
    public String host() {
        String authority = canonical.substring(hostStart(canonical), hostEnd(canonical));
        String host = AFTER_NAME
                .matcher(authority.substring(authority.lastIndexOf('@') + 1))
                .replaceFirst("");
        try {
            return IDN.toASCII(host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noHost) {
            return host;
        }
    }

    /** Path, query and fragment. */
    public String afterHost() {
        return canonical.substring(hostEnd(canonical));
    }
}
