package jp.tsunagi.platform.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.page.LayoutMessages;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.PlatformProblemMessages;
import jp.tsunagi.testing.MessageRules;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.vocabulary.CodeMessages;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class MessagesTest {

    @Test
    void everyConstantHasATextInEveryLanguage() {
        MessageRules.everyConstantHasAText(
                List.of(CodeMessages.class, PlatformProblemMessages.class, LayoutMessages.class));
    }

    @Test
    void aLanguageWithoutAFileGetsTheDefaultLanguage() {
        assertEquals(PlatformProblem.NOT_NULL.detail(Locale.JAPANESE), PlatformProblem.NOT_NULL.detail(Locale.FRENCH));
    }

    @Test
    void momentsAreShownInJapansTimeWithTheWeekday() {
        Instant evening = Instant.parse("2026-11-23T15:02:00Z");

        assertEquals("2026年11月24日(火) 00:02", JapanTime.jst(evening, null));
        assertEquals("Tue 24 Nov 2026, 00:02 JST", JapanTime.jst(evening, Locale.ENGLISH));
        assertEquals("2026年12月1日(火)", JapanTime.jst(LocalDate.of(2026, 12, 1), Locale.JAPANESE));
    }
}
