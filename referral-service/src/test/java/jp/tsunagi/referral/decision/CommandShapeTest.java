package jp.tsunagi.referral.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import jp.tsunagi.referral.lifecycle.CommandType;
import org.junit.jupiter.api.Test;

class CommandShapeTest {

    @Test
    void agenciesGiveEveryCommandButThoseOfTheTimer() {
        assertEquals(
                List.copyOf(EnumSet.complementOf(EnumSet.of(CommandType.ESCALATE, CommandType.EXPIRE))),
                Arrays.stream(CommandShape.values()).map(CommandShape::type).toList());
    }
}
