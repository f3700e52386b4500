package jp.tsunagi.intake.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.vocabulary.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalPeriodsTest {

    private static LegalPeriod lasting(String length, String firstDay, String lastDay) {
        return LegalPeriod.read(String.join(
                "\t",
                List.of(
                        "D13",
                        "2000-01-01",
                        "-",
                        "posted",
                        "-",
                        "-",
                        length,
                        firstDay,
                        lastDay,
                        "right",
                        "law",
                        "129AC0000000089",
                        "140",
                        "2026-11-24")));
    }

    private static LegalDeadline ends(String length, String lastDay, LocalDate event, LocalDate... holidays) {
        return lasting(length, "excluded", lastDay).deadline(event, Set.of(holidays)::contains);
    }

    /** Civil Code, articles 140, 141 and 143, as of 2026-11-24. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-24, P7D, 2026-12-01",
        // Across the end of a year, through the holidays of January.
        "2026-12-29, P7D, 2027-01-05",
        "2026-12-31, P1M, 2027-01-31",
        // A period that begins on the first of a month ends with a month.
        "2026-02-28, P1M, 2026-03-31",
        "2026-01-31, P1M, 2026-02-28",
        // No such day in the last month: the end of that month.
        "2026-01-30, P1M, 2026-02-28",
        "2026-08-30, P6M, 2027-02-28",
        "2027-08-30, P6M, 2028-02-29",
        // Not the beginning of a month: the day before the one that corresponds.
        "2026-01-29, P1M, 2026-02-28",
        "2026-05-15, P6M, 2026-11-15",
        "2024-02-29, P3Y, 2027-02-28",
        "2024-02-28, P3Y, 2027-02-28",
        "2026-11-24, P0D, 2026-11-24",
    })
    void theDayOfTheEventDoesNotCount(LocalDate event, String length, LocalDate lastDay) {
        assertEquals(lastDay, ends(length, "stays", event).lastDay());
    }

    /** Code of Civil Procedure, article 95 (3), and Code of Criminal Procedure, article 55 (3), as of 2026-12-01. */
    @ParameterizedTest
    @CsvSource({
        // A Friday stays; a Saturday and a Sunday move to Monday.
        "2026-11-04, 2026-12-04, 0",
        "2026-11-05, 2026-12-07, 2",
        "2026-11-06, 2026-12-07, 1",
        // The turn of the year, and the Sunday after it.
        "2026-11-28, 2026-12-28, 0",
        "2026-11-29, 2027-01-04, 6",
        "2026-12-03, 2027-01-04, 1",
    })
    void aPeriodOfACourtEndsWhenCourtsAreOpen(LocalDate event, LocalDate lastDay, int skipped) {
        LegalDeadline deadline = ends("P1M", "court-day", event);

        assertEquals(lastDay, deadline.lastDay());
        assertEquals(skipped, deadline.skipped().size());
    }

    @Test
    void aHolidayThatIsMovedMovesThePeriodsThatEndOnIt() {
        // One month from 11 January ends on Thursday 11 February 2027.
        LocalDate event = day("2027-01-11");

        assertEquals(day("2027-02-11"), ends("P1M", "court-day", event).lastDay());
        LegalDeadline moved = ends("P1M", "court-day", event, day("2027-02-11"), day("2027-02-12"));
        assertEquals(day("2027-02-15"), moved.lastDay());
        assertEquals(
                List.of(day("2027-02-11"), day("2027-02-12"), day("2027-02-13"), day("2027-02-14")), moved.skipped());
        assertEquals(
                day("2027-02-11"),
                ends("P1M", "stays", event, day("2027-02-11")).lastDay());
    }

    @Test
    void publishedHolidaysMoveWhatEndsBeforeACourt() {
        // National Foundation Day is a Thursday.
        LegalDeadline objection = LegalPeriods.of(
                        StartingEvent.DISCLOSURE_DECISION_SERVED, Set.of(), List.of(), day("2027-01-11"))
                .getFirst();

        assertEquals(PeriodId.D10, objection.period().id());
        assertEquals(day("2027-02-12"), objection.lastDay());
    }

    /** Code of Criminal Procedure, article 55 (1), proviso, as of 2026-12-01. */
    @Test
    void theFirstDayOfAPrescriptionCounts() {
        assertEquals(
                day("2029-11-23"),
                lasting("P3Y", "counts", "stays")
                        .deadline(day("2026-11-24"), _ -> false)
                        .lastDay());
    }

    @Test
    void whatEndsDependsOnWhatTheCaseIsAbout() {
        assertEquals(List.of("D15"), ids(StartingEvent.OFFENDER_KNOWN, List.of(Category.PRIVACY)));
        assertEquals(
                List.of("D13", "D15"), ids(StartingEvent.OFFENDER_KNOWN, List.of(Category.PRIVACY, Category.INSULT)));
        assertEquals(List.of("D8", "D14", "D15-LONG"), ids(StartingEvent.POSTED, List.of(Category.DEFAMATION)));
    }

    @Test
    void theEditionDiffersWithARuleAndWithAHoliday() {
        var holidays = new TreeSet<>(Set.of(day("2027-01-01"), day("2027-02-11")));
        String edition = LegalPeriods.edition(List.of("a rule"), holidays);

        assertEquals(edition, LegalPeriods.edition(List.of("a rule"), new TreeSet<>(Set.copyOf(holidays))));
        assertNotEquals(edition, LegalPeriods.edition(List.of("another rule"), holidays));
        assertNotEquals(edition, LegalPeriods.edition(List.of("a rule"), new TreeSet<>(Set.of(day("2027-01-01")))));
    }

    @Test
    void aDesignatedServiceHasToAnswerSinceTheLawSaysSo() {
        assertEquals(
                List.of("D4"), ids(StartingEvent.REMOVAL_REQUESTED, EnumSet.of(Trait.DESIGNATED), day("2026-11-24")));
        assertEquals(
                List.of("D4"), ids(StartingEvent.REMOVAL_REQUESTED, EnumSet.of(Trait.DESIGNATED), day("2025-04-01")));
        assertEquals(List.of(), ids(StartingEvent.REMOVAL_REQUESTED, EnumSet.of(Trait.DESIGNATED), day("2025-03-31")));
    }

    @Test
    void theShorterPeriodComesFirst() {
        assertEquals(
                List.of("D3", "D1"),
                ids(
                        StartingEvent.REMOVAL_REQUESTED,
                        EnumSet.of(Trait.NOT_DESIGNATED, Trait.SEXUAL_IMAGE),
                        day("2026-11-24")));
    }

    @Test
    void everyEventOfTheCatalogueHasAPeriod() {
        for (StartingEvent event : StartingEvent.values()) {
            assertFalse(
                    LegalPeriods.of(event, EnumSet.allOf(Trait.class), List.of(), day("2026-11-24"))
                            .isEmpty(),
                    event.code());
        }
    }

    @Test
    void everyLawOfTheCatalogueHasItsNameOnTheDay() {
        for (StartingEvent event : StartingEvent.values()) {
            LegalPeriods.of(event, EnumSet.allOf(Trait.class), List.of(), day("2026-11-24")).stream()
                    .filter(deadline -> deadline.period().law() != null)
                    .forEach(deadline ->
                            assertNotNull(deadline.law(), deadline.period().id().code()));
        }
        assertEquals(
                "プロバイダ責任制限法", Law.named("413AC0000000137", day("2025-03-31")).name(Locale.JAPANESE));
        assertEquals(
                "情報流通プラットフォーム対処法",
                Law.named("413AC0000000137", day("2025-04-01")).name(Locale.JAPANESE));
    }

    @Test
    void aPeriodWithoutAllItsColumnsOrItsSourceEndsTheStart() {
        assertThrows(IllegalStateException.class, () -> LegalPeriod.read("D1\t2002-05-27\t-\tposted\t-\tP7D"));
        assertThrows(
                IllegalStateException.class,
                () -> LegalPeriod.read(
                        "D1\t2002-05-27\t-\tposted\t-\t-\tP7D\texcluded\tstays\tright\tlaw\t-\t-\t2026-11-24"));
    }

    @Test
    void theOldestPostHasItsLogs() {
        assertTrue(LegalPeriods.logs(StartingDays.OLDEST).isOver(day("1991-01-01")));
    }

    @Test
    void whatIsSoonDependsOnWhatEnds() {
        LegalDeadline logs = LegalPeriods.of(StartingEvent.POSTED, Set.of(), List.of(), day("2026-11-01")).stream()
                .filter(one -> one.period().end() == PeriodEnd.LOGS)
                .findFirst()
                .orElseThrow();
        assertEquals(day("2027-02-01"), logs.lastDay());
        assertFalse(logs.isSoon(day("2026-12-02")));
        assertTrue(logs.isSoon(day("2026-12-03")));
        assertTrue(logs.isSoon(day("2027-02-01")));
        assertFalse(logs.isSoon(day("2027-02-02")));
        assertTrue(logs.isOver(day("2027-02-02")));
    }

    private static List<String> ids(StartingEvent event, Set<Trait> traits, LocalDate on) {
        return ids(LegalPeriods.of(event, traits, List.of(), on));
    }

    private static List<String> ids(StartingEvent event, List<Category> about) {
        return ids(LegalPeriods.of(event, Set.of(), about, day("2026-11-24")));
    }

    private static List<String> ids(List<LegalDeadline> deadlines) {
        return deadlines.stream().map(deadline -> deadline.period().id().code()).toList();
    }

    private static LocalDate day(String written) {
        return LocalDate.parse(written);
    }
}
