package jp.tsunagi.referral.disclosure;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** Why we believe that the ground of a disclosure exists. */
public enum BasisEvidence implements Coded {
    /** Intake keeps the consent or the approval, and signed what it handed over on it. */
    SIGNED_BY_INTAKE("signed-by-intake"),

    /** The agency keeps records of its own and answers for what it states about them. */
    VOUCHED_BY_AGENCY("vouched-by-agency");

    @EnumeratedValue
    private final String code;

    BasisEvidence(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
