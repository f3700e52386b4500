package jp.tsunagi.intake.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import jp.tsunagi.intake.casedeadline.CaseDeadlines;
import jp.tsunagi.intake.casedeadline.DeadlineCalendar;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.consultation.Consultations;
import jp.tsunagi.intake.deadline.StartingDay;
import jp.tsunagi.intake.deadline.StartingDays;
import jp.tsunagi.intake.notification.TellingHolders;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.rowsecurity.RowAccess;
import org.jboss.resteasy.reactive.RestResponse;

/** What a consulter does with the deadlines of the case: tells the days from which they run, and takes them along. */
@ApplicationScoped
class MailboxDeadlines {

    private final CaseDeadlines deadlines;
    private final CaseFiles files;
    private final Consultations consultations;
    private final TellingHolders holders;
    private final RowAccess access;
    private final Clock clock;

    MailboxDeadlines(
            CaseDeadlines deadlines,
            CaseFiles files,
            Consultations consultations,
            TellingHolders holders,
            RowAccess access,
            Clock clock) {
        this.deadlines = deadlines;
        this.files = files;
        this.consultations = consultations;
        this.holders = holders;
        this.access = access;
        this.clock = clock;
    }

    /** News for who works on the case: what is to be done depends on it. */
    StartingDay note(UUID consultation, StartingDays.Noted noted) {
        access.open(consultation);
        holders.tell(consultation);
        consultations.markTold(consultation, clock.instant());
        return deadlines.note(files.readForConsulter(consultation), noted, Actor.consulter());
    }

    /** A file for the consulter's calendar, in which nobody else may read what it is about. */
    RestResponse<String> calendar(UUID consultation, Locale locale) {
        access.open(consultation);
        CaseFile file = files.readForConsulter(consultation);
        String line = Messages.in(locale, MailboxMessages.class).calendarLine();
        return DeadlineCalendar.of(
                consultation,
                deadlines.of(file).stream()
                        .filter(one -> !one.deadline().period().end().isOfProvider())
                        .toList(),
                deadlines.days(consultation).size(),
                clock.instant(),
                line,
                "calendar");
    }
}
