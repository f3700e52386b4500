package jp.tsunagi.referral.handover;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tsunagi.platform.identity.Actor;

/** A referral that has come to its end; it never goes back, only a new one may replace it (invariant I10). */
public sealed interface Closed extends Referral {

    Instant at();

    Set<Business> marks();

    record Completed(
            Terms terms, List<Result> results, String note, boolean visibleToConsulter, Instant at, Set<Business> marks)
            implements Closed {
        public Completed {
            results = List.copyOf(results);
            marks = Set.copyOf(marks);
        }
    }

    /** @param suggestedDesk the desk that would be right, in the eyes of the one that refused; may be null */
    record Rejected(Terms terms, Because because, String suggestedDesk, Instant at, Set<Business> marks)
            implements Closed {
        public Rejected {
            marks = Set.copyOf(marks);
        }
    }

    record Cancelled(Terms terms, Because because, Instant at, Set<Business> marks) implements Closed {
        public Cancelled {
            marks = Set.copyOf(marks);
        }
    }

    record Failed(Terms terms, Because because, Instant at, Set<Business> marks) implements Closed {
        public Failed {
            marks = Set.copyOf(marks);
        }
    }

    /** Declared a mistake: only the tombstone is left. */
    record EnteredInError(Terms terms, Because because, Instant at) implements Closed {
        @Override
        public Set<Business> marks() {
            return Set.of();
        }
    }

    default boolean mayReopen() {
        return !(this instanceof EnteredInError);
    }

    /** R26: the closed record stays as it is; a new draft says which one it replaces. */
    default Step reopen(Command.ReOpen reopen, Actor by, Instant now) {
        Because.said(reopen.note(), "/note");
        return new Step(this, new Draft(terms().again(reopen.newId(), by.id(), now)));
    }

    default Closed recalled() {
        Set<Business> all = Business.and(marks(), Business.RECALLED);
        return switch (this) {
            case Completed c -> new Completed(c.terms, c.results, c.note, c.visibleToConsulter, c.at, all);
            case Rejected r -> new Rejected(r.terms, r.because, r.suggestedDesk, r.at, all);
            case Cancelled c -> new Cancelled(c.terms, c.because, c.at, all);
            case Failed f -> new Failed(f.terms, f.because, f.at, all);
            case EnteredInError e -> e;
        };
    }
}
