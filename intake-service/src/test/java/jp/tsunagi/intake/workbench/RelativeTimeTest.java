package jp.tsunagi.intake.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.testing.RealInfrastructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people say of a time at 15:00 on Tuesday, 24 November 2026, in Japan. */
@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class RelativeTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T14:59:30, たった今",
        "2026-11-24T14:58, 2分前",
        "2026-11-24T12:00, 3時間前",
        "2026-11-24T02:00, きょう 02:00",
        "2026-11-23T17:40, きのう 17:40",
        "2026-11-22T09:00, 11月22日(日)"
    })
    void howLongAgo(LocalDateTime past, String words) {
        assertEquals(words, time().ago(at(past)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T14:00, LATE, 2日 超過, 11月22日(日) まで",
        "2026-11-24T12:00, LATE, 3時間 超過, きょう 12:00 まで",
        "2026-11-24T14:59:50, LATE, 1分 超過, きょう 14:59 まで",
        "2026-11-24T15:28, SOON, 残り 28分, きょう 15:28 まで",
        "2026-11-24T18:00, LATER, 残り 3時間, きょう 18:00 まで",
        "2026-11-25T12:00, LATER, あす 12:00, 11月25日(水) まで",
        "2026-12-01T17:00, LATER, 12月1日(火), 17:00 まで"
    })
    void howLongIsLeft(LocalDateTime due, RelativeTime.Haste haste, String left, String until) {
        assertEquals(haste, time().haste(at(due)));
        assertEquals(left, time().left(at(due)));
        assertEquals(until, time().until(at(due)));
    }

    private static RelativeTime time() {
        Locale japanese = Locale.JAPANESE;
        return new RelativeTime(
                at(LocalDateTime.parse("2026-11-24T15:00")), Messages.in(japanese, QueueMessages.class), japanese);
    }

    private static Instant at(LocalDateTime japan) {
        return japan.atZone(JapanTime.ZONE).toInstant();
    }
}
