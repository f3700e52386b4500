package jp.tsunagi.platform.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.time.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A form as the person left it: what they typed, word for word, what is wrong with it, the key that makes sending it
 * twice harmless, and what somebody else has stored meanwhile.
 */
@TemplateData
public final class Form {

    private static final Pattern POSITION = Pattern.compile("[0-9]+");

    /** The field that carries the idempotency key. */
    public static final String KEY = "key";

    /** The field that names the form's draft: the address of the page that shows the form. */
    public static final String DRAFT = "draft";

    /** The field with the version of the record that the person had before them. */
    public static final String VERSION = "version";

    /** The field with what the person chose when somebody else had changed the record: theirs, mine or both. */
    public static final String CHOICE = "conflict";

    private static final Set<String> NOT_CARRIED = Set.of(KEY, VERSION, CHOICE);

    /** One thing to correct; the field is empty when the sentence is about the whole form. */
    @TemplateData
    public record FieldError(String field, String sentence) {}

    /** A field with its value, for a form that carries along what another one held. */
    @TemplateData
    public record Field(String name, String value) {}

    private final Map<String, List<String>> typed;
    private final List<FieldError> errors;
    private final String key;
    private final @Nullable Instant draftKeptAt;
    private final Map<String, String> theirs;
    private final boolean isJoined;

    private Form(
            Map<String, List<String>> typed,
            List<FieldError> errors,
            String key,
            @Nullable Instant draftKeptAt,
            Map<String, String> theirs,
            boolean isJoined) {
        this.typed = typed;
        this.errors = List.copyOf(errors);
        this.key = key;
        this.draftKeptAt = draftKeptAt;
        this.theirs = Map.copyOf(theirs);
        this.isJoined = isJoined;
    }

    private Form(Map<String, List<String>> typed, List<FieldError> errors, String key) {
        this(typed, errors, key, null, Map.of(), false);
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
        return new Form(typed, all, Ids.next().toString(), draftKeptAt, theirs, isJoined);
    }

    /** The same form with one more sentence at a field. */
    public Form refused(String field, String sentence) {
        List<FieldError> all = new ArrayList<>(errors);
        all.add(new FieldError(field, sentence));
        return new Form(typed, all, Ids.next().toString(), draftKeptAt, theirs, isJoined);
    }

    /** The same form with another key. */
    public Form withKey(String other) {
        return new Form(typed, errors, other, draftKeptAt, theirs, isJoined);
    }

    /** The same form with the given values in place of what was typed. */
    public Form with(Map<String, String> known) {
        Map<String, List<String>> values = new LinkedHashMap<>(typed);
        known.forEach((name, value) -> values.put(name, List.of(value)));
        return new Form(values, errors, key, draftKeptAt, theirs, isJoined);
    }

    /** The same form with these boxes ticked. */
    public Form choosing(String field, List<String> chosen) {
        Map<String, List<String>> values = new LinkedHashMap<>(typed);
        values.put(field, List.copyOf(chosen));
        return new Form(values, errors, key, draftKeptAt, theirs, isJoined);
    }

    /** The same form with what was typed into it before and not sent. */
    public Form continued(Draft draft) {
        Map<String, List<String>> values = new LinkedHashMap<>(typed);
        values.putAll(draft.fields());
        return new Form(values, errors, key, draft.keptAt(), theirs, isJoined);
    }

    /**
     * The same form beside what somebody else has stored meanwhile.
     *
     * @param stored the fields as an untouched form would have them now, the version among them
     */
    public Form conflicting(Map<String, String> stored) {
        return new Form(typed, errors, key, draftKeptAt, stored, false);
    }

    /** The same form with each text of theirs before the one that was typed, on their version, to be put in order. */
    public Form joined(Map<String, String> stored) {
        Map<String, List<String>> values = new LinkedHashMap<>(typed);
        stored.forEach((name, text) ->
                values.put(name, List.of(name.equals(VERSION) ? text : joined(unix(text), unix(value(name))))));
        return new Form(values, List.of(), Ids.next().toString(), null, Map.of(), true);
    }

    private static String joined(String theirs, String mine) {
        if (theirs.equals(mine) || mine.isBlank()) {
            return theirs;
        }
        if (theirs.isBlank()) {
            return mine;
        }
        boolean isOneLine = theirs.indexOf('\n') < 0 && mine.indexOf('\n') < 0;
        return theirs + (isOneLine ? " / " : "\n\n") + mine;
    }

    // A browser sends the line ends of a textarea as CR LF.
    private static String unix(String text) {
        return text.replace("\r\n", "\n");
    }

    /** The same form with the sentences about one field at another one, which is called so on the page. */
    public Form moved(String from, String to) {
        List<FieldError> all = errors.stream()
                .map(error -> error.field().equals(from) ? new FieldError(to, error.sentence()) : error)
                .toList();
        return new Form(typed, all, key, draftKeptAt, theirs, isJoined);
    }

    public boolean isRefused() {
        return !errors.isEmpty();
    }

    /** True when somebody else has changed the record since this form was shown. */
    public boolean isConflict() {
        return !theirs.isEmpty();
    }

    /** True when it holds two texts, one after the other, and neither is stored. */
    public boolean isJoined() {
        return isJoined;
    }

    /** What somebody else has stored in a field; empty when nothing is. */
    public String theirs(String field) {
        return theirs.getOrDefault(field, "");
    }

    public boolean differs(String field) {
        return !unix(theirs(field)).equals(unix(value(field)));
    }

    /** Everything that was typed, for the form in which the person chooses. */
    public List<Field> carried() {
        return typed.entrySet().stream()
                .filter(entry -> !NOT_CARRIED.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream().map(value -> new Field(entry.getKey(), value)))
                .toList();
    }

    /** When the draft that the form continues was kept; null for a form that continues none. */
    public @Nullable Instant draftKeptAt() {
        return draftKeptAt;
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

    /** What was written in a text area, with plain line ends. */
    public String text(String field) {
        return unix(value(field));
    }

    /** What was written in these fields as a JSON object; null for an empty one. */
    public ObjectNode json(String... fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (String field : fields) {
            String text = text(field).strip();
            body.put(field, text.isEmpty() ? null : text);
        }
        return body;
    }

    public List<String> values(String field) {
        return typed.getOrDefault(field, List.of());
    }

    /** The constants whose codes were chosen; what is no code of the list is left aside. */
    public <E extends Enum<E> & Coded> List<E> codes(String field, Class<E> list) {
        return values(field).stream()
                .flatMap(code -> Coded.find(list, code).stream())
                .toList();
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
