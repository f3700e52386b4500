package jp.tsunagi.council.publication;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text that is to take the place of a published one.
 *
 * @param note the decision or reason that takes the place of the present one; null when that one stays
 * @param reason what was wrong; readers read it beside the new text
 * @param by account that wrote it
 */
public record Correction(
        String title, String body, @Nullable String note, String reason, String by, Instant at) {

    public static final int MAX_NOTE = 2_000;
    public static final int MAX_REASON = 500;

    /** What in it may say who somebody is. */
    public List<Finding> findings() {
        return PersonalDataScan.find(words());
    }

    public void check(List<String> acknowledged) {
        PersonalDataScan.check(words(), acknowledged);
    }

    private Map<String, String> words() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("/title", title);
        texts.put("/body", body);
        if (note != null) {
            texts.put("/note", note);
        }
        texts.put("/reason", reason);
        return texts;
    }
}
