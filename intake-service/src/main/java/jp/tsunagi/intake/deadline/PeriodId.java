package jp.tsunagi.intake.deadline;

import jakarta.persistence.EnumeratedValue;
import jp.tsunagi.platform.code.Coded;

/** The periods of the catalogue (docs/deadlines.md); legal-periods.tsv has their rules. */
public enum PeriodId implements Coded {
    D1,
    D2,
    D3,
    D4,
    D8,
    D9,
    D10,
    D12,
    D13,
    D14,
    D15,
    D15_LONG,
    D16,
    D17;

    @EnumeratedValue
    private final String code = name().replace('_', '-');

    @Override
    public String code() {
        return code;
    }
}
