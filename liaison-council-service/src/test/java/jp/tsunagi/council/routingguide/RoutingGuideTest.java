package jp.tsunagi.council.routingguide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoutingGuideTest {

    /** In Japan the next day has begun. */
    private static final Instant NOW = Instant.parse("2026-11-23T16:00:00Z");

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    /** The state machine, written down once more and independently of the switch. */
    private static final Map<String, GuideStatus> ALLOWED =
            Map.of("PROPOSED ADOPT", GuideStatus.ADOPTED, "PROPOSED WITHDRAW", GuideStatus.WITHDRAWN);

    static Stream<Arguments> everyStateWithEveryCommand() {
        return oneOfEachState().stream()
                .flatMap(state -> Stream.of(new GuideCommand.Adopt(), new GuideCommand.Withdraw("誤りがあった"))
                        .map(command -> Arguments.of(state, command)));
    }

    @ParameterizedTest
    @MethodSource("everyStateWithEveryCommand")
    @Requirement("R2.2")
    void aVersionIsDecidedOnce(GuideState state, GuideCommand command) {
        RoutingGuide guide = aGuide(state, TODAY);
        GuideStatus reached = ALLOWED.get(state.status() + " " + command.name());

        if (reached != null) {
            assertEquals(reached, guide.on(command, secondPerson(), NOW).state().status());
        } else {
            var refusal = assertThrows(Refusal.class, () -> guide.on(command, secondPerson(), NOW));
            assertEquals("illegal-transition", refusal.code());
        }
    }

    @ParameterizedTest
    @CsvSource({"ito", "ITO", "ｉｔｏ"})
    @Requirement("R2.5")
    void theAccountThatProposedDoesNotAdoptHoweverItIsSpelled(String account) {
        RoutingGuide guide = aGuide(new GuideState.Proposed(), TODAY);
        var same = new Actor(account, "別の名前", "TOKYO", Set.of("secretariat"));

        var refusal = assertThrows(Refusal.class, () -> guide.on(new GuideCommand.Adopt(), same, NOW));

        assertEquals("second-person-needed", refusal.code());
        assertEquals(
                GuideStatus.WITHDRAWN,
                guide.on(new GuideCommand.Withdraw("誤りがあった"), same, NOW).state().status());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, effective-date-past",
        "2026-11-24, ''",
        "2027-12-29, ''",
        "2027-12-30, effective-date-too-far"
    })
    void theFirstDayIsTodayInJapanOrOneOfTheNextFourHundred(LocalDate day, String code) {
        var content = new RoutingGuide.Content(UUID.randomUUID(), GuideClient.RULES, day);

        assertEquals(code, refusalOf(() -> content.check(NOW)));
    }

    @Test
    void aVersionIsNotAdoptedAfterItsFirstDay() {
        RoutingGuide guide = aGuide(new GuideState.Proposed(), TODAY.minusDays(1));

        assertEquals("effective-date-past", refusalOf(() -> guide.on(new GuideCommand.Adopt(), secondPerson(), NOW)));
    }

    @Test
    void theRowGivesBackEachStateAsItWas() {
        for (GuideState state : oneOfEachState()) {
            var row = new RoutingGuideRow();

            row.store(aGuide(state, TODAY), secondPerson());

            assertEquals(aGuide(state, TODAY), row.guide());
        }
    }

    private static String refusalOf(Runnable asked) {
        try {
            asked.run();
            return "";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private static List<GuideState> oneOfEachState() {
        return List.of(
                new GuideState.Proposed(),
                new GuideState.Adopted("hayashi", NOW),
                new GuideState.Withdrawn("ito", NOW, "誤りがあった"));
    }

    private static RoutingGuide aGuide(GuideState state, LocalDate effectiveFrom) {
        return new RoutingGuide(
                UUID.fromString("0199c0de-0000-7000-8000-000000000031"),
                2,
                new RoutingGuide.Content(
                        UUID.fromString("0199c0de-0000-7000-8000-000000000003"), GuideClient.RULES, effectiveFrom),
                "ito",
                NOW,
                state);
    }

    private static Actor secondPerson() {
        return new Actor("hayashi", "伊藤真", "IHAHO", Set.of("secretariat"));
    }
}
