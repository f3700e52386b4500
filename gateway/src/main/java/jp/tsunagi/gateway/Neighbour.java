package jp.tsunagi.gateway;

import java.util.Locale;

/** A service behind the gateway. */
public enum Neighbour {
    INTAKE,
    REFERRAL,
    COUNCIL;

    /** Its name in settings, logs and documents. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
