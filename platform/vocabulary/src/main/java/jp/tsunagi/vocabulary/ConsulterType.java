package jp.tsunagi.vocabulary;

import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import jp.tsunagi.platform.code.Coded;

/** Who is asking, seen from the person harmed. */
public enum ConsulterType implements Coded {
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
    RESPONDENT,
    /** The consulter did not say. */
    UNANSWERED;

    @EnumeratedValue
    private final String code = name().toLowerCase(Locale.ROOT);

    @Override
    public String code() {
        return code;
    }
}
