package jp.tsunagi.platform.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import jp.tsunagi.platform.problem.Refusal;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final Refusal REFUSAL =
            new Refusal(SampleProblem.INPUT_UNMET).at("/urls/0", SampleProblem.ADDRESS_MISSING);

    @Test
    void whatWasTypedIsKeptWordForWord() {
        Form form = Form.sent(typed("url", "ｈｔｔｐｓ：／／ｘ", "kind", "a"));

        assertEquals("ｈｔｔｐｓ：／／ｘ", form.value("url"));
        assertTrue(form.chosen("kind", "a"));
        assertFalse(form.chosen("kind", "b"));
        assertEquals("", form.value("nothing"));
    }

    @Test
    void aKeyThatWasSentComesBackUntilTheFormIsRefused() {
        Form form = Form.sent(typed(Form.KEY, "k1"));

        assertEquals("k1", form.key());
        assertNotEquals("k1", form.refused(REFUSAL, Locale.JAPANESE).key());
    }

    @Test
    void aPointerShowsItsSentenceAtTheField() {
        Form form = Form.blank().refused(REFUSAL, Locale.ENGLISH);

        assertTrue(form.isRefused());
        assertEquals("Enter an address.", form.error("urls"));
        assertNull(form.error("other"));
    }

    @Test
    void aPointerIntoAnObjectIsAboutTheFieldOfThatName() {
        Refusal nested =
                new Refusal(SampleProblem.INPUT_UNMET).at("/consulter/a~1b/0/2", SampleProblem.ADDRESS_MISSING);

        assertEquals(
                "Enter an address.",
                Form.blank().refused(nested, Locale.ENGLISH).error("a/b"));
    }

    @Test
    void aRefusalWithoutPointersIsAboutTheWholeForm() {
        Form form = Form.blank().refused(new Refusal(SampleProblem.TAKEN), Locale.JAPANESE);

        assertEquals(List.of(new Form.FieldError("", "<b>受理済み</b>です。")), form.errors());
    }

    private static MultivaluedMap<String, String> typed(String... pairs) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.add(pairs[i], pairs[i + 1]);
        }
        return fields;
    }
}
