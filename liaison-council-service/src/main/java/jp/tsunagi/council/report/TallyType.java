package jp.tsunagi.council.report;

import jp.tsunagi.platform.code.Coded;

/** What a tally counts, and by what. */
public enum TallyType implements Coded {
    CONSULTATIONS_BY_URGENCY("consultations-by-urgency"),
    MENTIONS_BY_CATEGORY("mentions-by-category"),
    REFERRALS_BY_DESK("referrals-by-desk"),
    REFERRALS_BY_STATUS("referrals-by-status");

    private final String code;

    TallyType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Returns true when both count the same things, so that their totals are equal. */
    boolean sharesTotalWith(TallyType other) {
        return this == other || (countsReferrals() && other.countsReferrals());
    }

    private boolean countsReferrals() {
        return this == REFERRALS_BY_DESK || this == REFERRALS_BY_STATUS;
    }
}
