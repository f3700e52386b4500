package jp.tsunagi.referral.disclosure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/**
 * What is told about a person to another agency. Only disclosed fields are present; the summary names nobody and is all
 * that the desk reads before it accepts.
 */
public record DisclosedData(
        @Size(max = DisclosedData.MAX_SUMMARY) @Nullable String summary,
        @Size(max = DisclosedData.MAX_NARRATIVE) @Nullable String narrative,
        @Size(max = 200) List<@NotNull @Size(min = 1, max = 2048) String> urls,
        @Size(max = 100) @Nullable String callName,
        @Size(max = 300) @Nullable String contact) {

    static final int MAX_SUMMARY = 2_000;
    static final int MAX_NARRATIVE = 20_000;

    public static final DisclosedData NONE = new DisclosedData(null, null, List.of(), null, null);

    public DisclosedData {
        urls = urls == null ? List.of() : urls;
    }

    public Set<Field> fields() {
        Set<Field> present = EnumSet.noneOf(Field.class);
        addIf(isGiven(narrative), Field.NARRATIVE, present);
        addIf(!urls.isEmpty(), Field.URLS, present);
        addIf(isGiven(callName), Field.CALL_NAME, present);
        addIf(isGiven(contact), Field.CONTACT, present);
        return present;
    }

    public boolean hasSummary() {
        return isGiven(summary);
    }

    private static void addIf(boolean isPresent, Field field, Set<Field> present) {
        if (isPresent) {
            present.add(field);
        }
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
