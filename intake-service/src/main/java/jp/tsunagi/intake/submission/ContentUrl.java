package jp.tsunagi.intake.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One place where the content is, as the consulter typed it. Never fetched and never shown as a link: opening it
 * would warn the poster and hurt the reader.
 *
 * @param typed exactly what was written, full-width letters and all
 * @param canonical the same place as the service itself writes it ({@link ShareLinks}); passed on and compared
 */
@Schema(implementation = String.class)
public record ContentUrl(String typed, @JsonValue String canonical) {

    static final int MAX_LENGTH = 2_000;

    /** A redirect may lead to another one; no app writes more. */
    private static final int MAX_REDIRECTS = 3;

    private static final Pattern AFTER_NAME = Pattern.compile("\\.?(?::\\d*)?\\z");
    private static final Pattern SCHEME = Pattern.compile("(?i)https?://");

    /** @param typed one address and nothing else */
    public static ContentUrl of(String typed) {
        String address = written(ContentUrls.fold(typed));
        for (int i = 0; i < MAX_REDIRECTS; i++) {
            Optional<String> further = location(address).flatMap(ShareLinks::redirected);
            if (further.isEmpty()) {
                break;
            }
            address = written(further.get());
        }
        String reached = address;
        return new ContentUrl(
                typed,
                location(reached)
                        .map(ShareLinks::undone)
                        .map(place -> place.scheme() + "://" + place.host() + place.rest())
                        .orElse(reached));
    }

    private static String written(String address) {
        String withScheme = SCHEME.matcher(address).lookingAt() ? address : "https://" + address;
        int hostEnd = hostEnd(withScheme);
        return withScheme.substring(0, hostEnd).toLowerCase(Locale.ROOT) + withScheme.substring(hostEnd);
    }

    /** Nothing for an address with a name, a password or a port before its path: no app shares one. */
    private static Optional<ShareLinks.Location> location(String address) {
        int hostStart = hostStart(address);
        int hostEnd = hostEnd(address);
        String host = address.substring(hostStart, hostEnd);
        return host.contains("@") || host.contains(":")
                ? Optional.empty()
                : Optional.of(new ShareLinks.Location(
                        address.substring(0, hostStart - "://".length()), host, address.substring(hostEnd)));
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

    /** Whether it is short enough. */
    public boolean isStorable() {
        return typed.length() <= MAX_LENGTH;
    }

    /** Whether only a visit would tell where it leads. */
    public boolean isShortened() {
        return ShareLinks.isShortened(host());
    }

    /** Whether it was written otherwise than it is passed on, beyond upper and lower case and the scheme. */
    public boolean isUndone() {
        return !canonical.equalsIgnoreCase(typed) && !canonical.equalsIgnoreCase("https://" + typed);
    }

    /** Path, query and fragment. */
    public String afterHost() {
        return canonical.substring(hostEnd(canonical));
    }
}
