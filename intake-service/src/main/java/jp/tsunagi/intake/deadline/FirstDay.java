package jp.tsunagi.intake.deadline;

import jp.tsunagi.platform.code.Coded;

/** Whether the day of the event counts. */
public enum FirstDay implements Coded {
    /** Civil Code, article 140; Code of Criminal Procedure, article 55 (1). */
    EXCLUDED,
    /** Prescription of a prosecution: Code of Criminal Procedure, article 55 (1), proviso. */
    COUNTS;

    @Override
    public String code() {
        return Coded.kebab(name());
    }
}
