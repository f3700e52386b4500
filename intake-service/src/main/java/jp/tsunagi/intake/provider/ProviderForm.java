package jp.tsunagi.intake.provider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.http.JsonBody;
import jp.tsunagi.platform.page.Form;
import org.jspecify.annotations.Nullable;

/** The form of an entry; read as the same entry in JSON would be. */
@ApplicationScoped
class ProviderForm {

    private final JsonBody bodies;

    ProviderForm(JsonBody bodies) {
        this.bodies = bodies;
    }

    /** The fields that hold one text each. */
    static Map<String, String> texts(ProviderEntry entry) {
        Provider known = entry.provider();
        Map<String, String> texts = new HashMap<>();
        texts.put(Form.VERSION, Long.toString(entry.version()));
        texts.put("operator", known.operator());
        texts.put("country", known.country());
        texts.put("kind", known.kind().code());
        texts.put("places", String.join("\n", known.places()));
        texts.put("designation", known.designation().code());
        texts.put("designatedSince", text(known.designatedSince()));
        texts.put("removalUrl", known.removalUrl());
        texts.put("languages", String.join(" ", known.languages()));
        texts.put("demandsJa", known.demandsJa());
        texts.put("notesJa", known.notesJa());
        texts.put("source", known.source());
        texts.put("asOf", text(known.asOf()));
        return texts;
    }

    /** The form with everything that is known. */
    static Form filled(ProviderEntry entry) {
        Form form = Form.filled(texts(entry));
        Provider known = entry.provider();
        return form.choosing("removalChannels", codes(known.removalChannels()))
                .choosing("termsCategories", codes(known.termsCategories()));
    }

    private static List<String> codes(List<? extends Coded> list) {
        return list.stream().map(Coded::code).toList();
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** What a person typed about a provider; who types has read it somewhere, and says where in the source. */
    Provider read(Form form, Provider known) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("code", known.code()).put("nameJa", known.nameJa()).put("nameEn", known.nameEn());
        for (String field : List.of("operator", "country", "kind", "designation", "removalUrl", "source")) {
            entry.put(field, form.value(field).strip());
        }
        for (String field : List.of("designatedSince", "asOf")) {
            String day = form.value(field).strip();
            entry.put(field, day.isEmpty() ? null : day);
        }
        for (String field : List.of("demandsJa", "notesJa")) {
            entry.put(field, form.text(field).strip());
        }
        entry.set("places", ProviderFile.list(form.text("places"), "\\s+"));
        entry.set("languages", ProviderFile.list(form.value("languages"), "\\s+"));
        for (String field : List.of("removalChannels", "termsCategories")) {
            ArrayNode chosen = entry.putArray(field);
            form.values(field).stream().filter(code -> !code.isBlank()).forEach(chosen::add);
        }
        entry.putArray("unverified");
        entry.put("readInSource", true);
        return bodies.read(entry, Provider.class);
    }
}
