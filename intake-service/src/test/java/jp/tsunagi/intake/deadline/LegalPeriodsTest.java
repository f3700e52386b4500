package jp.tsunagi.intake.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalPeriodsTest {

    private static LegalPeriod lasting(String length) {
        return LegalPeriod.read(
                "D0\t2000-01-01\t-\tposted\t-\t" + length + "\tright\tlaw\t129AC0000000089\t140\t2026-11-24");
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
        assertEquals(lastDay, lasting(length).lastDay(event));
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
                    LegalPeriods.of(event, EnumSet.allOf(Trait.class), day("2026-11-24"))
                            .isEmpty(),
                    event.code());
        }
    }

    @Test
    void everyLawOfTheCatalogueHasItsNameOnTheDay() {
        for (StartingEvent event : StartingEvent.values()) {
            LegalPeriods.of(event, EnumSet.allOf(Trait.class), day("2026-11-24")).stream()
                    .filter(deadline -> deadline.period().law() != null)
                    .forEach(deadline ->
                            assertNotNull(deadline.law(), deadline.period().id()));
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
                () -> LegalPeriod.read("D1\t2002-05-27\t-\tposted\t-\tP7D\tright\tlaw\t-\t-\t2026-11-24"));
    }

    @Test
    void whatIsSoonDependsOnWhatEnds() {
        LegalDeadline logs = LegalPeriods.of(StartingEvent.POSTED, Set.of(), day("2026-11-01")).stream()
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
        return LegalPeriods.of(event, traits, on).stream()
                .map(deadline -> deadline.period().id())
                .toList();
    }

    private static LocalDate day(String written) {
        return LocalDate.parse(written);
    }
}
