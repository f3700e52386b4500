package jp.tsunagi.intake.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.vocabulary.Urgency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours run day and night; business days jump over the night, the weekend and holidays. All times are Japan's. */
class ResponseTargetsTest {

    @ParameterizedTest
    @CsvSource({
        "EMERGENCY, 2026-11-28T23:40, 2026-11-29T00:40",
        // A Tuesday at work, after work, a Friday after work, and the Sunday before a holiday.
        "HIGH, 2026-11-24T09:00, 2026-11-24T17:00",
        "HIGH, 2026-11-24T17:00, 2026-11-25T17:00",
        "HIGH, 2026-11-27T18:00, 2026-11-30T17:00",
        "HIGH, 2026-11-22T10:00, 2026-11-24T17:00",
        "NORMAL, 2026-11-24T09:00, 2026-11-27T17:00",
        "NORMAL, 2026-11-28T09:00, 2026-12-02T17:00",
        // The holiday is Monday, 23 November.
        "NORMAL, 2026-11-20T20:00, 2026-11-26T17:00",
        "LOW, 2026-12-31T09:00, 2027-01-06T17:00",
        // Before the first line holds.
        "EMERGENCY, 2025-01-01T09:00, 2025-01-01T10:00"
    })
    void aTargetEndsWhenThePersonShouldHaveHeard(Urgency urgency, LocalDateTime told, LocalDateTime due) {
        assertEquals(at(due), ResponseTargets.due(urgency, at(told)));
    }

    private static Instant at(LocalDateTime japan) {
        return japan.atZone(JapanTime.ZONE).toInstant();
    }
}
