package jp.tsunagi.intake.letter;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.tsunagi.intake.removal.RequestForm;
import jp.tsunagi.platform.language.Messages;
import jp.tsunagi.platform.page.Choice;
import jp.tsunagi.platform.page.Form;

/** The page on which a letter is written. */
public final class LetterForm {

    private LetterForm() {}

    /** A field with what can be picked. */
    public record Question(LetterField field, List<Choice> options) {}

    public static List<Question> questions(RequestForm form, Locale locale) {
        LetterMessages texts = Messages.in(locale, LetterMessages.class);
        return LetterField.of(form).stream()
                .map(field -> new Question(field, Choice.of(field.options(), texts::option)))
                .toList();
    }

    /** What was typed. */
    public static List<Letter.Value> written(RequestForm form, Form typed) {
        return LetterField.of(form).stream()
                .map(field -> new Letter.Value(
                        field,
                        field.options().isEmpty() ? List.of(typed.text(field.code())) : typed.values(field.code())))
                .toList();
    }

    /** The page with a letter on it. */
    public static Form filled(Letter letter) {
        Map<String, String> texts = new HashMap<>();
        LetterField.of(letter.form()).stream()
                .filter(field -> field.kind() != LetterField.Kind.CHOICES)
                .forEach(field -> texts.put(field.code(), letter.text(field)));
        Form form = Form.filled(texts);
        for (LetterField field : LetterField.of(letter.form())) {
            if (field.kind() == LetterField.Kind.CHOICES) {
                form = form.choosing(
                        field.code(),
                        letter.chosen(field).stream().map(LetterOption::code).toList());
            }
        }
        return form;
    }
}
