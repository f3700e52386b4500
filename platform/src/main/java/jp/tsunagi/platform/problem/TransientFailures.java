package jp.tsunagi.platform.problem;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether something failed only because the database is away or busy, so that the same thing will work later. */
public final class TransientFailures {

    /** Classes of SQL state that pass by themselves: connection, deadlock, resources, lock wait, shutdown, system. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private TransientFailures() {}

    /** Looks among causes and suppressed exceptions: a failed commit names its SQL state only among the latter. */
    public static boolean isCauseOf(Throwable failure) {
        return isCauseOf(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean isCauseOf(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return false;
        }
        return failure instanceof SQLException sql && isPassing(sql)
                || isCauseOf(failure.getCause(), seen)
                || Arrays.stream(failure.getSuppressed()).anyMatch(also -> isCauseOf(also, seen));
    }

    private static boolean isPassing(SQLException sql) {
        // The pool reports "no connection in time" without a state.
        return sql.getSQLState() == null || PASSING.contains(sql.getSQLState().substring(0, 2));
    }
}
