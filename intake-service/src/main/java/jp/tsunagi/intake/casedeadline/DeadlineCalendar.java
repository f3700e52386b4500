package jp.tsunagi.intake.casedeadline;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.DateStart;
import biweekly.property.Method;
import biweekly.property.Transparency;
import biweekly.property.Trigger;
import biweekly.property.Uid;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The deadlines of a case that are still to come as an iCalendar file (RFC 5545), each a whole day. The same deadline has
 * the same UID in every file, and a recount or a correction raises its SEQUENCE: a calendar moves it instead of showing it twice.
 */
public final class DeadlineCalendar {

    public static final String TYPE = "text/calendar";

    private static final String PRODUCT = "-//Tsunagi//Deadlines//JA";
    private static final int REMIND_DAYS_BEFORE = 3;

    private DeadlineCalendar() {}

    /**
     * @param notes how many days were noted in the case so far; a later file wins over an earlier one
     * @param line what stands in the calendar for every deadline, where others may look over a shoulder
     * @param name of the file
     */
    public static RestResponse<String> of(
            UUID consultation, List<CaseDeadline> deadlines, int notes, Instant now, String line, String name) {
        ICalendar calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId(PRODUCT);
        calendar.setMethod(Method.PUBLISH);
        deadlines.stream()
                .filter(one -> !one.isOver())
                .forEach(one -> calendar.addEvent(event(consultation, one, notes, now, line)));
        return ResponseBuilder.ok(Biweekly.write(calendar).go(), TYPE + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".ics\"")
                .build();
    }

    private static VEvent event(UUID consultation, CaseDeadline counted, int notes, Instant now, String line) {
        VEvent event = new VEvent();
        event.setUid(uid(consultation, counted));
        event.setDateTimeStamp(Date.from(now));
        event.setSequence(notes + counted.recounts().size());
        event.setDateStart(new DateStart(day(counted.deadline().lastDay())));
        event.setSummary(line);
        event.setTransparency(Transparency.transparent());
        Trigger before = new Trigger(
                Duration.builder().prior(true).days(REMIND_DAYS_BEFORE).build(), Related.START);
        event.addAlarm(VAlarm.display(before, line));
        return event;
    }

    /**
     * Tells nobody which case it is. An event of the whole case happens once, so a day that was corrected moves its
     * deadlines; places have days of their own.
     */
    private static Uid uid(UUID consultation, CaseDeadline counted) {
        String period = counted.deadline().period().id().code();
        String name = consultation + " " + period + " "
                + (counted.places().isEmpty() ? "" : counted.deadline().event());
        return new Uid(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + "@tsunagi");
    }

    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
}
