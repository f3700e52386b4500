package jp.tsunagi.intake.provider;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The table of reminders. */
@ApplicationScoped
class ProviderReminderRows implements PanacheRepositoryBase<ProviderReminderRow, ProviderReminderRow.Key> {

    /** Notes that somebody is reminded now, unless they were after {@code before}; one of two that ask at once is told no. */
    boolean claim(String agency, String account, Instant now, Instant before) {
        return getEntityManager()
                        .createNativeQuery("insert into provider_reminder (agency, account, sent_at)"
                                + " values (:agency, :account, :now) on conflict (agency, account)"
                                + " do update set sent_at = excluded.sent_at"
                                + " where provider_reminder.sent_at < :before")
                        .setParameter("agency", agency)
                        .setParameter("account", account)
                        .setParameter("now", now)
                        .setParameter("before", before)
                        .executeUpdate()
                == 1;
    }
}
