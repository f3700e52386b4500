package jp.tsunagi.platform.problem;

import java.sql.SQLException;
import java.util.Set;

/** Whether something failed only because the database is away or busy, so that the same thing will work later. */
public final class TransientFailures {

    /** Classes of SQL state that pass by themselves: connection, deadlock, resources, lock wait, shutdown, system. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private TransientFailures() {}

    public static boolean isCauseOf(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                // The pool reports "no connection in time" without a state.
                return sql.getSQLState() == null
                        || PASSING.contains(sql.getSQLState().substring(0, 2));
            }
        }
        return false;
    }
}
