package jp.tsunagi.vocabulary;

import java.util.Locale;
import jp.tsunagi.platform.code.Coded;

/**
 * What brings a person here, in the person's own words and not by law: the help pages, their addresses and the start
 * page are in this order. Which contact of a desk fits which need is data of the directory.
 */
public enum Need implements Coded {
    TALK,
    THREAT,
    PHOTO,
    ABUSE,
    PRIVACY,
    IMPERSONATION,
    ACCOUNT,
    MONEY,
    LETTER,
    SCHOOL,
    SOMEONE;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A life may depend on it: shown so that it stands out. */
    public boolean isUrgent() {
        return this == TALK || this == THREAT || this == SOMEONE;
    }
}
