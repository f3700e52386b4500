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
}
