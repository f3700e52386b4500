package jp.tsunagi.referral.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.referral.portal.DueTime.Haste;
import jp.tsunagi.testing.RealInfrastructure;
import jp.tsunagi.vocabulary.ReferralStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(RealInfrastructure.class)
class DueTimeTest {

    /** Thursday, 10:00 in Japan. */
    private static final Instant NOW = Instant.parse("2026-11-26T01:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-12-03T01:00:00Z, LATER, 12月3日(木), あと7日",
        "2026-11-27T08:15:00Z, LATER, あす 17:15, あと1日",
        "2026-11-26T20:00:00Z, SOON, あす 05:00, あと19時間",
        "2026-11-26T03:00:00Z, SOON, きょう 12:00, あと2時間",
        "2026-11-26T01:20:00Z, SOON, きょう 10:20, あと20分",
        "2026-11-26T00:50:00Z, LATE, きょう 09:50, 期限超過 1時間",
        "2026-11-24T01:00:00Z, LATE, 11月24日(火), 期限超過 2日"
    })
    void aDeadlineIsSaidInWords(Instant due, Haste haste, String words, String left) {
        assertEquals(
                new DueTime(haste, words, left),
                DueTime.of(ReferralStatus.REQUESTED, Set.of(), due, NOW, Locale.JAPANESE));
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUESTED", "RECEIVED"})
    void whoWasRemindedIsLateAlthoughTheNextReminderIsNotDue(ReferralStatus status) {
        assertEquals(
                new DueTime(Haste.LATE, "期限を過ぎています", "次のお知らせ 11月30日(月)"),
                DueTime.of(
                        status,
                        Set.of(BusinessStatus.OVERDUE),
                        Instant.parse("2026-11-30T01:00:00Z"),
                        NOW,
                        Locale.JAPANESE));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REQUESTED", "RECEIVED", "ON_HOLD"})
    void noClockRunsForWhatIsDecided(ReferralStatus status) {
        assertEquals(new DueTime(Haste.NONE, "なし", null), DueTime.of(status, Set.of(), NOW, NOW, Locale.JAPANESE));
    }

    @ParameterizedTest
    @EnumSource(names = "ON_HOLD")
    void theClockStandsStillWhileAnAnswerIsAwaited(ReferralStatus status) {
        assertEquals(
                new DueTime(Haste.NONE, "止まっています", null),
                DueTime.of(status, Set.of(BusinessStatus.AWAITING_INFORMATION), null, NOW, Locale.JAPANESE));
    }
}
