package jp.tsunagi.council.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.platform.page.JapanTime;
import org.jspecify.annotations.Nullable;

/** The few members of other services' events that are counted. Codes stay text: a newer producer may know more. */
sealed interface CountedEvent {

    /** @param categories null in an event that does not change them, as is {@code urgency} */
    record Consultation(
            UUID consultationId,
            String status,
            @Nullable String urgency,
            @Nullable List<String> categories,
            Instant at) implements CountedEvent {

        /** Only a counsellor moves a consultation to one of these. A status that nobody knows here is no such sign. */
        private static final Set<String> REACHED_BY_A_COUNSELLOR =
                Set.of("in-progress", "advised", "referred", "returned", "closed");

        boolean tellsOfACounsellor() {
            return REACHED_BY_A_COUNSELLOR.contains(status);
        }
    }

    /** @param consultationId intake's; null when the origin keeps references of its own */
    record Referral(UUID referralId, @Nullable UUID consultationId, String targetDesk, String status, Instant at)
            implements CountedEvent {}

    record Desk(String desk, String agency, String nameJa, String nameEn) implements CountedEvent {}

    /** Months are months in Japan: what arrives at 23:30 UTC on the 30th belongs to the next one. */
    static LocalDate monthOf(Instant at) {
        return LocalDate.ofInstant(at, JapanTime.ZONE).withDayOfMonth(1);
    }
}
