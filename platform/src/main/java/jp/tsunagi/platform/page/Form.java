package jp.tsunagi.platform.page;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.platform.problem.Refusal;
import jp.tsunagi.platform.time.Ids;

/**
 * A form as the person left it: what they typed, word for word, what is wrong with it, and the key that makes sending
 * it twice harmless.
 */
@TemplateData
public final class Form {

    /** The field that carries the idempotency key. */
    public static final String KEY = "key";

    /** One thing to correct; the field is empty when the sentence is about the whole form. */
    @TemplateData
    public record Wrong(String field, String sentence) {}

    private final Map<String, List<String>> typed;
    private final List<Wrong> wrongs;
    private final String key;

    private Form(Map<String, List<String>> typed, List<Wrong> wrongs, String key) {
        this.typed = typed;
        this.wrongs = List.copyOf(wrongs);
        this.key = key;
    }

    /** A form nobody has touched yet. */
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
    public Form refused(Refusal refusal, String lang) {
        List<Wrong> all = new ArrayList<>(wrongs);
        refusal.errors().forEach(at -> all.add(new Wrong(fieldOf(at.pointer()), at.sentence(lang))));
        if (refusal.errors().isEmpty()) {
            all.add(new Wrong("", refusal.sentence(lang)));
        }
        return new Form(typed, all, Ids.next().toString());
    }

    /** The same form with one more sentence at a field. */
    public Form refused(String field, String sentence) {
        List<Wrong> all = new ArrayList<>(wrongs);
        all.add(new Wrong(field, sentence));
        return new Form(typed, all, Ids.next().toString());
    }

    public boolean isRefused() {
        return !wrongs.isEmpty();
    }

    public List<Wrong> wrongs() {
        return wrongs;
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

    /** What is wrong with a field, or null. */
    public String wrong(String field) {
        return wrongs.stream()
                .filter(wrong -> wrong.field().equals(field))
                .map(Wrong::sentence)
                .findFirst()
                .orElse(null);
    }

    // The pointer /urls/0 is about the field "urls": a page shows a list in one field or one group.
    private static String fieldOf(String pointer) {
        String[] steps = pointer.split("/", 3);
        return steps.length < 2 ? "" : steps[1].replace("~1", "/").replace("~0", "~");
    }
}
