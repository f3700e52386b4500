package jp.tsunagi.intake.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.platform.time.Day;
import jp.tsunagi.platform.time.Holidays;
import jp.tsunagi.platform.time.Opening;
import jp.tsunagi.platform.time.OpeningHours;
import jp.tsunagi.vocabulary.DeskMode;
import jp.tsunagi.vocabulary.Fit;
import jp.tsunagi.vocabulary.Need;
import org.junit.jupiter.api.Test;

/** When a desk with several numbers answers, on a Saturday at three. */
class DeskTest {

    private static final LocalDateTime SATURDAY = LocalDateTime.parse("2026-11-28T15:00");

    @Test
    void onlyTheNumbersThatFitCount() {
        Desk desk = desk(onSaturdays(Need.MONEY, "00:00", "00:00"), onSaturdays(Need.ABUSE, "16:00", "17:00"));

        assertEquals(closedUntil("16:00"), now(desk, Need.ABUSE));
        assertEquals(openUntil("00:00"), now(desk, Need.MONEY));
        assertEquals(openUntil("00:00"), now(desk, Need.LETTER), "when none fits, any");
    }

    @Test
    void ofTwoThatAreClosedTheOneThatOpensSoonerCounts() {
        Desk desk = desk(onSaturdays(Need.ABUSE, "18:00", "20:00"), onSaturdays(Need.ABUSE, "16:00", "17:00"));

        assertEquals(closedUntil("16:00"), now(desk, Need.ABUSE));
    }

    @Test
    void ofTwoThatAreOpenTheOneThatClosesLaterCounts() {
        Desk desk = desk(onSaturdays(Need.ABUSE, "14:00", "16:00"), onSaturdays(Need.ABUSE, "14:00", "18:00"));

        assertEquals(openUntil("18:00"), now(desk, Need.ABUSE));
    }

    @Test
    void withoutANumberNothingIsSaid() {
        assertEquals(Optional.empty(), now(desk(), Need.ABUSE));
    }

    private static Optional<OpeningHours.Now> now(Desk desk, Need need) {
        return desk.at(SATURDAY, Holidays.published(), Set.of(need));
    }

    private static Optional<OpeningHours.Now> openUntil(String time) {
        return Optional.of(new OpeningHours.Now(OpeningHours.State.OPEN, next(time)));
    }

    private static Optional<OpeningHours.Now> closedUntil(String time) {
        return Optional.of(new OpeningHours.Now(OpeningHours.State.CLOSED, next(time)));
    }

    private static LocalDateTime next(String time) {
        LocalDateTime today = LocalDateTime.parse("2026-11-28T" + time);
        return today.isAfter(SATURDAY) ? today : today.plusDays(1);
    }

    private static Desk.Contact onSaturdays(Need need, String from, String to) {
        return new Desk.Contact(
                List.of(new Desk.Help(need, Fit.HELPS_TOO)),
                List.of(new Opening(Set.of(Day.SAT), from, to)),
                Set.of(),
                LocalDate.parse("2026-11-01"));
    }

    private static Desk desk(Desk.Contact... contacts) {
        return new Desk(
                "A",
                "A",
                new Desk.Name("-", "-"),
                true,
                DeskMode.PHONE,
                new Desk.Profile(null, null, null, null, Set.of(), List.of(), List.of(), Set.of(), List.of(contacts)),
                1);
    }
}
