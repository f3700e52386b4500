package jp.tsunagi.council.publication;

import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import jp.tsunagi.council.membership.CouncilRole;
import jp.tsunagi.platform.code.Coded;

/** The circle that may read a topic; each circle contains those before it. */
public enum Visibility implements Coded {
    INTERNAL(CouncilRole.SECRETARIAT),
    MEMBERS(CouncilRole.MEMBER),
    OBSERVERS(CouncilRole.OBSERVER),
    PUBLIC(CouncilRole.NONE);

    @EnumeratedValue
    private final String code = name().toLowerCase(Locale.ROOT);

    private final CouncilRole lowest;

    Visibility(CouncilRole lowest) {
        this.lowest = lowest;
    }

    @Override
    public String code() {
        return code;
    }

    boolean includes(CouncilRole reader) {
        return reader.compareTo(lowest) >= 0;
    }

    public boolean isWiderThan(Visibility other) {
        return compareTo(other) > 0;
    }
}
