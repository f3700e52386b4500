package jp.tsunagi.referral.handover;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a referral stands: the codes of FHIR Task, so that an adapter is one to one. */
public enum Status {
    DRAFT("draft"),
    REQUESTED("requested"),
    RECEIVED("received"),
    ACCEPTED("accepted"),
    IN_PROGRESS("in-progress"),
    ON_HOLD("on-hold"),
    COMPLETED("completed"),
    REJECTED("rejected"),
    CANCELLED("cancelled"),
    FAILED("failed"),
    ENTERED_IN_ERROR("entered-in-error");

    private final String wire;

    Status(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    public static Optional<Status> of(String wire) {
        return Stream.of(values()).filter(status -> status.wire.equals(wire)).findFirst();
    }
}
