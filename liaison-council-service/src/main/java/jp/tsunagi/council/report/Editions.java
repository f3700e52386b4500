package jp.tsunagi.council.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import jp.tsunagi.council.CouncilProblem;
import jp.tsunagi.platform.audit.Audit;
import jp.tsunagi.platform.code.Json;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;

/** Every month that was published. A published month is never written again. */
@ApplicationScoped
class Editions {

    private final EditionRows rows;
    private final Reports reports;
    private final Audit audit;
    private final Json json;

    Editions(EditionRows rows, Reports reports, Audit audit, Json json) {
        this.rows = rows;
        this.reports = reports;
        this.audit = audit;
        this.json = json;
    }

    /** Newest first. */
    List<YearMonth> findMonths() {
        return rows.findMonths().stream().map(YearMonth::from).toList();
    }

    Edition get(YearMonth month) {
        return rows.findByIdOptional(month.atDay(1))
                .map(row -> new Edition(month, row.publishedAt, List.of(json.read(row.tallies, Tally[].class))))
                .orElseThrow(() -> new Refusal(CouncilProblem.MONTH_NOT_PUBLISHED).at("/month"));
    }

    /** Rounds the counts of a month as they are now and keeps them for ever, unless that has been done. */
    void publish(YearMonth month, Instant now) {
        String tallies = json.write(reports.reportOf(month).rounded());
        if (rows.insertIfAbsent(new EditionRow(month.atDay(1), now, tallies))) {
            audit.record(Actor.system("council"), "statistics.publish", "statistics/" + month, null);
        }
    }
}
