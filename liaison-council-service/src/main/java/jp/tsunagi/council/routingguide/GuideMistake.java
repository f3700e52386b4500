package jp.tsunagi.council.routingguide;

import java.util.Locale;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.problem.LocalizedValue;

/** Why a text can be no routing guide, whatever its rules say. */
public enum GuideMistake implements Coded, LocalizedValue {
    NOT_YAML,
    CHARACTER_NOT_ALLOWED,
    EMPTY,
    TOO_DEEP,
    ALIAS,
    NAME_TWICE,
    NO_MAPPING,
    RULES_MISSING,
    RULES_NO_LIST;

    @Override
    public String code() {
        return Coded.kebab(name());
    }

    @Override
    public String in(Locale locale) {
        return Messages.in(locale, GuideMessages.class).mistake(this);
    }
}
