package jp.tsunagi.referral.delivery;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** Whether a referral has reached its desk or waits to be carried there. */
public enum DeliveryState implements Coded {
    DELIVERED("delivered"),
    TO_CARRY("to-carry");

    @EnumeratedValue
    private final String code;

    DeliveryState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
