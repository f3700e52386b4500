package jp.tsunagi.council.topic;

import static jp.tsunagi.council.topic.TopicFixtures.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import jp.tsunagi.council.membership.Standing;
import jp.tsunagi.platform.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationTest {

    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    @ParameterizedTest
    @CsvSource({
        "INTERNAL, false, false, false, true",
        "MEMBERS, false, false, true, true",
        "OBSERVERS, false, true, true, true",
        "PUBLIC, true, true, true, true"
    })
    void eachCircleContainsTheOneBeforeIt(
            Visibility circle, boolean anybody, boolean observer, boolean member, boolean secretariat) {
        var publication =
                circle == Visibility.INTERNAL ? Publication.internal() : new Publication(circle, null, NOW, true);

        assertEquals(anybody, publication.isReadableBy(Standing.NONE, NOW));
        assertEquals(observer, publication.isReadableBy(Standing.OBSERVER, NOW));
        assertEquals(member, publication.isReadableBy(Standing.MEMBER, NOW));
        assertEquals(secretariat, publication.isReadableBy(Standing.SECRETARIAT, NOW));
    }

    @Test
    void anEmbargoHidesUntilItsInstantAndIsAnnouncedThen() {
        var publication = Publication.internal().publish(Visibility.PUBLIC, TOMORROW, TopicStatus.PROPOSED, NOW);

        assertFalse(publication.isReadableBy(Standing.NONE, TOMORROW.minusNanos(1)));
        assertTrue(publication.isReadableBy(Standing.NONE, TOMORROW));
        assertFalse(publication.isDue(TOMORROW.minusNanos(1)));
        assertTrue(publication.isDue(TOMORROW));
        assertFalse(publication.announce().isDue(TOMORROW));
    }

    @Test
    void theCircleOnlyGrows() {
        var members = Publication.internal().publish(Visibility.MEMBERS, null, TopicStatus.PROPOSED, NOW);

        assertEquals(
                Visibility.PUBLIC,
                members.publish(Visibility.PUBLIC, null, TopicStatus.PROPOSED, NOW)
                        .visibility());
        assertEquals("topic-already-published", refusal(members, Visibility.MEMBERS, null, TopicStatus.PROPOSED));
        assertEquals("embargo-too-late", refusal(members, Visibility.PUBLIC, TOMORROW, TopicStatus.PROPOSED));
    }

    @Test
    void aPastEmbargoAndATopicThatEndedEarlyAreRefused() {
        var internal = Publication.internal();

        assertEquals("embargo-past", refusal(internal, Visibility.PUBLIC, NOW, TopicStatus.PROPOSED));
        assertEquals("topic-not-publishable", refusal(internal, Visibility.PUBLIC, null, TopicStatus.DECLINED));
        assertEquals("topic-not-publishable", refusal(internal, Visibility.PUBLIC, null, TopicStatus.WITHDRAWN));
    }

    private static String refusal(Publication publication, Visibility to, Instant embargo, TopicStatus status) {
        return assertThrows(Refusal.class, () -> publication.publish(to, embargo, status, NOW))
                .code();
    }
}
