package jp.tsunagi.referral.portal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.vocabulary.ReferralStatus;

/** A part of an agency's list, by what has to be done. */
enum BoxFilter implements Coded {
    ALL("all"),
    NEW("new"),
    OPEN("open"),
    CLOSED("closed");

    private final String code;

    BoxFilter(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    static BoxFilter of(String code) {
        return Coded.find(BoxFilter.class, code).orElse(ALL);
    }

    boolean contains(ReferralStatus status) {
        return this == ALL || this == phase(status);
    }

    Set<ReferralStatus> statuses() {
        Set<ReferralStatus> statuses = EnumSet.noneOf(ReferralStatus.class);
        Arrays.stream(ReferralStatus.values()).filter(this::contains).forEach(statuses::add);
        return statuses;
    }

    private static BoxFilter phase(ReferralStatus status) {
        return switch (status) {
            case DRAFT, REQUESTED, RECEIVED -> NEW;
            case ACCEPTED, IN_PROGRESS, ON_HOLD -> OPEN;
            case COMPLETED, REJECTED, CANCELLED, FAILED, ENTERED_IN_ERROR -> CLOSED;
        };
    }
}
