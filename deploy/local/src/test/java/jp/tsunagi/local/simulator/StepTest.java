package jp.tsunagi.local.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepTest {
    private static final List<String> OPEN = List.of("accept", "reject", "ask-information");

    @Test
    void aReferralIsAcknowledgedFirst() {
        assertEquals("acknowledge", command(List.of("acknowledge", "accept", "reject")));
    }

    @Test
    void itsWholeWayEndsWithAnOutcome() {
        assertEquals("start", command(List.of("start", "hold", "complete")));
        assertEquals("complete", command(List.of("hold", "complete", "fail")));
    }

    @Test
    void nothingIsTriedThatIsNotAllowed() {
        assertEquals(Optional.empty(), Step.next("r1", List.of("resume"), false, "PPC"));
    }

    @Test
    void amongManyReferralsEveryKindOfAnswerOccursAndMostAreAccepted() {
        var answers = IntStream.range(0, 200)
                .mapToObj(i -> UUID.nameUUIDFromBytes(new byte[] {(byte) i}).toString())
                .map(id -> Step.next(id, OPEN, false, "PPC").orElseThrow().command())
                .collect(Collectors.groupingBy(command -> command, Collectors.counting()));

        assertEquals(new TreeSet<>(OPEN), new TreeSet<>(answers.keySet()));
        assertTrue(answers.get("accept") > 100);
    }

    @Test
    void itAsksBackOnlyOnce() {
        var asking = IntStream.range(0, 200)
                .mapToObj(Integer::toString)
                .filter(id -> Step.next(id, OPEN, false, "PPC")
                        .orElseThrow()
                        .command()
                        .equals("ask-information"))
                .findFirst()
                .orElseThrow();

        assertEquals(
                "accept", Step.next(asking, OPEN, true, "PPC").orElseThrow().command());
    }

    private static String command(List<String> allowed) {
        return Step.next("r1", allowed, false, "PPC").orElseThrow().command();
    }
}
