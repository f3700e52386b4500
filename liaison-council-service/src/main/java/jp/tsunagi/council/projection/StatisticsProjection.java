package jp.tsunagi.council.projection;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import jp.tsunagi.platform.page.JapanTime;

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
            row = new ConsultationRow();
            row.id = event.consultationId();
            row.month = monthOf(event.at());
            consultations.persist(row);
        } else if (sequence <= row.sequence) {
            return;
        }
        row.status = event.status();
        row.sequence = sequence;
        if (event.urgency() != null) {
            row.urgency = event.urgency();
        }
        if (event.categories() != null) {
            row.categories = new HashSet<>(event.categories());
        }
    }

    void upsert(CountedEvent.Referral event, long sequence) {
        ReferralRow row = referrals.findById(event.referralId());
        if (row == null) {
            row = new ReferralRow();
            row.id = event.referralId();
            row.month = monthOf(event.at());
            referrals.persist(row);
        } else if (sequence <= row.sequence) {
            return;
        }
        row.desk = event.targetDesk();
        row.status = event.status();
        row.sequence = sequence;
    }

    void upsert(CountedEvent.Desk event, long sequence) {
        DeskRow row = desks.findById(event.desk());
        if (row == null) {
            row = new DeskRow();
            row.code = event.desk();
            desks.persist(row);
        } else if (sequence <= row.sequence) {
            return;
        }
        row.agency = event.agency();
        row.nameJa = event.nameJa();
        row.nameEn = event.nameEn();
        row.sequence = sequence;
    }

    public MonthlyCounts countsOf(YearMonth month) {
        LocalDate first = month.atDay(1);
        return new MonthlyCounts(
                consultations.countByUrgency(first),
                consultations.countByCategory(first),
                referrals.countByDeskAndStatus(first),
                desks.listAll(Sort.by("agency", "code")).stream()
                        .map(DeskRow::desk)
                        .toList());
    }

    /** Months are months in Japan: what arrives at 23:30 UTC on the 30th belongs to the next one. */
    private static LocalDate monthOf(Instant at) {
        return LocalDate.ofInstant(at, JapanTime.ZONE).withDayOfMonth(1);
    }
}
