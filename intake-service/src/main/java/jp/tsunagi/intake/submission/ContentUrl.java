package jp.tsunagi.intake.submission;

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
    private static final Pattern SCHEME = Pattern.compile("(?i)https?://");

    static ContentUrl of(String typed, String folded) {
        String withScheme = SCHEME.matcher(folded).lookingAt() ? folded : "https://" + folded;
        int hostStart = withScheme.indexOf("://") + 3;
        int hostEnd = hostStart;
        while (hostEnd < withScheme.length() && "/?#".indexOf(withScheme.charAt(hostEnd)) < 0) {
            hostEnd++;
        }
        return new ContentUrl(
                typed, withScheme.substring(0, hostEnd).toLowerCase(Locale.ROOT) + withScheme.substring(hostEnd));
    }
}
