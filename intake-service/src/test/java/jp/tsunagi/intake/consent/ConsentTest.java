package jp.tsunagi.intake.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.intake.consent.Consent.Decision;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.testing.Requirement;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Ground;
import org.junit.jupiter.api.Test;

@Requirement("R2.8")
class ConsentTest {

    private static final List<Wording> ASKED =
            List.of(new Wording("ja", "伝えてもよいですか"), new Wording("en", "May we tell?"));

    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");

    @Test
    void noConsentForTheDeskIsNone() {
        assertEquals(List.of("consent-missing"), codes(Optional.empty(), Set.of(Field.URLS)));
        assertEquals(
                List.of("consent-missing"),
                codes(Optional.of(consent("MOJ_JINKEN", Decision.GIVEN, Field.URLS)), Set.of(Field.URLS)));
    }

    @Test
    void anUnansweredRefusedOrWithdrawnQuestionIsNoConsent() {
        assertEquals(List.of("consent-unanswered"), codes(Decision.ASKED));
        assertEquals(List.of("consent-refused"), codes(Decision.REFUSED));
        assertEquals(List.of("consent-withdrawn"), codes(Decision.WITHDRAWN));
    }

    @Test
    void everyFieldOutsideTheConsentIsNamed() {
        var given = Optional.of(consent("SIA_HIBO", Decision.GIVEN, Field.URLS));

        assertEquals(
                List.of("field-beyond-consent", "field-beyond-consent"),
                codes(given, Set.of(Field.URLS, Field.CONTACT, Field.NARRATIVE)));
        assertEquals(List.of(), codes(given, Set.of(Field.URLS)));
        assertEquals(List.of(), codes(given, Set.of()));
    }

    @Test
    @Requirement("R2.5")
    void anotherGroundNeedsALawAndAReason() {
        assertEquals(
                List.of("ground-unknown", "basis-reason-missing"),
                LegalGround.objections(Optional.empty(), " ").stream()
                        .map(Violation::code)
                        .toList());
        assertEquals(
                List.of("ground-unknown"),
                LegalGround.objections(Optional.of(Ground.PERSONS_BENEFIT), "the centre is a private body").stream()
                        .map(Violation::code)
                        .toList());
        assertEquals(List.of(), LegalGround.objections(Optional.of(Ground.LIFE), "命の危険"));
    }

    @Test
    void aNewQuestionTakesNoAnswerAway() {
        Consent question = question();
        Consent no = question.refused(NOW);
        ConsentHistory history = new ConsentHistory(List.of(question, no, question()));

        assertTrue(history.isNo("SIA_HIBO"), "asking again does not make a no go away");
        assertFalse(history.isNo("MOJ_JINKEN"));
        assertEquals(List.of(), history.given());
        assertEquals(1, history.openQuestions().size());
    }

    @Test
    void ofSeveralYesTheNewestCountsUntilItIsTakenBack() {
        Consent question = question();
        Consent yes = question.answered(Set.of(Field.URLS, Field.CONTACT), NOW);
        Consent told = Consent.told(question.consultation(), question.scope(), ASKED, NOW, "sato", null, NOW);
        ConsentHistory history = new ConsentHistory(List.of(question, yes, told));

        assertEquals(Set.of(Field.URLS), yes.fields(), "only what was asked for can be given");
        assertEquals(List.of(told), history.given());
        assertTrue(history.hasAnswerAfter("SIA_HIBO", NOW.minusSeconds(1)));
        assertFalse(history.hasAnswerAfter("SIA_HIBO", NOW));

        ConsentHistory withdrawn = new ConsentHistory(List.of(question, yes, told, told.withdrawn(NOW)));
        assertEquals(List.of(), withdrawn.given());
        assertTrue(withdrawn.isNo("SIA_HIBO"));
    }

    @Test
    void aConversationGoesFromTheQuestionToTheWithdrawal() {
        Consent replaced = question();
        Consent question = question();
        Consent yes = question.answered(Set.of(Field.URLS), NOW);
        Consent told = Consent.told(question.consultation(), question.scope(), ASKED, NOW, "sato", null, NOW);

        assertEquals(List.of("replaced", "asked"), states(replaced, question));
        assertEquals(List.of("replaced", "given"), states(replaced, question, yes));
        assertEquals(List.of("overtaken", "given"), states(question, yes, told));
        assertEquals(List.of("withdrawn"), states(question, yes, yes.withdrawn(NOW)));
        assertEquals(List.of("refused"), states(question, question.refused(NOW)));
    }

    @Test
    void aYesThatCountsLacksWhatTheDeskRequiresAndItLeavesOut() {
        Consent question = question();
        Consent yes = question.answered(Set.of(Field.URLS), NOW);
        List<Field> required = List.of(Field.URLS, Field.CONTACT);

        assertEquals(
                List.of(Field.CONTACT), conversations(question, yes).getLast().lacking(required));
        assertEquals(
                List.of(),
                conversations(question, yes, yes.withdrawn(NOW)).getLast().lacking(required));
        assertEquals(List.of(), conversations(question).getLast().lacking(required));
    }

    @Test
    void anAnswerKeepsTheSentenceThatWasRead() {
        Consent question = question();
        Consent yes = question.readIn(Locale.ENGLISH).answered(Set.of(Field.URLS), NOW);
        Consent no = question.readIn(Locale.FRENCH).refused(NOW);

        assertEquals(List.of(ASKED.getLast()), yes.wordings());
        assertEquals(List.of(ASKED.getLast()), yes.withdrawn(NOW).wordings());
        assertEquals(List.of(ASKED.getFirst()), no.wordings(), "another language reads the first");
        assertEquals(
                ASKED.getLast(),
                conversations(question, yes).getLast().wording(Locale.JAPANESE),
                "what was read stays");
        assertEquals(ASKED.getFirst(), conversations(question).getLast().wording(Locale.JAPANESE));
    }

    private static List<ConsentConversation> conversations(Consent... entries) {
        return new ConsentHistory(List.of(entries)).conversations();
    }

    private static List<String> states(Consent... entries) {
        return conversations(entries).stream().map(one -> one.state().code()).toList();
    }

    @Test
    void aTextEditionExistsFromItsFirstDay() {
        assertTrue(TextEditions.existed("2026-11", LocalDate.of(2026, 11, 1)));
        assertFalse(TextEditions.existed("2026-11", LocalDate.of(2026, 10, 31)));
        assertFalse(TextEditions.existed("no-such-text", LocalDate.of(2026, 11, 24)));
        assertEquals("2026-11", TextEditions.on(LocalDate.of(2026, 11, 24)));
    }

    private static Consent question() {
        return Consent.question(
                new UUID(1, 2), new Consent.Scope("SIA_HIBO", Set.of(Field.URLS), "2026-11"), ASKED, "sato", NOW);
    }

    private static List<String> codes(Decision decision) {
        return codes(Optional.of(consent("SIA_HIBO", decision, Field.URLS)), Set.of(Field.URLS));
    }

    private static List<String> codes(Optional<Consent> newest, Set<Field> fields) {
        return Consent.objections(newest, "SIA_HIBO", fields).stream()
                .map(Violation::code)
                .toList();
    }

    private static Consent consent(String desk, Decision decision, Field... fields) {
        return new Consent(
                new UUID(1, 1),
                new UUID(1, 2),
                new Consent.Scope(desk, Set.of(fields), "2026-11"),
                List.of(),
                decision,
                Consent.How.MAILBOX,
                NOW,
                decision == Decision.ASKED ? null : NOW,
                "sato",
                null,
                null);
    }
}
