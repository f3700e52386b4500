package jp.tsunagi.council.report;

import java.time.YearMonth;
import java.util.List;
import jp.tsunagi.council.projection.MonthlyCounts.ReferralCount;

/**
 * The exact counts of one month as they are now, for the secretariat.
 *
 * @param cells referrals per desk and status
 */
record Report(YearMonth month, List<Tally> tallies, List<ReferralCount> cells) {

    Report {
        tallies = List.copyOf(tallies);
        cells = List.copyOf(cells);
    }

    /** The tallies as the public may see them. */
    List<Tally> rounded() {
        return tallies.stream()
                .map(tally -> tally.rounded(tally(tally.type().whole()).total()))
                .toList();
    }

    private Tally tally(TallyType type) {
        return tallies.stream().filter(tally -> tally.type() == type).findAny().orElseThrow();
    }
}
