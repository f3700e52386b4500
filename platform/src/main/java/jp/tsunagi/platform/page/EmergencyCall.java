package jp.tsunagi.platform.page;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.TemplateData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A number to call when life is in danger: emergency.json, with the day we last checked it.
 *
 * @param label by language tag; the first language is the default
 */
@TemplateData
public record EmergencyCall(String number, LinkedHashMap<String, String> label) {

    static final List<EmergencyCall> ALL = read();

    /** What stands on the button. */
    public String labelIn(String language) {
        return label.getOrDefault(language, label.firstEntry().getValue());
    }

    private static List<EmergencyCall> read() {
        ObjectMapper json = new ObjectMapper();
        JavaType list = json.getTypeFactory().constructCollectionType(List.class, EmergencyCall.class);
        try (InputStream file = EmergencyCall.class.getResourceAsStream("/emergency.json")) {
            return List.copyOf(json.convertValue(json.readTree(file).get("calls"), list));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
