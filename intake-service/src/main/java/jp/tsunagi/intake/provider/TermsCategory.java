package jp.tsunagi.intake.provider;

import jp.tsunagi.platform.code.Coded;

/** What the terms of a service forbid, in the words by which its report form asks. */
public enum TermsCategory implements Coded {
    HARASSMENT,
    DEFAMATION,
    PRIVACY,
    DOXXING,
    PORTRAIT,
    /** Intimate images without consent. */
    NCII,
    IMPERSONATION,
    /** Copyright and other intellectual property. */
    IP,
    MINORS,
    THREAT,
    HATE,
    SELF_HARM,
    OBSCENE,
    ILLEGAL,
    SPAM,
    PHISHING;

    @Override
    public String code() {
        return Coded.kebab(name());
    }
}
