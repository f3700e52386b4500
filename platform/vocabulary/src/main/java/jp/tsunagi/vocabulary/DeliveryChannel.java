package jp.tsunagi.vocabulary;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** How a referral got to a desk outside the platform. */
public enum DeliveryChannel implements Coded {
    /** The origin phoned and told it. */
    BY_PHONE,
    /** The origin handed it in, or the desk fetched it. */
    IN_PERSON,
    /** The origin sent it, by post or through the desk's own form. */
    SENT,
    /** The consulter called the desk or went there. */
    BY_THE_PERSON;

    @EnumeratedValue
    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }
}
