package jp.tsunagi.referral.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.tsunagi.platform.page.Form;
import jp.tsunagi.referral.decision.CommandShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionFormTest {

    @ParameterizedTest
    @EnumSource(value = CommandShape.class, mode = EnumSource.Mode.EXCLUDE, names = "FORWARD")
    void aPageAsksForMembersOfTheBodyOfItsCommandAndNothingElse(CommandShape shape) {
        Set<String> members = Arrays.stream(shape.body().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        Set<String> others = new TreeSet<>(DecisionForm.fields(shape));
        others.removeAll(members);

        assertEquals(Set.of(), others);
        assertEquals(shape.body(), DecisionForm.read(shape, Form.blank()).getClass());
    }

    @Test
    void onlyPassingOnIsNotOnAPage() {
        assertEquals(
                List.of(CommandShape.FORWARD),
                Arrays.stream(CommandShape.values())
                        .filter(shape -> !DecisionForm.isOnPages(shape))
                        .toList());
    }
}
