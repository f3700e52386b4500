package jp.tsunagi.intake.awareness;

import jp.tsunagi.platform.code.Coded;

/** How a material comes. */
public enum MaterialForm implements Coded {
    SITE,
    PDF,
    VIDEO,
    /** Somebody comes and speaks. */
    LECTURE;

    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }
}
