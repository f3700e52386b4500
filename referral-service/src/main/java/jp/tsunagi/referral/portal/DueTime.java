package jp.tsunagi.referral.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.JapanTime;
import jp.tsunagi.referral.lifecycle.BusinessStatus;
import jp.tsunagi.vocabulary.ReferralStatus;
import org.jspecify.annotations.Nullable;

/**
 * Until when a desk has to answer, as people say it.
 *
 * @param words the day, or that it is over
 * @param left how much time is left, or by how much it is late; null where no clock runs
 */
record DueTime(Haste haste, String words, @Nullable String left) {

    enum Haste {
        NONE,
        LATER,
        SOON,
        LATE;

        /** The class of the style sheet. */
        public String look() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param due when the desk is reminded next, which after the first reminder is later than what it promised */
    static DueTime of(
            ReferralStatus status, Set<BusinessStatus> marks, @Nullable Instant due, Instant now, Locale locale) {
        PortalMessages texts = Messages.in(locale, PortalMessages.class);
        if (status == ReferralStatus.ON_HOLD) {
            return new DueTime(Haste.NONE, texts.dueStopped(), null);
        }
        if (due == null || (status != ReferralStatus.REQUESTED && status != ReferralStatus.RECEIVED)) {
            return new DueTime(Haste.NONE, texts.dueNone(), null);
        }
        String day = day(due, now, texts, locale);
        if (marks.contains(BusinessStatus.OVERDUE) && due.isAfter(now)) {
            return new DueTime(Haste.LATE, texts.dueOver(), texts.dueReminder(day));
        }
        Duration left = Duration.between(now, due);
        if (left.isNegative()) {
            return new DueTime(Haste.LATE, day, late(left.negated(), texts));
        }
        Haste haste = left.compareTo(Duration.ofHours(24)) < 0 ? Haste.SOON : Haste.LATER;
        return new DueTime(haste, day, left(left, JapanTime.daysBetween(now, due), texts));
    }

    public boolean isLate() {
        return haste == Haste.LATE;
    }

    private static String left(Duration left, long days, PortalMessages texts) {
        if (left.toHours() < 24) {
            return left.toHours() < 1 ? texts.minutesLeft(left.toMinutes()) : texts.hoursLeft(left.toHours());
        }
        return texts.daysLeft(days);
    }

    private static String late(Duration late, PortalMessages texts) {
        return late.toDays() < 1 ? texts.hoursLate(Math.max(1, late.toHours())) : texts.daysLate(late.toDays());
    }

    private static String day(Instant due, Instant now, PortalMessages texts, Locale locale) {
        String clock = JapanTime.clock(due);
        return switch ((int) JapanTime.daysBetween(now, due)) {
            case 0 -> texts.dueToday(clock);
            case 1 -> texts.dueTomorrow(clock);
            default ->
                DateTimeFormatter.ofPattern(texts.dueDayPattern(), locale).format(due.atZone(JapanTime.ZONE));
        };
    }
}
