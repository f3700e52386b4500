package jp.tsunagi.vocabulary;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** How far what is passed on may travel: Traffic Light Protocol 2.0 (FIRST, August 2022), from free to closest. */
public enum Label implements Coded {
    CLEAR("TLP:CLEAR"),
    GREEN("TLP:GREEN"),
    AMBER("TLP:AMBER"),
    AMBER_STRICT("TLP:AMBER+STRICT"),
    RED("TLP:RED");

    @EnumeratedValue
    private final String code;

    Label(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public boolean isAbove(Label ceiling) {
        return compareTo(ceiling) > 0;
    }

    /** Such a label leaves the receiving agency only with the originator's consent. */
    public boolean needsOriginatorConsent() {
        return isAbove(AMBER);
    }
}
