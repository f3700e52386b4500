package jp.tsunagi.vocabulary;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** How old the person harmed is, cut where the law cuts: under 14, under 16 and under 18 stay tellable. */
public enum AgeBand implements Coded {
    TO_12("0-12"),
    TO_15("13-15"),
    TO_17("16-17"),
    TO_19("18-19"),
    TWENTIES("20-29"),
    THIRTIES("30-39"),
    FORTIES("40-49"),
    FIFTIES("50-59"),
    SIXTIES("60-69"),
    FROM_70("70+"),
    UNKNOWN("unknown"),
    NOT_APPLICABLE("n/a"),
    /** Not asked or not said; UNKNOWN is an answer. */
    UNANSWERED("unanswered");

    @EnumeratedValue
    private final String code;

    AgeBand(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether it says how old somebody is. */
    public boolean isTold() {
        return compareTo(UNKNOWN) < 0;
    }

    /** Under 18: Civil Code Article 4, in force since 2022-04-01, and Child Welfare Act Article 4. */
    public boolean isMinor() {
        return compareTo(TO_17) <= 0;
    }
}
