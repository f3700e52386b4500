package jp.tsunagi.intake.submission;

import java.util.Arrays;
import java.util.Optional;

/** How old the person harmed is, cut where the law cuts: under 14, under 16 and under 18 stay tellable. */
public enum AgeBand {
    TO_12("0-12", true),
    TO_15("13-15", true),
    TO_17("16-17", true),
    TO_19("18-19", false),
    TWENTIES("20-29", false),
    THIRTIES("30-39", false),
    FORTIES("40-49", false),
    FIFTIES("50-59", false),
    SIXTIES("60-69", false),
    FROM_70("70+", false),
    UNKNOWN("unknown", false),
    NOT_APPLICABLE("n/a", false);

    private final String code;
    private final boolean minor;

    AgeBand(String code, boolean minor) {
        this.code = code;
        this.minor = minor;
    }

    public String code() {
        return code;
    }

    /** Under 18: 民法 4 (since 2022-04-01) and 児童福祉法 4. */
    public boolean isMinor() {
        return minor;
    }

    public static Optional<AgeBand> of(String code) {
        return Arrays.stream(values()).filter(band -> band.code.equals(code)).findAny();
    }
}
