package jp.tsunagi.intake.workbench;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.intake.RealDirectory;
import jp.tsunagi.intake.consent.ConsentHistory;
import jp.tsunagi.intake.consultation.CaseFile;
import jp.tsunagi.intake.consultation.Consultation;
import jp.tsunagi.intake.desk.Desk;
import jp.tsunagi.intake.submission.Consulter;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.intake.triage.Assessment;
import jp.tsunagi.intake.workbench.RankedDesk.Why;
import jp.tsunagi.platform.http.Stored;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.DeskMode;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Need;
import jp.tsunagi.vocabulary.Urgency;
import jp.tsunagi.vocabulary.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The desks of the real directory, ranked. 2026-11-24 is an ordinary Tuesday, the 28th a Saturday. */
class RankedDeskTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final List<Desk> DIRECTORY =
            RealDirectory.announcements().stream().map(RankedDeskTest::desk).toList();

    private static final LocalDateTime TUESDAY = LocalDateTime.parse("2026-11-24T15:00");
    private static final LocalDateTime SATURDAY = LocalDateTime.parse("2026-11-28T15:00");
    private static final Consulter ADULT = new Consulter(ConsulterType.VICTIM_SELF, AgeBand.THIRTIES, "はる香", null);
    private static final Consulter CHILD = new Consulter(ConsulterType.VICTIM_SELF, AgeBand.TO_15, null, null);

    @ParameterizedTest
    @EnumSource
    void everyDeskOfAnotherAgencyIsThere(Category category) {
        List<RankedDesk> ranked = rank(ADULT, TUESDAY, category);

        assertEquals(
                DIRECTORY.stream()
                        .filter(desk -> !desk.agency().equals("IHAHO"))
                        .map(Desk::code)
                        .collect(toSet()),
                ranked.stream().map(one -> one.desk().code()).collect(toSet()));
        assertEquals(DIRECTORY.size() - 1, ranked.size());
        Set<Boolean> fits =
                ranked.stream().map(one -> fits(one).findAny().isPresent()).collect(toSet());
        assertEquals(1, fits.size(), "all desks say how they fit, or none does");
        for (int i = 1; i < ranked.size(); i++) {
            RankedDesk before = ranked.get(i - 1);
            RankedDesk after = ranked.get(i);
            assertTrue(before.isPossible() || !after.isPossible(), before.desk().code());
            if (before.isPossible() == after.isPossible() && fits.contains(true)) {
                assertTrue(
                        fits(before)
                                        .findFirst()
                                        .get()
                                        .compareTo(fits(after).findFirst().get())
                                <= 0,
                        before.desk().code() + " before " + after.desk().code());
            }
        }
    }

    @Test
    void whoIsMadeForItIsFirstAndSaysForWhat() {
        List<RankedDesk> ranked = rank(ADULT, TUESDAY, Category.DEFAMATION);

        assertEquals(
                Set.of("SIA_HIBO", "MOJ_JINKEN"),
                ranked.stream().limit(2).map(one -> one.desk().code()).collect(toSet()));
        assertEquals(
                List.of(Need.ABUSE), reason(ranked, "SIA_HIBO", Why.MADE_FOR_IT).needs());
        assertTrue(has(ranked, "IPA", Why.FITS_NOT));
        assertTrue(has(ranked, "BUNKA", Why.FIT_UNKNOWN), "the directory does not say what it helps with");
        assertFalse(has(ranked, "BUNKA", Why.FITS_NOT));
    }

    @Test
    void ofSeveralNeedsTheBestFitCounts() {
        List<RankedDesk> ranked = rank(ADULT, TUESDAY, Category.DEFAMATION, Category.FRAUD);

        assertEquals(
                List.of(Need.MONEY),
                reason(ranked, "KOKUSEN_188", Why.MADE_FOR_IT).needs());
        assertEquals(
                List.of(Need.ABUSE), reason(ranked, "SIA_HIBO", Why.MADE_FOR_IT).needs());
    }

    @Test
    void whoAnswersNowIsSaidWithTheTimeThatItEnds() {
        var office = reason(rank(ADULT, TUESDAY, Category.DEFAMATION), "MOJ_JINKEN", Why.OPEN_NOW);
        assertEquals(LocalDateTime.parse("2026-11-24T17:15"), office.changes());
        assertTrue(office.isFor());
        assertNull(
                reason(rank(ADULT, TUESDAY, Category.DEFAMATION), "SIA_HIBO", Why.OPEN_NOW)
                        .changes(),
                "it never closes");

        var closed = reason(rank(ADULT, SATURDAY, Category.DEFAMATION), "MOJ_JINKEN", Why.CLOSED_NOW);
        assertEquals(LocalDateTime.parse("2026-11-30T08:30"), closed.changes());
        assertFalse(closed.isFor());
        assertFalse(closed.isImpossible(), "a closed desk can be handed over to");
    }

    @Test
    void theHoursAreThoseOfTheNumberThatFits() {
        List<RankedDesk> saturday = rank(CHILD, SATURDAY, Category.SUICIDE_RISK);

        assertTrue(has(saturday, "KOKORO", Why.OPEN_NOW), "one of its numbers for this never closes");
        assertTrue(has(saturday, "TOKYO_KOTAERU", Why.HOURS_UNKNOWN), "checked too long ago");
        assertTrue(has(saturday, "POLICE_9110", Why.HOURS_UNKNOWN), "nobody told us");
        assertTrue(
                Stream.of(Why.OPEN_NOW, Why.CLOSED_NOW, Why.HOURS_UNKNOWN)
                        .noneMatch(why -> has(saturday, "SCHOOL", why)),
                "it has no number in the directory");
    }

    @Test
    void whatADeskRefusesIsSaidBeforeAnybodyTries() {
        Consulter company = new Consulter(ConsulterType.COMPANY, AgeBand.NOT_APPLICABLE, null, null);
        assertTrue(impossible(rank(company, TUESDAY, Category.DEFAMATION), "SIA_HIBO", Why.CONSULTER_REFUSED));
        assertTrue(impossible(rank(ADULT, TUESDAY, Category.BULLYING), "SCHOOL", Why.AGE_REFUSED));
        assertTrue(impossible(rank(ADULT, TUESDAY, Category.DEFAMATION), "MIC", Why.NOT_ACCEPTING));
        assertEquals(
                List.of(Field.NARRATIVE, Field.CALL_NAME),
                reason(rank(ADULT, TUESDAY, Category.DEFAMATION), "IHC", Why.FIELDS_REFUSED)
                        .fields(),
                "of what it refuses, only what the person told");

        List<RankedDesk> child = rank(CHILD, TUESDAY, Category.BULLYING);
        assertTrue(child.stream().anyMatch(one -> one.desk().code().equals("SCHOOL") && one.isPossible()));
    }

    @Test
    void whoDidNotSayTheirAgeIsNotRefusedForIt() {
        List<RankedDesk> ranked = rank(Consulter.UNKNOWN, TUESDAY, Category.BULLYING);

        assertFalse(reason(ranked, "SCHOOL", Why.AGE_NOT_TOLD).isImpossible());
        assertFalse(has(ranked, "SCHOOL", Why.AGE_REFUSED));
    }

    @Test
    void whoReceivedAClaimIsLedToLawyersWhateverTheClaimIsAbout() {
        Consulter respondent = new Consulter(ConsulterType.RESPONDENT, AgeBand.THIRTIES, null, null);

        assertEquals(
                "LAWYER",
                rank(respondent, TUESDAY, Category.DEFAMATION).getFirst().desk().code());
    }

    @Test
    void everyKindOfHarmIsLookedUpOnce() {
        assertEquals(List.of(Category.values()), CaseNeeds.published().categories());
    }

    @Test
    void whatTheRulesOfTriageSayComesBeforeWhatTheDirectoryFits() {
        List<RankedDesk> ranked = rank(
                ADULT,
                TUESDAY,
                new Assessment(
                        "test",
                        false,
                        Urgency.NORMAL,
                        List.of(),
                        List.of(),
                        null,
                        List.of(said("BUNKA"), said("SENKAN")),
                        List.of(said("MOJ_JINKEN")),
                        List.of(),
                        List.of()),
                Category.DEFAMATION);

        assertEquals(
                List.of("BUNKA", "SENKAN"),
                ranked.stream().limit(2).map(one -> one.desk().code()).toList());
        assertTrue(has(ranked, "BUNKA", Why.RULES_FOR));
        assertTrue(has(ranked, "MOJ_JINKEN", Why.RULES_AGAINST));
        assertEquals(
                "MOJ_JINKEN",
                ranked.stream()
                        .filter(RankedDesk::isPossible)
                        .toList()
                        .getLast()
                        .desk()
                        .code());
    }

    @Test
    void aDeskThatSomebodyRuledOutSaysSoAndComesAfterTheOthers() {
        List<RankedDesk> ranked = rank(ADULT, TUESDAY, suggesting("BUNKA"), Set.of("BUNKA"), Category.DEFAMATION);

        assertTrue(has(ranked, "BUNKA", Why.RULED_OUT));
        assertFalse(has(ranked, "BUNKA", Why.RULES_FOR));
        assertEquals(
                "BUNKA",
                ranked.stream()
                        .filter(RankedDesk::isPossible)
                        .toList()
                        .getLast()
                        .desk()
                        .code());
    }

    private static Assessment suggesting(String... desks) {
        return new Assessment(
                "test",
                false,
                Urgency.NORMAL,
                List.of(),
                List.of(),
                null,
                Stream.of(desks).map(RankedDeskTest::said).toList(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Assessment.Suggested<String> said(String desk) {
        return new Assessment.Suggested<>(desk, List.of(new Assessment.Reason("rule", 1, List.of())));
    }

    private static List<RankedDesk> rank(Consulter who, LocalDateTime now, Category... about) {
        return rank(who, now, suggesting(), about);
    }

    private static List<RankedDesk> rank(Consulter who, LocalDateTime now, Assessment assessment, Category... about) {
        return rank(who, now, assessment, Set.of(), about);
    }

    private static List<RankedDesk> rank(
            Consulter who, LocalDateTime now, Assessment assessment, Set<String> ruledOut, Category... about) {
        Submission told = new Submission(Wish.UNSURE, "悪口を書かれています", List.of(about), List.of(), Danger.NO, who, "");
        Instant received = Instant.parse("2026-11-24T00:00:00Z");
        CaseFile file = new CaseFile(
                new Stored<>(new Consultation.Received(UUID.randomUUID(), "IHAHO"), 1, received),
                "-",
                received,
                told,
                told.classification(),
                assessment.urgency(),
                false,
                assessment,
                List.of(),
                List.of(),
                List.of());
        return RankedDesk.of(file, ruledOut, DIRECTORY, new ConsentHistory(new ArrayList<>()), List.of(), now);
    }

    private static Stream<Why> fits(RankedDesk ranked) {
        return ranked.reasons().stream()
                .map(RankedDesk.Reason::why)
                .filter(why -> why.compareTo(Why.MADE_FOR_IT) >= 0 && why.compareTo(Why.FITS_NOT) <= 0);
    }

    private static boolean has(List<RankedDesk> ranked, String desk, Why why) {
        return reasons(ranked, desk).anyMatch(one -> one.why() == why);
    }

    private static boolean impossible(List<RankedDesk> ranked, String desk, Why why) {
        return reason(ranked, desk, why).isImpossible();
    }

    private static RankedDesk.Reason reason(List<RankedDesk> ranked, String desk, Why why) {
        return reasons(ranked, desk).filter(one -> one.why() == why).findFirst().orElseThrow();
    }

    private static Stream<RankedDesk.Reason> reasons(List<RankedDesk> ranked, String desk) {
        return ranked.stream().filter(one -> one.desk().code().equals(desk)).flatMap(one -> one.reasons().stream());
    }

    private static Desk desk(ObjectNode announced) {
        return new Desk(
                announced.get("desk").textValue(),
                announced.get("agency").textValue(),
                new Desk.Name(
                        announced.get("nameJa").textValue(),
                        announced.get("nameEn").textValue()),
                announced.get("accepting").booleanValue(),
                JSON.convertValue(announced.get("modes").get(0), DeskMode.class),
                JSON.convertValue(announced, Desk.Profile.class),
                1);
    }
}
