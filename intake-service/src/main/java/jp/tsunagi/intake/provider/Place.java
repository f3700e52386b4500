package jp.tsunagi.intake.provider;

import java.net.IDN;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where posts of a service are: a host with all hosts below it, and the beginning of a path; written {@code google.com/maps}.
 *
 * @param path without the slash at its end; empty for the whole host
 */
record Place(String host, String path) {

    static final String PATTERN = "(?:[a-z0-9-]{1,63}\\.){1,9}[a-z]{2,24}(?:/[A-Za-z0-9_.~-]{1,60}){0,3}";

    private static final Pattern PORT = Pattern.compile(":\\d*\\z");

    /** The narrowest one first: {@code video.fc2.com} before {@code fc2.com}, and a path before none. */
    static final Comparator<Place> NARROWEST_FIRST = Comparator.comparingInt((Place place) -> place.host.length())
            .thenComparingInt(place -> place.path.length())
            .reversed();

    static Place of(String written) {
        int slash = written.indexOf('/');
        return slash < 0 ? new Place(written, "") : new Place(written.substring(0, slash), written.substring(slash));
    }

    /** @param url as every other system writes it: with a scheme, its host in small letters */
    boolean contains(String url) {
        int start = url.indexOf("://") + 3;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String authority = url.substring(start, end);
        String asked = ascii(PORT.matcher(authority.substring(authority.lastIndexOf('@') + 1))
                .replaceFirst(""));
        boolean isHost = asked.equals(host) || asked.endsWith("." + host);
        return isHost && isBelow(url.substring(end));
    }

    private boolean isBelow(String rest) {
        return path.isEmpty()
                || (rest.startsWith(path)
                        && (rest.length() == path.length() || "/?#".indexOf(rest.charAt(path.length())) >= 0));
    }

    /** Two writings of the same host: with a dot at its end, or in letters beyond ASCII. */
    private static String ascii(String host) {
        String whole = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        try {
            return IDN.toASCII(whole).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noHost) {
            return whole;
        }
    }
}
