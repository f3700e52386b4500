package jp.tsunagi.council.statistics;

import java.time.YearMonth;
import java.util.List;

/**
 * The figures of one month: exact for the secretariat, protected for everybody else.
 *
 * @param cells referrals per desk and status; empty for the public, because so fine a grid would be all masks
 */
record Report(YearMonth month, boolean exact, List<Tally> tallies, List<Cell> cells) {

    record Cell(String desk, String status, long count) {}

    Report {
        tallies = List.copyOf(tallies);
        cells = List.copyOf(cells);
    }

    static Report exact(YearMonth month, List<Tally> tallies, List<Cell> cells) {
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
        boolean hidden = all.stream().anyMatch(other -> subject(other).equals(subject(tally)) && other.total() == null);
        return new Tally(tally.id(), tally.counts(), hidden ? null : tally.total());
    }

    private static String subject(Tally tally) {
        return tally.id().substring(0, tally.id().indexOf('-'));
    }

    Tally tally(String id) {
        return tallies.stream()
                .filter(tally -> tally.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no tally " + id));
    }
}
