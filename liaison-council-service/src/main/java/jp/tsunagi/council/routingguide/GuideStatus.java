package jp.tsunagi.council.routingguide;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** The name of the state of a version of the routing guide. */
public enum GuideStatus implements Coded {
    PROPOSED,
    ADOPTED,
    WITHDRAWN;

    @EnumeratedValue
    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }
}
