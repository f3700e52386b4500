package jp.tsunagi.intake.letter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.intake.removal.RequestForm;
import jp.tsunagi.intake.submission.Narrative;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Violations;

/**
 * A letter to a provider, as far as it is written.
 *
 * @param values texts as they were typed, and codes of what was ticked; nothing for what is empty
 */
public record Letter(RequestForm form, Map<LetterField, List<String>> values) {

    /** Characters of everything: a letter is no brief, and its setting takes time. */
    private static final int MAX_ALL = 7_000;

    public Letter {
        values = Map.copyOf(values);
    }

    /** What was written in a field: the text, or codes of options. */
    public record Value(LetterField field, List<String> values) {

        public Value {
            values = List.copyOf(values);
        }
    }

    /** Checks what was written. What belongs to another form, and what is no option, is refused. */
    public static Letter read(RequestForm form, List<Value> written) {
        Violations violations = new Violations();
        Map<LetterField, List<String>> values = new EnumMap<>(LetterField.class);
        List<LetterField> known = LetterField.of(form);
        for (Value value : written) {
            LetterField field = value.field;
            List<String> said = value.values.stream()
                    .filter(text -> !Narrative.isBlank(text))
                    .distinct()
                    .toList();
            boolean isOne = field.kind() != LetterField.Kind.CHOICES;
            violations.addIf(
                    !known.contains(field) || (isOne && said.size() > 1), at(field), PlatformProblem.VALUE_UNKNOWN);
            said.forEach(text -> check(field, text, violations));
            if (!said.isEmpty()) {
                values.put(field, said);
            }
        }
        int all = values.values().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sum();
        violations.addIf(all > MAX_ALL, "", IntakeProblem.TOO_LONG).throwIfAny();
        return new Letter(form, values);
    }

    private static void check(LetterField field, String text, Violations violations) {
        if (!field.options().isEmpty()) {
            boolean isOption =
                    field.options().stream().anyMatch(option -> option.code().equals(text));
            violations.addIf(!isOption, at(field), PlatformProblem.VALUE_UNKNOWN);
            return;
        }
        boolean isLine = field.kind() == LetterField.Kind.LINE;
        boolean isReadable = Narrative.isReadable(text)
                && text.codePoints().allMatch(Letter::isPrintable)
                && !(isLine && text.codePoints().anyMatch(Character::isISOControl));
        boolean isTooLong = text.codePointCount(0, text.length()) > field.maxLength()
                || text.lines().count() > LetterField.MAX_LINES;
        violations
                .addIf(!isReadable, at(field), PlatformProblem.TEXT_NOT_STORABLE)
                .addIf(isTooLong, at(field), IntakeProblem.TOO_LONG);
    }

    /** What XML 1.0 can hold, of which the letter is made. */
    private static boolean isPrintable(int codePoint) {
        return codePoint >= ' '
                ? codePoint != 0xFFFE && codePoint != 0xFFFF
                : codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    }

    private static String at(LetterField field) {
        return "/" + field.code();
    }

    /** The text of a field; empty for none. */
    public String text(LetterField field) {
        return String.join("\n", values.getOrDefault(field, List.of()));
    }

    /** What was ticked. */
    public List<LetterOption> chosen(LetterField field) {
        return values.getOrDefault(field, List.of()).stream()
                .flatMap(code -> Coded.find(LetterOption.class, code).stream())
                .toList();
    }

    public boolean isDisclosure() {
        return form == RequestForm.DISCLOSURE;
    }

    /** Whether it is signed: a report by the terms of a service is not. */
    public boolean isSigned() {
        return LetterField.isSigned(form);
    }

    /** Whether somebody else applies for the person who is harmed. */
    public boolean isByOther() {
        List<LetterOption> by = chosen(LetterField.APPLICANT);
        return !by.isEmpty() && !by.contains(LetterOption.SELF);
    }

    /** What is still to be written; the name of the person harmed only when another person applies. */
    public List<LetterField> empty() {
        return LetterField.of(form).stream()
                .filter(field -> !values.containsKey(field))
                .filter(field -> field != LetterField.HARMED_NAME || isByOther())
                .filter(field -> field != LetterField.WITHHELD)
                .toList();
    }

    /** The same without who anybody is: all that is ever kept of it. */
    public Letter withoutIdentity() {
        return new Letter(
                form,
                values.entrySet().stream()
                        .filter(one -> !one.getKey().isIdentity())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** In the order of the form. */
    List<Value> written() {
        return LetterField.of(form).stream()
                .filter(values::containsKey)
                .map(field -> new Value(field, values.getOrDefault(field, List.of())))
                .toList();
    }
}
