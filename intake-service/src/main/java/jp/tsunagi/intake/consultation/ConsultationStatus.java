package jp.tsunagi.intake.consultation;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** Name of the state of a {@link Consultation}. */
public enum ConsultationStatus implements Coded {
    RECEIVED,
    IN_PROGRESS,
    ADVISED,
    REFERRED,
    RETURNED,
    CLOSED;

    @EnumeratedValue
    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }
}
