package jp.tsunagi.intake.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.problem.LocalizedValue;
import jp.tsunagi.vocabulary.CodeMessages;
import jp.tsunagi.vocabulary.Field;

/** A field in a refusal: JSON has its code, a sentence has its label. */
public record FieldLabel(@JsonValue Field field) implements LocalizedValue {

    @Override
    public String in(Locale locale) {
        return Messages.in(locale, CodeMessages.class).field(field);
    }
}
