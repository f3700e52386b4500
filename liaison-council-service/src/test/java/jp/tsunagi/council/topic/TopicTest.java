package jp.tsunagi.council.topic;

import static jp.tsunagi.council.topic.TopicFixtures.NOW;
import static jp.tsunagi.council.topic.TopicFixtures.memberOf;
import static jp.tsunagi.council.topic.TopicFixtures.oneOfEachCommand;
import static jp.tsunagi.council.topic.TopicFixtures.oneOfEachState;
import static jp.tsunagi.council.topic.TopicFixtures.secretariat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.council.topic.Topic.Command;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TopicTest {

    /** The machine of vocabulary.md 3.3, written down once more and independently of the switch. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("PROPOSED Adopt", "ADOPTED"),
            Map.entry("PROPOSED Decline", "DECLINED"),
            Map.entry("PROPOSED Withdraw", "WITHDRAWN"),
            Map.entry("ADOPTED Schedule", "SCHEDULED"),
            Map.entry("ADOPTED Withdraw", "WITHDRAWN"),
            Map.entry("SCHEDULED Discuss", "DISCUSSED"),
            Map.entry("DISCUSSED Decide", "DECIDED"),
            Map.entry("DISCUSSED CarryOver", "CARRIED_OVER"),
            Map.entry("CARRIED_OVER Schedule", "SCHEDULED"),
            Map.entry("DECIDED Close", "CLOSED"));

    static Stream<Arguments> everyStateWithEveryCommandByEverybody() {
        return Stream.of(
                        secretariat(),
                        memberOf("SIA"),
                        memberOf("TOKYO"),
                        new Actor("kimura", "木村舞", "SIA", Set.of("agency-staff")))
                .flatMap(actor -> oneOfEachState().stream()
                        .flatMap(state -> oneOfEachCommand(actor).stream().map(c -> Arguments.of(state, c))));
    }

    @ParameterizedTest
    @MethodSource("everyStateWithEveryCommandByEverybody")
    void aTopicMovesOnlyAsTheCouncilAgreed(Topic state, Command command) {
        boolean mayAsk = command.by().hasRole("secretariat")
                || (command instanceof Command.Withdraw
                        && command.by().hasRole("council-member")
                        && command.by().belongsTo("SIA"));
        String reached =
                ALLOWED.get(TopicStatus.of(state) + " " + command.getClass().getSimpleName());

        if (mayAsk && reached != null) {
            assertEquals(reached, TopicStatus.of(state.on(command, NOW)).name());
        } else {
            var refusal = assertThrows(Refusal.class, () -> state.on(command, NOW));
            assertEquals(mayAsk ? "topic-state" : "topic-not-yours", refusal.code());
        }
    }

    @Test
    void aDecisionWithoutItsTextIsRefused() {
        var refusal = assertThrows(Refusal.class, () -> new Command.Decide(secretariat(), " "));

        assertEquals("/note", refusal.errors().getFirst().pointer());
    }

    @Test
    void theRowGivesBackEachStateAsItWas() {
        for (Topic state : oneOfEachState()) {
            var row = new TopicRow();

            row.store(state);

            assertEquals(state, row.topic());
        }
    }
}
