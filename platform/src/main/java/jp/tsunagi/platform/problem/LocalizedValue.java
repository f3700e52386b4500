package jp.tsunagi.platform.problem;

import java.util.Locale;

/** A value of a refusal that reads differently in each language, such as a label or a time; JSON carries its code. */
public interface LocalizedValue {

    String in(Locale locale);
}
