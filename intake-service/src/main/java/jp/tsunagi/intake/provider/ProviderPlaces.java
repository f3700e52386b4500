package jp.tsunagi.intake.provider;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.intake.submission.ContentUrl;

/** Says which provider an address belongs to. */
public final class ProviderPlaces {

    private record Known(Place place, ProviderEntry entry) {}

    private final List<Known> places;

    ProviderPlaces(List<ProviderEntry> entries) {
        this.places = entries.stream()
                .flatMap(
                        entry -> entry.provider().places().stream().map(written -> new Known(Place.of(written), entry)))
                .sorted(Comparator.comparing(Known::place, Place.NARROWEST_FIRST))
                .toList();
    }

    public Optional<ProviderEntry> find(ContentUrl url) {
        String host = url.host();
        String rest = url.afterHost();
        return places.stream()
                .filter(known -> known.place.contains(host, rest))
                .map(Known::entry)
                .findFirst();
    }
}
