package jp.tsunagi.referral.disclosure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is told about a person to another agency. Only disclosed fields are present; the summary names nobody and is all
 * that the desk reads before it accepts.
 */
public record Parcel(String summary, String narrative, List<String> urls, String callName, String contact) {

    public Parcel {
        urls = urls == null ? List.of() : List.copyOf(urls);
    }

    public Set<Field> fields() {
        Set<Field> present = EnumSet.noneOf(Field.class);
        addIf(isSaid(narrative), Field.NARRATIVE, present);
        addIf(!urls.isEmpty(), Field.URLS, present);
        addIf(isSaid(callName), Field.CALL_NAME, present);
        addIf(isSaid(contact), Field.CONTACT, present);
        return present;
    }

    public boolean hasSummary() {
        return isSaid(summary);
    }

    private static void addIf(boolean there, Field field, Set<Field> present) {
        if (there) {
            present.add(field);
        }
    }

    private static boolean isSaid(String text) {
        return text != null && !text.isBlank();
    }
}
