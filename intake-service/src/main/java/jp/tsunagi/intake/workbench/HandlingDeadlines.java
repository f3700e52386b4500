package jp.tsunagi.intake.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.tsunagi.intake.casedeadline.CaseDeadline;
import jp.tsunagi.intake.casedeadline.CaseDeadlines;
import jp.tsunagi.intake.casedeadline.DeadlineCalendar;
import jp.tsunagi.intake.casedeadline.DeadlineMessages;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.CaseFiles;
import jp.tsunagi.intake.deadline.StartingDay;
import jp.tsunagi.intake.deadline.StartingDays;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.language.Messages;
import org.jboss.resteasy.reactive.RestResponse;

/** What counsellors do with the deadlines of a case: read them, note the days from which they run, take them along. */
@ApplicationScoped
class HandlingDeadlines {

    private final CaseFiles files;
    private final CaseDeadlines deadlines;
    private final Clock clock;

    HandlingDeadlines(CaseFiles files, CaseDeadlines deadlines, Clock clock) {
        this.files = files;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    CaseFile read(UUID id, Actor reader) {
        return files.read(id, reader);
    }

    List<CaseDeadline> deadlines(CaseFile file) {
        return deadlines.of(file);
    }

    List<StartingDay> days(UUID id) {
        return deadlines.days(id);
    }

    StartingDay note(UUID id, StartingDays.Noted noted, Actor by) {
        return deadlines.note(files.readForHandOver(id, by), noted, by);
    }

    /** A file for the counsellor's calendar, whose lines name the case by its number and nothing else. */
    RestResponse<String> calendar(UUID id, Actor reader, Locale locale) {
        CaseFile file = files.read(id, reader);
        DeadlineMessages texts = Messages.in(locale, DeadlineMessages.class);
        return DeadlineCalendar.of(
                id,
                deadlines.of(file),
                deadlines.days(id).size(),
                clock.instant(),
                texts.calendarLine(file.receiptNumber()),
                file.receiptNumber());
    }
}
