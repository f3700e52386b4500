package jp.tsunagi.intake.provider;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    /** @param url as every other system writes it, see {@code ContentUrl} */
    public Optional<ProviderEntry> find(String url) {
        return places.stream()
                .filter(known -> known.place.contains(url))
                .map(Known::entry)
                .findFirst();
    }
}
