package jp.tsunagi.council.membership;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.problem.Refusal.Kind;

/**
 * An organisation's seat at the council for a time. A seat says nothing about referrals: the desks that receive people
 * are in the directory of the referral service (domain.md 3.2).
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
        String agency,
        LocalDate from,
        LocalDate to,
        int confidence) {

    public enum Role {
        @JsonProperty("member")
        MEMBER("参加機関", "Member"),
        @JsonProperty("observer")
        OBSERVER("オブザーバ", "Observer"),
        @JsonProperty("secretariat")
        SECRETARIAT("事務局", "Secretariat"),
        @JsonProperty("guest")
        GUEST("ゲスト", "Guest");

        private final String ja;
        private final String en;

        Role(String ja, String en) {
            this.ja = ja;
            this.en = en;
        }

        public String label(String lang) {
            return "en".equals(lang) ? en : ja;
        }
    }

    public Seat {
        if (to != null && to.isBefore(from)) {
            throw new Refusal(
                            Kind.UNMET,
                            "seat-ends-before-it-starts",
                            "席の終わりの日が始まりの日より前です。",
                            "A seat ends before it starts.")
                    .with("organisation", organisation);
        }
    }

    public String name(String lang) {
        return "en".equals(lang) ? nameEn : nameJa;
    }

    public boolean isHeldOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Two seats of one organisation in one role at one time: history would not be clear. */
    boolean collidesWith(Seat other) {
        return organisation.equals(other.organisation)
                && role == other.role
                && (to == null || !to.isBefore(other.from))
                && (other.to == null || !other.to.isBefore(from));
    }
}
