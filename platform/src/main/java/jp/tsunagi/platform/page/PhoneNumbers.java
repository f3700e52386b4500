package jp.tsunagi.platform.page;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the telephone numbers in what a desk wrote, so that a phone calls each at one press: see tags/tel.html. */
@TemplateExtension
public final class PhoneNumbers {

    /** A number as desks write it; three to five digits only when there is nothing else, as in 110. */
    private static final Pattern NUMBER = Pattern.compile("#?[0-9]{2,4}(?:-[0-9]{1,6}){1,3}|#[0-9]{4}|^[0-9]{3,5}$");

    /**
     * A piece of the text.
     *
     * @param uri what a number is called by; null for words
     */
    @TemplateData
    public record Part(String text, @Nullable String uri) {}

    private PhoneNumbers() {}

    /** The words and the numbers in order. In a template: {@code {#for part in desk.phone.phoneParts}}. */
    public static List<Part> phoneParts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        int end = 0;
        while (number.find()) {
            parts.add(new Part(text.substring(end, number.start()), null));
            parts.add(new Part(number.group(), "tel:" + number.group().replace("#", "%23")));
            end = number.end();
        }
        parts.add(new Part(text.substring(end), null));
        return parts.stream().filter(part -> !part.text().isBlank()).toList();
    }
}
