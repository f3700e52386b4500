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

    /** The tally that divides the same things without naming one twice: its total says how many there are. */
    TallyType whole() {
        return switch (this) {
            case CONSULTATIONS_BY_URGENCY, MENTIONS_BY_CATEGORY -> CONSULTATIONS_BY_URGENCY;
            case REFERRALS_BY_DESK, REFERRALS_BY_STATUS -> REFERRALS_BY_STATUS;
        };
    }
}
