package jp.tsunagi.council.topic;

import static jp.tsunagi.council.topic.TopicFixtures.NOW;
import static jp.tsunagi.council.topic.TopicFixtures.aTopic;
import static jp.tsunagi.council.topic.TopicFixtures.memberOf;
import static jp.tsunagi.council.topic.TopicFixtures.oneOfEachState;
import static jp.tsunagi.council.topic.TopicFixtures.oneOfEachTransition;
import static jp.tsunagi.council.topic.TopicFixtures.secretariat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.council.publication.Review;
import jp.tsunagi.council.publication.Visibility;
import jp.tsunagi.platform.identity.Actor;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TopicTest {

    /** The state machine, written down once more and independently of the switch. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("proposed adopt", "adopted"),
            Map.entry("proposed decline", "declined"),
            Map.entry("proposed withdraw", "withdrawn"),
            Map.entry("adopted schedule", "scheduled"),
            Map.entry("adopted withdraw", "withdrawn"),
            Map.entry("scheduled discuss", "discussed"),
            Map.entry("discussed decide", "decided"),
            Map.entry("discussed carry-over", "carried-over"),
            Map.entry("carried-over schedule", "scheduled"),
            Map.entry("decided close", "closed"));

    static Stream<Arguments> everyStateWithEveryTransitionByEverybody() {
        return Stream.of(
                        secretariat(),
                        memberOf("SIA"),
                        memberOf("TOKYO"),
                        new Actor("kimura", "木村舞", "SIA", Set.of("agency-staff")))
                .flatMap(actor -> oneOfEachState().stream()
                        .flatMap(state -> oneOfEachTransition().stream().map(t -> Arguments.of(state, t, actor))));
    }

    @ParameterizedTest
    @MethodSource("everyStateWithEveryTransitionByEverybody")
    @Requirement({"R2.2", "R8.1"})
    void aTopicMovesOnlyAsTheCouncilAgreed(TopicState state, TopicCommand.Transition transition, Actor by) {
        boolean mayAsk = by.hasRole("secretariat")
                || (transition instanceof TopicCommand.Withdraw && by.hasRole("council-member") && by.belongsTo("SIA"));
        String reached = ALLOWED.get(code(state) + " " + transition.name().code());
        Topic topic = aTopic(state);

        if (mayAsk && reached != null) {
            assertEquals(reached, code(topic.on(transition, by, NOW).state()));
        } else {
            var refusal = assertThrows(Refusal.class, () -> topic.on(transition, by, NOW));
            assertEquals(mayAsk ? "illegal-transition" : "topic-not-yours", refusal.code());
        }
    }

    @Test
    void aStateOffersWhatItsSwitchTakes() {
        for (TopicState state : oneOfEachState()) {
            Set<TopicCommand.Name> taken = oneOfEachTransition().stream()
                    .filter(transition -> isTaken(state, transition))
                    .map(TopicCommand::name)
                    .collect(Collectors.toSet());

            assertEquals(taken, Set.copyOf(state.moves()), code(state));
        }
    }

    private static boolean isTaken(TopicState state, TopicCommand.Transition transition) {
        try {
            state.on(transition, NOW);
            return true;
        } catch (Refusal refusal) {
            assertEquals("illegal-transition", refusal.code());
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TopicStatus.class,
            names = {"DECLINED", "WITHDRAWN"})
    void aTopicThatEndedEarlyIsNotPublished(TopicStatus status) {
        Topic topic = aTopic(oneOfEachState().stream()
                .filter(state -> TopicFields.of(state).status() == status)
                .findFirst()
                .orElseThrow());
        var publish = new TopicCommand.RequestPublication(Visibility.PUBLIC, null);

        var refusal = assertThrows(Refusal.class, () -> topic.on(publish, secretariat(), NOW));

        assertEquals("topic-not-publishable", refusal.code());
    }

    @Test
    void onlyTheSecretariatPublishesAndOnlyTheProposerOrTheSecretariatRevises() {
        Topic topic = aTopic(new TopicState.Proposed(NOW));
        var publish = new TopicCommand.RequestPublication(Visibility.PUBLIC, null);
        var revise = new TopicCommand.Revise(new Topic.Text("別の名前", "別の文"));

        assertEquals(
                "別の名前", topic.on(revise, memberOf("SIA"), NOW).proposal().text().title());
        assertThrows(Refusal.class, () -> topic.on(revise, memberOf("TOKYO"), NOW));
        assertThrows(Refusal.class, () -> topic.on(publish, memberOf("SIA"), NOW));
    }

    @Test
    @Requirement("R2.5")
    void anotherAccountThanThoseWhoWroteOrAskedPublishes() {
        Topic topic = aTopic(new TopicState.Discussed(NOW, TopicFixtures.MEETING))
                .on(new TopicCommand.Decide("窓口の一覧を直す"), new Actor("abe", "別の人", "IHAHO", Set.of("secretariat")), NOW)
                .on(new TopicCommand.RequestPublication(Visibility.PUBLIC, null), secretariat(), NOW);
        var publish = new TopicCommand.Publish(List.of());

        for (String account : List.of("member", "abe", "ito", "ITO")) {
            var insider = new Actor(account, "だれか", "TOKYO", Set.of("secretariat"));
            assertEquals(
                    "second-person-needed",
                    assertThrows(Refusal.class, () -> topic.on(publish, insider, NOW))
                            .code());
        }
        // A namesake of the one who asked, with an account of their own.
        assertEquals(
                Visibility.PUBLIC,
                topic.on(publish, TopicFixtures.secondPerson(), NOW)
                        .publication()
                        .visibility());
    }

    @Test
    void whatTheScanFindsIsAcknowledgedOneByOne() {
        Topic topic = aTopic(new TopicState.Discussed(NOW, TopicFixtures.MEETING))
                .on(new TopicCommand.Decide("090-1234-5678 の佐藤さんに連絡する"), secretariat(), NOW)
                .on(new TopicCommand.RequestPublication(Visibility.PUBLIC, null), secretariat(), NOW);
        var half = new TopicCommand.Publish(List.of("/note:1:phone-number", "/body:1:person-name"));
        var all = new TopicCommand.Publish(List.of("/note:1:phone-number", "/note:1:person-name"));

        var refusal = assertThrows(Refusal.class, () -> topic.on(half, TopicFixtures.secondPerson(), NOW));
        assertEquals(1, refusal.violations().size());
        assertEquals("person-name", refusal.violations().getFirst().code());
        assertTrue(
                topic.on(all, TopicFixtures.secondPerson(), NOW).publication().isPublished());
    }

    @Test
    void theRowGivesBackEachStateAsItWas() {
        for (TopicState state : oneOfEachState()) {
            var row = new TopicRow();

            row.store(aTopic(state), secretariat(), NOW);

            assertEquals(aTopic(state), row.topic());

            Topic asked = aTopic(state);
            var request = new Review.Request(Visibility.MEMBERS, NOW, "ito", NOW);
            asked = new Topic(
                    asked.proposal(), state, asked.publication(), new Review("member", "ito", false, request));
            row.store(asked, secretariat(), NOW);
            assertEquals(asked, row.topic());
        }
    }

    private static String code(TopicState state) {
        return TopicFields.of(state).status().code();
    }
}
