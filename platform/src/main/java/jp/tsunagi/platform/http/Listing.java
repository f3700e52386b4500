package jp.tsunagi.platform.http;

import java.util.List;
import java.util.function.Function;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/**
 * One page of a list.
 *
 * @param next cursor of the following page, or null at the end
 */
public record Listing<T>(List<T> items, String next) {

    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 100;

    public Listing {
        items = List.copyOf(items);
    }

    /** The page size asked for; 400 outside 1 to 100 (security.md R4.7). */
    public static int size(Integer asked) {
        if (asked == null) {
            return DEFAULT_SIZE;
        }
        if (asked < 1 || asked > MAX_SIZE) {
            throw new Refusal(
                    Kind.INVALID, "limit-out-of-range", "件数は1から100までで指定してください。", "limit must be between 1 and 100.");
        }
        return asked;
    }

    /** Builds a page from one row more than asked for: the extra row only tells that there is a next page. */
    public static <R, T> Listing<T> of(List<R> rows, int size, Function<R, T> show, Function<R, String> cursor) {
        boolean more = rows.size() > size;
        List<R> shown = more ? rows.subList(0, size) : rows;
        return new Listing<>(shown.stream().map(show).toList(), more ? cursor.apply(shown.getLast()) : null);
    }
}
