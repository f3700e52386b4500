package jp.tsunagi.council.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tsunagi.council.statistics.Tally.Count;

/** Everything counted so far, and what it adds up to in a month. Events change it, each in its inbox's transaction. */
@ApplicationScoped
class Figures {

    private final EntityManager records;

    Figures(EntityManager records) {
        this.records = records;
    }

    void count(Counted.Consultation event, long sequence) {
        var row = records.find(ConsultationRow.class, event.consultationId());
        boolean isNew = row == null;
        if (isNew) {
            row = new ConsultationRow();
            row.id = event.consultationId();
            row.month = Counted.monthOf(event.at());
            row.urgency = "unknown";
        } else if (sequence <= row.sequence) {
            return;
        }
        row.status = event.status();
        row.sequence = sequence;
        if (event.urgency() != null) {
            row.urgency = Catalogue.known(Catalogue.URGENCIES, event.urgency());
        }
        if (event.categories() != null) {
            row.categories = event.categories().stream()
                    .map(code -> Catalogue.known(Catalogue.CATEGORIES, code))
                    .collect(Collectors.toCollection(HashSet::new));
        }
        if (isNew) {
            records.persist(row);
        }
    }

    void count(Counted.Referral event, long sequence) {
        var row = records.find(ReferralRow.class, event.referralId());
        boolean isNew = row == null;
        if (isNew) {
            row = new ReferralRow();
            row.id = event.referralId();
            row.month = Counted.monthOf(event.at());
        } else if (sequence <= row.sequence) {
            return;
        }
        row.desk = event.targetDesk();
        row.status = event.status();
        row.sequence = sequence;
        if (isNew) {
            records.persist(row);
        }
    }

    void know(Counted.Desk event, long sequence) {
        var row = records.find(DeskRow.class, event.desk());
        boolean isNew = row == null;
        if (isNew) {
            row = new DeskRow();
            row.code = event.desk();
        } else if (sequence <= row.sequence) {
            return;
        }
        row.agency = event.agency();
        row.nameJa = event.nameJa();
        row.nameEn = event.nameEn();
        row.sequence = sequence;
        if (isNew) {
            records.persist(row);
        }
    }

    /** The exact figures of a month. */
    Report of(YearMonth month) {
        List<Coded> desks = desks();
        var cells = referrals(month);
        return Report.exact(
                month,
                List.of(
                        tally("consultations-by-urgency", Catalogue.URGENCIES, consultations(month)),
                        tally("mentions-by-category", Catalogue.CATEGORIES, categories(month)),
                        tally("referrals-by-desk", withUnknown(desks, cells), perDesk(cells)),
                        tally("referrals-by-status", Catalogue.STATUSES, perStatus(cells))),
                cells.stream()
                        .map(cell -> new Report.Cell(
                                (String) cell[0], Catalogue.known(Catalogue.STATUSES, (String) cell[1]), (Long)
                                        cell[2]))
                        .toList());
    }

    private static Tally tally(String id, List<Coded> catalogue, Map<String, Long> counts) {
        return Tally.exact(
                id,
                catalogue.stream()
                        .map(code -> new Count(code, counts.getOrDefault(code.code(), 0L)))
                        .toList());
    }

    private List<Coded> desks() {
        return records.createQuery("from DeskRow d order by d.agency, d.code", DeskRow.class)
                .getResultStream()
                .map(row -> new Coded(row.code, row.nameJa, row.nameEn))
                .toList();
    }

    /** A referral may be counted before its desk's directory entry arrives. */
    private static List<Coded> withUnknown(List<Coded> desks, List<Object[]> cells) {
        var all = new ArrayList<>(desks);
        cells.stream()
                .map(cell -> (String) cell[0])
                .distinct()
                .filter(code -> desks.stream().noneMatch(desk -> desk.code().equals(code)))
                .forEach(code -> all.add(new Coded(code, code, code)));
        return all;
    }

    private Map<String, Long> consultations(YearMonth month) {
        return counts(
                "select c.urgency, count(c) from ConsultationRow c where c.month = :month group by c.urgency", month);
    }

    private Map<String, Long> categories(YearMonth month) {
        return counts(
                "select k, count(k) from ConsultationRow c join c.categories k where c.month = :month group by k",
                month);
    }

    private Map<String, Long> counts(String query, YearMonth month) {
        return records.createQuery(query, Object[].class)
                .setParameter("month", firstDay(month))
                .getResultStream()
                .collect(Collectors.toMap(cell -> (String) cell[0], cell -> (Long) cell[1]));
    }

    private List<Object[]> referrals(YearMonth month) {
        return records.createQuery("""
                        select r.desk, r.status, count(r) from ReferralRow r where r.month = :month
                        group by r.desk, r.status order by r.desk, r.status""", Object[].class)
                .setParameter("month", firstDay(month))
                .getResultList();
    }

    private static Map<String, Long> perDesk(List<Object[]> cells) {
        var sums = new TreeMap<String, Long>();
        cells.forEach(cell -> sums.merge((String) cell[0], (Long) cell[2], Long::sum));
        return sums;
    }

    private static Map<String, Long> perStatus(List<Object[]> cells) {
        var sums = new TreeMap<String, Long>();
        cells.forEach(
                cell -> sums.merge(Catalogue.known(Catalogue.STATUSES, (String) cell[1]), (Long) cell[2], Long::sum));
        return sums;
    }

    private static LocalDate firstDay(YearMonth month) {
        return month.atDay(1);
    }
}
