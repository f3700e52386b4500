package jp.tsunagi.council.projection;

import java.util.List;
import jp.tsunagi.council.BilingualName;

/** What was counted in one month, by the codes that the events told. */
public record MonthlyCounts(List<CodeCount> urgencies, List<CodeCount> categories, List<ReferralCount> referrals) {

    /** Stands where an event told no code yet. */
    public static final String UNKNOWN = "unknown";

    public record CodeCount(String code, long count) {}

    public record ReferralCount(String desk, String status, long count) {}

    public record Desk(String code, BilingualName name) {}
}
