package jp.tsunagi.intake.provider;

import jp.tsunagi.platform.code.Coded;

/**
 * Whether the minister has designated a service as a large one (Act No. 137 of 2001, Article 21 as of 2026-11, Article 20 in
 * 2025): it must answer a request within days.
 */
public enum DesignationStatus implements Coded {
    DESIGNATED,
    NOT_DESIGNATED,
    /** It is in no list that we have seen, and later lists may have it: no deadline is promised. */
    UNKNOWN;

    @Override
    public String code() {
        return Coded.kebab(name());
    }
}
