package jp.tsunagi.council.statistics;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** The little that counting needs of other services' events. */
sealed interface Counted {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Consultation(UUID consultationId, String status, String urgency, List<String> categories, Instant at)
            implements Counted {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Referral(UUID referralId, String targetDesk, String status, Instant at) implements Counted {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Desk(String desk, String agency, String nameJa, String nameEn) implements Counted {}

    /** Months are months in Japan: what arrives at 23:30 UTC on the 30th belongs to the next one. */
    static LocalDate monthOf(Instant at) {
        return YearMonth.from(at.atZone(ZoneId.of("Asia/Tokyo"))).atDay(1);
    }
}
