package jp.tsunagi.intake.provider;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.tsunagi.intake.IntakeSettings;
import jp.tsunagi.intake.counsellor.Counsellor;
import jp.tsunagi.intake.counsellor.Counsellors;
import jp.tsunagi.platform.identity.Roles;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.language.RequestLocale;
import jp.tsunagi.platform.rowsecurity.RowAccess;
import org.jboss.logging.Logger;

/**
 * Reminds supervisors by mail, once a month, of entries of the directory that nobody has confirmed for a year. The mail
 * names none of them: which services somebody asks about is nobody else's matter.
 */
@ApplicationScoped
class ReminderMails {

    static final Duration PAUSE = Duration.ofDays(30);

    private static final Logger LOG = Logger.getLogger(ReminderMails.class);
    private static final String DUE = "/desk/providers?view=due";

    private final Providers providers;
    private final ProviderReminderRows rows;
    private final Counsellors counsellors;
    private final RowAccess access;
    private final Mailer mailer;
    private final RequestLocale locales;
    private final IntakeSettings settings;
    private final Clock clock;

    ReminderMails(
            Providers providers,
            ProviderReminderRows rows,
            Counsellors counsellors,
            RowAccess access,
            Mailer mailer,
            RequestLocale locales,
            IntakeSettings settings,
            Clock clock) {
        this.providers = providers;
        this.rows = rows;
        this.counsellors = counsellors;
        this.access = access;
        this.mailer = mailer;
        this.locales = locales;
        this.settings = settings;
        this.clock = clock;
    }

    private record Due(String account, String address, int entries) {}

    @Scheduled(every = "1h", delayed = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void sendDue() {
        QuarkusTransaction.requiringNew().call(this::claim).forEach(this::send);
    }

    /** Whoever claims a reminder sends it; a second instance finds it claimed. */
    private List<Due> claim() {
        access.openEverything();
        int entries =
                (int) providers.findAll().stream().filter(ProviderEntry::isDue).count();
        if (entries == 0) {
            return List.of();
        }
        String agency = settings.agency();
        Instant now = clock.instant();
        return counsellors.findByAgency(agency).stream()
                .filter(one -> one.role().equals(Roles.SUPERVISOR))
                .map(Counsellor::account)
                .flatMap(account -> counsellors.address(agency, account).stream()
                        .filter(_ -> rows.claim(agency, account, now, now.minus(PAUSE)))
                        .map(address -> new Due(account, address, entries)))
                .toList();
    }

    /** Outside a transaction: a mail server that does not answer must not hold the database. */
    private void send(Due due) {
        try {
            String text = locales.supported().stream()
                    .map(locale -> text(due, locale))
                    .collect(Collectors.joining("\n"));
            String subject = messages(locales.supported().getFirst()).reminderSubject();
            mailer.send(Mail.withText(due.address, subject, text).addHeader("Auto-Submitted", "auto-generated"));
        } catch (RuntimeException unsent) {
            LOG.warnf("a reminder waits: %s", unsent.getClass().getSimpleName());
            QuarkusTransaction.requiringNew().run(() -> {
                access.openEverything();
                rows.deleteById(new ProviderReminderRow.Key(settings.agency(), due.account));
            });
        }
    }

    private String text(Due due, Locale locale) {
        return messages(locale).reminderText(due.entries) + "\n"
                + settings.publicUrl().resolve(DUE) + "\n";
    }

    private static ProviderMessages messages(Locale locale) {
        return Messages.in(locale, ProviderMessages.class);
    }
}
