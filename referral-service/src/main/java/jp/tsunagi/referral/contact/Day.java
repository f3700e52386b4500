package jp.tsunagi.referral.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/** A kind of day in opening hours. A national holiday and the days around New Year are no weekdays. */
enum Day {
    @JsonProperty("mon")
    MON,
    @JsonProperty("tue")
    TUE,
    @JsonProperty("wed")
    WED,
    @JsonProperty("thu")
    THU,
    @JsonProperty("fri")
    FRI,
    @JsonProperty("sat")
    SAT,
    @JsonProperty("sun")
    SUN,
    @JsonProperty("holiday")
    HOLIDAY,
    @JsonProperty("year-end")
    YEAR_END;

    static Day ofWeek(LocalDate date) {
        return values()[date.getDayOfWeek().ordinal()];
    }
}
