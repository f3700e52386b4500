package jp.tsunagi.intake.handover;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** State of one hand-over as intake knows it: the published states of a referral, and those of which only intake knows. */
public enum HandoverStatus implements Coded {
    /** Referral-service has not answered yet. */
    SENDING(Phase.OPEN),
    /** The desk is outside the platform, and nobody has said yet that it was carried there. */
    UNDELIVERED(Phase.OPEN),
    /** Referral-service could not open the referral. */
    NOT_DELIVERED(Phase.CAME_BACK),
    DRAFT(Phase.OPEN),
    REQUESTED(Phase.OPEN),
    RECEIVED(Phase.OPEN),
    ACCEPTED(Phase.OPEN),
    IN_PROGRESS(Phase.OPEN),
    ON_HOLD(Phase.OPEN),
    COMPLETED(Phase.ENDED),
    REJECTED(Phase.CAME_BACK),
    CANCELLED(Phase.CAME_BACK),
    FAILED(Phase.CAME_BACK),
    ENTERED_IN_ERROR(Phase.ENDED);

    private enum Phase {
        OPEN,
        CAME_BACK,
        ENDED
    }

    private final Phase phase;

    @EnumeratedValue
    private final String code = Coded.kebab(name());

    HandoverStatus(Phase phase) {
        this.phase = phase;
    }

    @Override
    public String code() {
        return code;
    }

    public boolean isOpen() {
        return phase == Phase.OPEN;
    }

    /** The other desk will not help: the case is ours again. */
    boolean isBack() {
        return phase == Phase.CAME_BACK;
    }
}
