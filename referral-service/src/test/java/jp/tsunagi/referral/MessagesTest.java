package jp.tsunagi.referral;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.referral.delivery.DeliveryState;
import jp.tsunagi.referral.desk.Mode;
import jp.tsunagi.referral.details.ReferralKind;
import jp.tsunagi.referral.directory.DirectoryMessages;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.lifecycle.Command.Audience;
import jp.tsunagi.referral.lifecycle.CommandType;
import jp.tsunagi.referral.portal.LifecycleMessages;
import jp.tsunagi.testing.RealInfrastructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No page and no problem ever shows a raw code, in any language. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void everyCodeHasALabel(String language) {
        Locale locale = Locale.forLanguageTag(language);
        LifecycleMessages lifecycle = Messages.in(locale, LifecycleMessages.class);
        labels(CommandType.values(), lifecycle::command);
        labels(BusinessStatus.values(), lifecycle::businessStatus);
        labels(ReferralKind.values(), lifecycle::kind);
        labels(DeliveryState.values(), lifecycle::delivery);
        labels(Audience.values(), lifecycle::audience);
        labels(Mode.values(), Messages.in(locale, DirectoryMessages.class)::mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void everyProblemHasASentence(String language) {
        Locale locale = Locale.forLanguageTag(language);
        for (ReferralProblem problem : ReferralProblem.values()) {
            String sentence = problem.detail(locale);
            assertFalse(sentence.isBlank() || sentence.contains(problem.code()), problem + ": " + sentence);
        }
        List<String> both = Stream.of(Locale.JAPANESE, Locale.ENGLISH)
                .map(ReferralProblem.NOT_YOURS::detail)
                .toList();
        assertNotEquals(both.getFirst(), both.getLast());
    }

    private static <C extends Coded> void labels(C[] codes, Function<C, String> label) {
        for (C code : codes) {
            String text = label.apply(code);
            assertFalse(text == null || text.isBlank(), code + " has no label");
            assertNotEquals(code.code(), text);
        }
    }
}
