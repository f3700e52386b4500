package jp.tsunagi.vocabulary;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** What a desk achieved. */
public enum Outcome implements Coded {
    ADVISED("advised"),
    DELETION_REQUESTED("deletion-requested-by-agency"),
    CONTENT_REMOVED("content-removed"),
    INVESTIGATED_NO_ACTION("investigated-no-action"),
    CASE_OPENED("case-opened"),
    LEGAL_AID_GRANTED("legal-aid-granted"),
    GUIDANCE_TO_OPERATOR("guidance-to-operator"),
    MEDIATION_DONE("mediation-done"),
    PASSED_ON("passed-on"),
    SUBJECT_DISENGAGED("subject-disengaged"),
    OTHER("other");

    @EnumeratedValue
    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
