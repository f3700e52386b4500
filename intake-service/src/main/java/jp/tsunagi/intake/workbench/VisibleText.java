package jp.tsunagi.intake.workbench;

import io.quarkus.qute.TemplateExtension;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What strangers typed, shown to a counsellor so that it cannot look like something else; used in templates. */
@TemplateExtension
final class VisibleText {

    /** Characters that turn the direction of text (Unicode Standard Annex 9): a name or an address reads backwards. */
    private static final Pattern TURNING = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern USER_INFO = Pattern.compile("(?i)^(?:https?://)?[^/?#]*@([^/?#]*)");

    private VisibleText() {}

    /** The same text with such characters written out as their number. */
    static String visible(String typed) {
        return TURNING.matcher(typed)
                .replaceAll(found -> "⟨U+%04X⟩".formatted((int) found.group().charAt(0)));
    }

    /** Where a URL leads that has another name before an "@"; empty for any other URL. */
    static String hiddenHost(String url) {
        Matcher found = USER_INFO.matcher(url);
        return found.find() ? visible(found.group(1)) : "";
    }
}
