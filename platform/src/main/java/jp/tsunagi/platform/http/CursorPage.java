package jp.tsunagi.platform.http;

import java.util.List;
import java.util.function.Function;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the following page, or null at the end
 */
public record CursorPage<T>(List<T> items, @Nullable String next) {

    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 100;

    public CursorPage {
        items = List.copyOf(items);
    }

    /** The page size asked for; 400 outside 1 to 100. */
    public static int size(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_SIZE;
        }
        if (asked < 1 || asked > MAX_SIZE) {
            throw new Refusal(PlatformProblem.LIMIT_OUT_OF_RANGE);
        }
        return asked;
    }

    /** Builds a page from one row more than asked for: the extra row only tells that there is a next page. */
    public static <R, T> CursorPage<T> of(List<R> rows, int size, Function<R, T> show, Function<R, String> cursor) {
        boolean more = rows.size() > size;
        List<R> shown = more ? rows.subList(0, size) : rows;
        return new CursorPage<>(shown.stream().map(show).toList(), more ? cursor.apply(shown.getLast()) : null);
    }
}
