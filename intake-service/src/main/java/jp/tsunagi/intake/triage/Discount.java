package jp.tsunagi.intake.triage;

import jp.tsunagi.platform.code.Coded;

/** Why words that sound like a sign are none. */
public enum Discount implements Coded {
    /** 死にたいわけではありません: the sentence says that it is not so. */
    NEGATED,
    /** 5年前は…今は元気です: long ago, and better now. */
    LONG_AGO,
    /** 小説の主人公が…: a story, a song, a game. */
    FICTION,
    /** 授業で…, ニュースで…: something taught, studied, reported or asked in general. */
    IN_GENERAL,
    /** 死ぬほど恥ずかしい: words that mean something else together. */
    IDIOM;

    private final String code = Coded.kebab(name());

    @Override
    public String code() {
        return code;
    }
}
