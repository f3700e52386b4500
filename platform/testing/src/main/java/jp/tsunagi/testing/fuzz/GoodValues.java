package jp.tsunagi.testing.fuzz;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What a request to one operation holds where nothing is wrong with it. */
final class GoodValues {

    /**
     * Good values for the operations whose path begins with the prefix.
     *
     * @param fresh makes an object that the operation can be carried out on
     * @param current puts the object's present version in place of the one that was read before
     */
    record Place(String prefix, Supplier<Map<String, String>> fresh, UnaryOperator<Map<String, String>> current) {}

    /** Objects are dear: so many requests share one, even when the first of them changes it. */
    private static final int SHARED = 3;

    private final Operation operation;
    private final Place place;
    private Map<String, String> values = Map.of();
    private int uses;
    private boolean isUsedUp = true;
    private boolean isStale;

    private GoodValues(Operation operation, Place place) {
        this.operation = operation;
        this.place = place;
    }

    /** Those of the longest prefix. */
    static GoodValues of(Operation operation, List<Place> places) {
        return new GoodValues(
                operation,
                places.stream()
                        .filter(place -> operation.path().startsWith(place.prefix()))
                        .max(Comparator.comparing(place -> place.prefix().length()))
                        .orElse(new Place("", Map::of, UnaryOperator.identity())));
    }

    Map<String, String> next() {
        if (isUsedUp && (values.isEmpty() || uses++ % SHARED == 0)) {
            values = place.fresh().get();
            isUsedUp = false;
        } else if (isStale) {
            values = place.current().apply(values);
        }
        isStale = false;
        return values;
    }

    /** Learns from an answer whether the object may be another one now. */
    void saw(int status) {
        boolean isChanged =
                isCarriedOut(operation, status) && !operation.method().equals("GET");
        isUsedUp |= isChanged || status == 409;
        isStale |= isChanged || status == 409 || status == 412;
    }

    /** Whether the operation did what it is for, and so had found the version that it was sent to be the present one. */
    static boolean isCarriedOut(Operation operation, int status) {
        return status >= 200 && status < 300 && !operation.isForm()
                || status >= 200 && status < 400 && operation.isForm();
    }
}
