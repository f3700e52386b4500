package jp.tsunagi.intake.provider;

import jp.tsunagi.platform.code.Coded;

/** How far what we know of a provider can be relied on today. */
public enum VerificationStatus implements Coded {
    /** A person has looked within the last twelve months. */
    CONFIRMED,
    /** It was read in a source of the last twelve months, and no person of ours has looked. */
    FROM_SOURCE,
    /** It was read or confirmed longer ago, or nobody knows when. */
    STALE,
    /** General knowledge: no source was read. */
    UNVERIFIED;

    @Override
    public String code() {
        return Coded.kebab(name());
    }
}
