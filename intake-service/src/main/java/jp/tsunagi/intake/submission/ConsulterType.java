package jp.tsunagi.intake.submission;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who is asking, seen from the person harmed. */
public enum ConsulterType {
    VICTIM_SELF,
    GUARDIAN,
    FAMILY,
    SCHOOL_STAFF,
    AGENT,
    COMPANY,
    PROVIDER,
    PUBLIC_AGENCY,
    THIRD_PARTY,
    /** Received a disclosure request or a removal notice: the other side of somebody's case, so walled off from it. */
    RESPONDENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ConsulterType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findAny();
    }
}
