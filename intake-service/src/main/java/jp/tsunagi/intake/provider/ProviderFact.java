package jp.tsunagi.intake.provider;

import jp.tsunagi.platform.code.Coded;

/** What is told of a provider and may not have been read in a source. */
public enum ProviderFact implements Coded {
    OPERATOR,
    COUNTRY,
    PLACES,
    REMOVAL_CHANNELS,
    TERMS_CATEGORIES,
    LANGUAGES,
    DEMANDS;

    @Override
    public String code() {
        return Coded.kebab(name());
    }
}
