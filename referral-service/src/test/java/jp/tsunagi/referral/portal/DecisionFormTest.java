package jp.tsunagi.referral.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.referral.decision.CommandRequest.MarkInErrorInput;
import jp.tsunagi.referral.decision.CommandShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionFormTest {

    @ParameterizedTest
    @EnumSource(CommandShape.class)
    void aFormIsReadIntoTheBodyOfItsCommand(CommandShape shape) {
        assertEquals(shape.body(), DecisionForm.read(shape, Form.blank()).getClass());
    }

    @Test
    void onePressIsEnoughWhereNothingHasToBeSaid() {
        Set<CommandShape> onePress = EnumSet.allOf(CommandShape.class).stream()
                .filter(shape -> DecisionForm.fields(shape, false).isEmpty())
                .collect(Collectors.toSet());

        assertEquals(
                EnumSet.of(
                        CommandShape.SEND,
                        CommandShape.DISCARD,
                        CommandShape.ACKNOWLEDGE,
                        CommandShape.ACCEPT,
                        CommandShape.START,
                        CommandShape.RESUME,
                        CommandShape.ACCEPT_RETURN,
                        CommandShape.CONFIRM_CANCEL),
                onePress);
    }

    @Test
    void whoSpeaksForADeskSaysHowItGotThere() {
        assertEquals(Set.of("channel", "takenBy"), DecisionForm.fields(CommandShape.ACKNOWLEDGE, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0199c0de", "0199c0de000070008000000000000001abcd", "------------------------------------"})
    void whatIsNoIdConfirmsNothing(String typed) {
        Form form = Form.filled(Map.of("note", "誤り", "confirm", typed));

        assertEquals(new MarkInErrorInput("誤り", null), DecisionForm.read(CommandShape.MARK_IN_ERROR, form));
    }
}
