package jp.tsunagi.platform.outbox;

import java.util.function.Supplier;
import jp.tsunagi.platform.problem.TransientFailures;

/** A record's own content or effect failed, and not for want of the database. */
final class Refused extends RuntimeException {

    final Throwable reason;

    private Refused(Throwable reason) {
        super(reason);
        this.reason = reason;
    }

    /** Runs what only the record itself can make fail. */
    static <T> T orGet(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | StackOverflowError failure) {
            if (TransientFailures.isCauseOf(failure)) {
                throw failure;
            }
            throw new Refused(failure);
        }
    }
}
