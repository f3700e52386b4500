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
import jp.tsunagi.platform.outbox.ReceivedEvent;

/**
 * Everything counted so far. Events change it, each in its inbox's transaction; an event that is older than what was
 * counted changes nothing, and the first one of a consultation, a referral or a desk begins it, also when it is told
 * again because something else had been counted.
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

    void upsert(CountedEvent.Consultation news, ReceivedEvent event) {
        ConsultationRow row = consultations.findById(news.consultationId());
        if (row == null) {
            consultations.persist(new ConsultationRow(news, event.sequence()));
        } else if (event.first()) {
            row.begin(news, event.sequence());
        } else if (event.sequence() > row.sequence) {
            row.store(news, event.sequence());
        }
    }

    void upsert(CountedEvent.Referral news, ReceivedEvent event) {
        ReferralRow row = referrals.findById(news.referralId());
        if (row == null) {
            referrals.persist(new ReferralRow(news, event.sequence()));
        } else if (event.first()) {
            row.begin(news, event.sequence());
        } else if (event.sequence() > row.sequence) {
            row.store(news, event.sequence());
        }
    }

    void upsert(CountedEvent.Desk news, ReceivedEvent event) {
        DeskRow row = desks.findById(news.desk());
        if (row == null) {
            desks.persist(new DeskRow(news, event.sequence()));
        } else if (event.first() || event.sequence() > row.sequence) {
            row.store(news, event.sequence());
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
