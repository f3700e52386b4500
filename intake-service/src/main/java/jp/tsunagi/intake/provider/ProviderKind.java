package jp.tsunagi.intake.provider;

import jp.tsunagi.platform.code.Coded;

/** What a service is for; the last two carry no posts. */
public enum ProviderKind implements Coded {
    SNS,
    VIDEO,
    LIVE,
    BBS,
    QA,
    BLOG,
    REVIEW,
    MESSAGING,
    GAME,
    MARKETPLACE,
    ADULT,
    SEARCH,
    HOSTING,
    REGISTRAR,
    /** Connects people to the internet; asked for the disclosure of a sender only. */
    ACCESS,
    /** Keeps fingerprints of images, so that services refuse them. */
    HASH_SERVICE,
    /** Acts for the person who is harmed. */
    SUPPORT;

    @Override
    public String code() {
        return Coded.kebab(name());
    }
}
