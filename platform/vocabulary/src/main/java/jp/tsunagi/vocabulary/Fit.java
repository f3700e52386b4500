package jp.tsunagi.vocabulary;

import jp.tsunagi.platform.code.Coded;

/** How well a contact of a desk fits a need; the best first. */
public enum Fit implements Coded {
    MADE_FOR_IT,
    HELPS_TOO,
    SHOWS_THE_WAY;

    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }
}
