package jp.tsunagi.council.report;

import java.time.YearMonth;
import java.util.List;
import jp.tsunagi.council.projection.MonthlyCounts.ReferralCount;

/**
 * The counts of one month: exact for the secretariat, protected for everybody else.
 *
 * @param cells referrals per desk and status; empty for the public, because so fine a grid would be all masks
 */
record Report(YearMonth month, boolean exact, List<Tally> tallies, List<ReferralCount> cells) {

    Report {
        tallies = List.copyOf(tallies);
        cells = List.copyOf(cells);
    }

    static Report exact(YearMonth month, List<Tally> tallies, List<ReferralCount> cells) {
        return new Report(month, true, tallies, cells);
    }

    Report forThePublic() {
        var masked = tallies.stream().map(Tally::forThePublic).toList();
        return new Report(
                month,
                false,
                masked.stream().map(tally -> withSharedTotal(tally, masked)).toList(),
                List.of());
    }

    /** Two tallies of the same things share their total: hidden in one, hidden in both. */
    private static Tally withSharedTotal(Tally tally, List<Tally> all) {
        boolean isHidden =
                all.stream().anyMatch(other -> other.type().sharesTotalWith(tally.type()) && other.total() == null);
        return isHidden ? tally.withoutTotal() : tally;
    }
}
