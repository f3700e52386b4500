package jp.tsunagi.referral.disclosure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/** How far what is passed on may travel: Traffic Light Protocol 2.0 (FIRST, August 2022), from free to closest. */
public enum Label {
    CLEAR("TLP:CLEAR"),
    GREEN("TLP:GREEN"),
    AMBER("TLP:AMBER"),
    AMBER_STRICT("TLP:AMBER+STRICT"),
    RED("TLP:RED");

    private final String wire;

    Label(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    public static Optional<Label> of(String wire) {
        return Stream.of(values()).filter(label -> label.wire.equals(wire)).findFirst();
    }

    public boolean isAbove(Label ceiling) {
        return compareTo(ceiling) > 0;
    }

    /** Such a label leaves the receiving agency only with the originator's yes (vocabulary 3.4). */
    public boolean needsOriginatorsYes() {
        return isAbove(AMBER);
    }
}
