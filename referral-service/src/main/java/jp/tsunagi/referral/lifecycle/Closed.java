package jp.tsunagi.referral.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.referral.details.ReferralDetails;
import jp.tsunagi.vocabulary.Outcome;
import org.jspecify.annotations.Nullable;

/** A referral at its end; it never goes back, only a new one may replace it (docs/invariants.md I10). */
public sealed interface Closed extends Referral {

    Instant at();

    Set<BusinessStatus> marks();

    record Completed(
            ReferralDetails details,
            List<Outcome> outcomes,
            String note,
            boolean visibleToConsulter,
            Instant at,
            Set<BusinessStatus> marks)
            implements Closed {
        public Completed {
            outcomes = List.copyOf(outcomes);
            marks = Set.copyOf(marks);
        }
    }

    /** @param suggestedDesk the desk that the refusing desk thinks is right, if it knows one */
    record Rejected(
            ReferralDetails details,
            StatusReason reason,
            @Nullable String suggestedDesk,
            Instant at,
            Set<BusinessStatus> marks)
            implements Closed {
        public Rejected {
            marks = Set.copyOf(marks);
        }
    }

    record Cancelled(ReferralDetails details, StatusReason reason, Instant at, Set<BusinessStatus> marks)
            implements Closed {
        public Cancelled {
            marks = Set.copyOf(marks);
        }
    }

    record Failed(ReferralDetails details, StatusReason reason, Instant at, Set<BusinessStatus> marks)
            implements Closed {
        public Failed {
            marks = Set.copyOf(marks);
        }
    }

    /** Declared a mistake: only the tombstone is left. */
    record EnteredInError(ReferralDetails details, StatusReason reason, Instant at) implements Closed {
        @Override
        public Set<BusinessStatus> marks() {
            return Set.of();
        }
    }

    default boolean mayReopen() {
        return !(this instanceof EnteredInError);
    }

    /** R26: the closed record stays as it is; a new draft says which one it replaces. */
    default Transition reopen(Command.ReOpen reopen, Actor by, Instant now) {
        StatusReason.requireText(reopen.note(), "/note");
        return new Transition.Reopened(this, new Draft(details().reopened(reopen.draftId(), by.id(), now)));
    }

    default Closed marked(BusinessStatus mark) {
        Set<BusinessStatus> all = BusinessStatus.with(marks(), mark);
        return switch (this) {
            case Completed c -> new Completed(c.details, c.outcomes, c.note, c.visibleToConsulter, c.at, all);
            case Rejected r -> new Rejected(r.details, r.reason, r.suggestedDesk, r.at, all);
            case Cancelled c -> new Cancelled(c.details, c.reason, c.at, all);
            case Failed f -> new Failed(f.details, f.reason, f.at, all);
            case EnteredInError e -> e;
        };
    }
}
