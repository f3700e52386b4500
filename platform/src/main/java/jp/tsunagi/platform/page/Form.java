package jp.tsunagi.platform.page;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.time.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A form as the person left it: what they typed, word for word, what is wrong with it, and the key that makes sending
 * it twice harmless.
 */
@TemplateData
public final class Form {

    private static final Pattern POSITION = Pattern.compile("[0-9]+");

    /** The field that carries the idempotency key. */
    public static final String KEY = "key";

    /** One thing to correct; the field is empty when the sentence is about the whole form. */
    @TemplateData
    public record FieldError(String field, String sentence) {}

    private final Map<String, List<String>> typed;
    private final List<FieldError> errors;
    private final String key;

    private Form(Map<String, List<String>> typed, List<FieldError> errors, String key) {
        this.typed = typed;
        this.errors = List.copyOf(errors);
        this.key = key;
    }

    /** An empty form. */
    public static Form blank() {
        return new Form(Map.of(), List.of(), Ids.next().toString());
    }

    /** A form that starts with what we already know. */
    public static Form filled(Map<String, String> known) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        known.forEach((name, value) -> values.put(name, List.of(value)));
        return new Form(values, List.of(), Ids.next().toString());
    }

    /** What a browser sent, with its own key if it brought one. */
    public static Form sent(MultivaluedMap<String, String> fields) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        fields.forEach((name, all) -> values.put(name, List.copyOf(all)));
        String brought = fields.getFirst(KEY);
        return new Form(
                values,
                List.of(),
                brought == null || brought.isBlank() ? Ids.next().toString() : brought);
    }

    /**
     * The same form with the refusal's sentences at its fields. It gets a new key, because the corrected form is
     * another request.
     */
    public Form refused(Refusal refusal, Locale locale) {
        List<FieldError> all = new ArrayList<>(errors);
        refusal.violations().forEach(at -> all.add(new FieldError(fieldOf(at.pointer()), at.detail(locale))));
        if (refusal.violations().isEmpty()) {
            all.add(new FieldError("", refusal.detail(locale)));
        }
        return new Form(typed, all, Ids.next().toString());
    }

    /** The same form with one more sentence at a field. */
    public Form refused(String field, String sentence) {
        List<FieldError> all = new ArrayList<>(errors);
        all.add(new FieldError(field, sentence));
        return new Form(typed, all, Ids.next().toString());
    }

    /** The same form with another key. */
    public Form withKey(String other) {
        return new Form(typed, errors, other);
    }

    /** The same form with the given values in place of what was typed. */
    public Form with(Map<String, String> known) {
        Map<String, List<String>> values = new LinkedHashMap<>(typed);
        known.forEach((name, value) -> values.put(name, List.of(value)));
        return new Form(values, errors, key);
    }

    /** The same form with the sentences about one field at another one, which is called so on the page. */
    public Form moved(String from, String to) {
        List<FieldError> all = errors.stream()
                .map(error -> error.field().equals(from) ? new FieldError(to, error.sentence()) : error)
                .toList();
        return new Form(typed, all, key);
    }

    public boolean isRefused() {
        return !errors.isEmpty();
    }

    public List<FieldError> errors() {
        return errors;
    }

    public String key() {
        return key;
    }

    /** What was typed in a field; empty when nothing was. */
    public String value(String field) {
        return values(field).isEmpty() ? "" : values(field).getFirst();
    }

    public List<String> values(String field) {
        return typed.getOrDefault(field, List.of());
    }

    public boolean chosen(String field, String value) {
        return values(field).contains(value);
    }

    /** What is wrong with a field; null when nothing is. */
    public @Nullable String error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::sentence)
                .findFirst()
                .orElse(null);
    }

    // A form is flat: /urls/0 is about its field "urls", /consulter/callName about its field "callName".
    private static String fieldOf(String pointer) {
        return Arrays.stream(pointer.split("/"))
                .filter(step -> !POSITION.matcher(step).matches())
                .reduce("", (before, last) -> last)
                .replace("~1", "/")
                .replace("~0", "~");
    }
}
