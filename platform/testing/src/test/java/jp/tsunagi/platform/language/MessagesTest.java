package jp.tsunagi.platform.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.PlatformProblemMessages;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.vocabulary.CodeMessages;
import org.junit.jupiter.api.Test;

/** Every constant that is shown to people has a text in every language, and the text is not the constant's code. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class MessagesTest {

    @Test
    void everyPublishedCodeHasALabel() throws ReflectiveOperationException {
        for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            for (Method list : CodeMessages.class.getMethods()) {
                everyConstantIsLabelled(locale, list);
            }
        }
    }

    private static void everyConstantIsLabelled(Locale locale, Method list) throws ReflectiveOperationException {
        CodeMessages messages = Messages.in(locale, CodeMessages.class);
        Object[] constants = list.getParameterTypes()[0].getEnumConstants();
        for (Object constant : constants) {
            assertIsText(constant, (String) list.invoke(messages, constant));
        }
        assertEquals(true, constants.length > 0);
    }

    @Test
    void everyProblemOfThePlatformHasASentence() {
        for (PlatformProblem problem : PlatformProblem.values()) {
            assertIsText(problem, problem.detail(Locale.JAPANESE));
            assertIsText(problem, problem.detail(Locale.ENGLISH));
        }
        for (Refusal.Kind kind : Refusal.Kind.values()) {
            assertIsText(
                    kind,
                    Messages.in(Locale.ENGLISH, PlatformProblemMessages.class).title(kind));
        }
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

    private static void assertIsText(Object constant, String text) {
        assertFalse(text.isBlank(), constant.toString());
        assertFalse(text.contains("{") || text.equals(constant.toString()), constant + ": " + text);
    }
}
