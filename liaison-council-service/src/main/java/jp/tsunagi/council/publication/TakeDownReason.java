package jp.tsunagi.council.publication;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** Why a published text was taken down. A code and no sentence: a hurried sentence may say what it is to hide. */
public enum TakeDownReason implements Coded {
    PERSONAL_DATA,
    MISTAKE,
    OUTDATED,
    RIGHTS,
    DECISION;

    @EnumeratedValue
    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }
}
