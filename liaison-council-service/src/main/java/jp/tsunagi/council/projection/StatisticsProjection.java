package jp.tsunagi.council.projection;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagi.council.projection.MonthlyCounts.Desk;

/**
 * Everything counted so far. Events change it, each in its inbox's transaction; an event that is older than what was
 * counted changes nothing.
 */
@ApplicationScoped
public class StatisticsProjection {

    private final ConsultationRows consultations;
    private final ReferralRows referrals;
    private final DeskRows desks;

    StatisticsProjection(ConsultationRows consultations, ReferralRows referrals, DeskRows desks) {
        this.consultations = consultations;
        this.referrals = referrals;
        this.desks = desks;
    }

    void upsert(CountedEvent.Consultation event, long sequence) {
        ConsultationRow row = consultations.findById(event.consultationId());
        if (row == null) {
            consultations.persist(new ConsultationRow(event, sequence));
        } else if (sequence > row.sequence) {
            row.store(event, sequence);
        }
    }

    void upsert(CountedEvent.Referral event, long sequence) {
        ReferralRow row = referrals.findById(event.referralId());
        if (row == null) {
            referrals.persist(new ReferralRow(event, sequence));
        } else if (sequence > row.sequence) {
            row.store(event, sequence);
        }
    }

    void upsert(CountedEvent.Desk event, long sequence) {
        DeskRow row = desks.findById(event.desk());
        if (row == null) {
            desks.persist(new DeskRow(event, sequence));
        } else if (sequence > row.sequence) {
            row.store(event, sequence);
        }
    }

    /** The first month that an event was about; empty before the first event. */
    public Optional<YearMonth> firstMonth() {
        return Stream.concat(consultations.findFirstMonth().stream(), referrals.findFirstMonth().stream())
                .min(Comparator.naturalOrder())
                .map(YearMonth::from);
    }

    public MonthlyCounts countsOf(YearMonth month) {
        LocalDate first = month.atDay(1);
        return new MonthlyCounts(
                consultations.countByUrgency(first),
                consultations.countByCategory(first),
                referrals.countByDeskAndStatus(first));
    }

    /** Every desk of the directory. */
    public List<Desk> desks() {
        return desks.listAll(Sort.by("agency", "code")).stream()
                .map(DeskRow::desk)
                .toList();
    }
}
