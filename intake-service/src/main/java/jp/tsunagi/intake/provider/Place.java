package jp.tsunagi.intake.provider;

import java.util.Comparator;

/**
 * Where posts of a service are: a host with all hosts below it, and the beginning of a path; written {@code google.com/maps}.
 *
 * @param path without the slash at its end; empty for the whole host
 */
record Place(String host, String path) {

    static final String PATTERN = "(?:[a-z0-9-]{1,63}\\.){1,9}[a-z]{2,24}(?:/[A-Za-z0-9_.~-]{1,60}){0,3}";

    /** The narrowest one first: {@code video.fc2.com} before {@code fc2.com}, and a path before none. */
    static final Comparator<Place> NARROWEST_FIRST = Comparator.comparingInt((Place place) -> place.host.length())
            .thenComparingInt(place -> place.path.length())
            .reversed();

    static Place of(String written) {
        int slash = written.indexOf('/');
        return slash < 0 ? new Place(written, "") : new Place(written.substring(0, slash), written.substring(slash));
    }

    /**
     * @param asked the host of a URL
     * @param rest what follows it
     */
    boolean contains(String asked, String rest) {
        return (asked.equals(host) || asked.endsWith("." + host)) && isBelow(rest);
    }

    private boolean isBelow(String rest) {
        return path.isEmpty()
                || (rest.startsWith(path)
                        && (rest.length() == path.length() || "/?#".indexOf(rest.charAt(path.length())) >= 0));
    }
}
