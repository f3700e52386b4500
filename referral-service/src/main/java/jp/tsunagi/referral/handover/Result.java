package jp.tsunagi.referral.handover;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/** What a desk achieved (結果区分). */
public enum Result {
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

    private final String wire;

    Result(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    public static Optional<Result> of(String wire) {
        return Stream.of(values()).filter(result -> result.wire.equals(wire)).findFirst();
    }
}
