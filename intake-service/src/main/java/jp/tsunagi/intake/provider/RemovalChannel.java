package jp.tsunagi.intake.provider;

import jp.tsunagi.platform.code.Coded;

/** How a service takes a request for removal. */
public enum RemovalChannel implements Coded {
    WEB_FORM,
    IN_APP_REPORT,
    MAIL,
    POST,
    /** A form of the provider that is filled in and sent. */
    PROVIDER_FORM;

    @Override
    public String code() {
        return Coded.kebab(name());
    }
}
