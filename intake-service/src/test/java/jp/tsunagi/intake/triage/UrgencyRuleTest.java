package jp.tsunagi.intake.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.intake.SampleCase;
import jp.tsunagi.intake.submission.Danger;
import jp.tsunagi.intake.submission.RawSubmission;
import jp.tsunagi.intake.submission.Submission;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UrgencyRuleTest {

    static Stream<SampleCase> cases() {
        return SampleCase.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theThirteenCasesGetTheUrgencyExpertsGave(SampleCase one) {
        assertEquals(
                one.text("urgency"),
                UrgencyRule.suggest(one.submission()).urgency().code());
    }

    @Test
    void dangerInTheTextOverridesTheCategoryChosen() {
        var suggestion = UrgencyRule.suggest(told("もう死にたいです", Danger.NO, Category.OTHER));

        assertEquals(Urgency.EMERGENCY, suggestion.urgency());
        assertEquals(
                List.of("words-of-danger"),
                suggestion.urgencyReasons().stream().map(UrgencyRule::code).toList());
    }

    @Test
    void everyRuleThatSaysTheSameIsAReason() {
        var suggestion = UrgencyRule.suggest(told("助けて", Danger.YES, Category.SUICIDE_RISK, Category.NCII));

        assertEquals(
                List.of("danger-now", "life-at-risk"),
                suggestion.urgencyReasons().stream().map(UrgencyRule::code).toList());
    }

    @Test
    void anOrdinaryCaseNeedsNoReason() {
        var suggestion = UrgencyRule.suggest(told("悪口を書かれました", Danger.NO, Category.DEFAMATION));

        assertEquals(Urgency.NORMAL, suggestion.urgency());
        assertEquals(List.of(), suggestion.urgencyReasons());
    }

    private static Submission told(String text, Danger danger, Category... categories) {
        return Submission.read(new RawSubmission(null, text, List.of(categories), null, danger, null, null));
    }

    @Test
    void whatIsWrittenLaterCanOnlyMakeItMoreUrgent() {
        Assessment normal = new Assessment(Urgency.NORMAL, List.of());
        Assessment emergency = new Assessment(Urgency.EMERGENCY, List.of(UrgencyRule.SEXTORTION));

        assertEquals(normal, UrgencyRule.reconsider(normal, "ありがとうございました"));
        assertEquals(
                new Assessment(Urgency.EMERGENCY, List.of(UrgencyRule.WORDS_OF_DANGER)),
                UrgencyRule.reconsider(normal, "もう死にたい"));
        assertEquals(emergency, UrgencyRule.reconsider(emergency, "ありがとうございました"));
        assertEquals(
                List.of(UrgencyRule.SEXTORTION, UrgencyRule.WORDS_OF_DANGER),
                UrgencyRule.reconsider(emergency, "もう死にたい").urgencyReasons());
    }
}
