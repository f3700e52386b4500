package jp.tsunagi.council.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import jp.tsunagi.council.membership.CouncilRole;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.testing.Requirement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    @ParameterizedTest
    @CsvSource({
        "INTERNAL, false, false, false, true",
        "MEMBERS, false, false, true, true",
        "OBSERVERS, false, true, true, true",
        "PUBLIC, true, true, true, true"
    })
    @Requirement("R8.11")
    void eachCircleContainsTheOneBeforeIt(
            Visibility circle, boolean anybody, boolean observer, boolean member, boolean secretariat) {
        var publication =
                circle == Visibility.INTERNAL ? Publication.internal() : new Publication(circle, null, NOW, true);

        assertEquals(anybody, publication.isReadableBy(CouncilRole.NONE, NOW));
        assertEquals(observer, publication.isReadableBy(CouncilRole.OBSERVER, NOW));
        assertEquals(member, publication.isReadableBy(CouncilRole.MEMBER, NOW));
        assertEquals(secretariat, publication.isReadableBy(CouncilRole.SECRETARIAT, NOW));
    }

    @Test
    @Requirement("R8.8")
    void anEmbargoHidesUntilItsInstantAndIsAnnouncedThen() {
        var publication = Publication.internal().publish(Visibility.PUBLIC, TOMORROW, NOW);

        assertFalse(publication.isReadableBy(CouncilRole.NONE, TOMORROW.minusNanos(1)));
        assertTrue(publication.isReadableBy(CouncilRole.NONE, TOMORROW));
        assertFalse(publication.isNewsAfter(Publication.internal()));
        assertTrue(publication.announce().isNewsAfter(publication));
        assertFalse(publication.announce().isNewsAfter(publication.announce()));
    }

    @Test
    void theCircleOnlyGrows() {
        var members = Publication.internal().publish(Visibility.MEMBERS, null, NOW);

        assertEquals(
                Visibility.PUBLIC, members.publish(Visibility.PUBLIC, null, NOW).visibility());
        assertEquals("topic-already-published", refusal(members, Visibility.MEMBERS, null));
        assertEquals("embargo-too-late", refusal(members, Visibility.PUBLIC, TOMORROW));
    }

    @Test
    void aPastEmbargoIsRefused() {
        var internal = Publication.internal();

        assertEquals("embargo-past", refusal(internal, Visibility.PUBLIC, NOW));
    }

    private static String refusal(Publication publication, Visibility to, @Nullable Instant embargo) {
        return assertThrows(Refusal.class, () -> publication.publish(to, embargo, NOW))
                .code();
    }
}
