package jp.tsunagi.council.topic;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** The name of a topic's state. */
public enum TopicStatus implements Coded {
    PROPOSED,
    ADOPTED,
    SCHEDULED,
    DISCUSSED,
    DECIDED,
    CARRIED_OVER,
    CLOSED,
    DECLINED,
    WITHDRAWN;

    @EnumeratedValue
    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }

    /** Returns true when the council has decided something that can be carried out. */
    public boolean isDecided() {
        return this == DECIDED || this == CLOSED;
    }
}
