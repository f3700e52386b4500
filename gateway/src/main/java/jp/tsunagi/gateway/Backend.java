package jp.tsunagi.gateway;

import java.util.Locale;

/** A service behind the gateway. */
public enum Backend {
    INTAKE,
    REFERRAL,
    COUNCIL;

    /** Its name in settings, logs and addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the gateway publishes the service's OpenAPI document. */
    public String openApi() {
        return "/openapi/" + id() + ".json";
    }
}
