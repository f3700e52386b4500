package jp.tsunagi.council.membership;

import jakarta.persistence.EnumeratedValue;
import java.time.LocalDate;
import java.util.Locale;
import jp.tsunagi.council.BilingualName;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's seat at the council for a time. A seat says nothing about referrals: the desks that receive people
 * are in the directory of the referral service.
 *
 * @param agency code under which the organisation's people sign in; null when nobody of it does
 * @param from first day
 * @param to last day; null while it goes on
 * @param confidence how sure the source is, in percent
 */
public record Seat(
        String organisation,
        String nameJa,
        String nameEn,
        Role role,
        @Nullable String agency,
        LocalDate from,
        @Nullable LocalDate to,
        int confidence) {

    public enum Role implements Coded {
        MEMBER,
        OBSERVER,
        SECRETARIAT,
        GUEST;

        @EnumeratedValue
        private final String code = name().toLowerCase(Locale.ROOT);

        @Override
        public String code() {
            return code;
        }
    }

    public Seat {
        if (to != null && to.isBefore(from)) {
            throw new Refusal(CouncilProblem.SEAT_ENDS_BEFORE_IT_STARTS).with("organisation", organisation);
        }
    }

    public BilingualName name() {
        return new BilingualName(nameJa, nameEn);
    }

    boolean isHeldBy(Actor actor) {
        return agency != null && actor.belongsTo(agency);
    }

    /** A list that names a seat again corrects it. */
    boolean isCorrectedBy(Seat other) {
        return isOfSameHolder(other) && from.equals(other.from);
    }

    /** Returns true for two seats of one organisation in one role at one time: history would not be clear. */
    boolean collidesWith(Seat other) {
        return isOfSameHolder(other)
                && (to == null || !to.isBefore(other.from))
                && (other.to == null || !other.to.isBefore(from));
    }

    private boolean isOfSameHolder(Seat other) {
        return organisation.equals(other.organisation) && role == other.role;
    }
}
