package jp.tsunagi.intake.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.Field;
import jp.tsunagi.vocabulary.Wish;
import org.jspecify.annotations.Nullable;

/**
 * What a consulter told us, checked. Only the text is required: nobody has to say who they are.
 *
 * @param urls the places of the content; the text keeps what was typed
 * @param contact mail address for "there is news", empty when none was given or the reader may not see it
 */
public record Submission(
        Wish wish,
        String text,
        List<Category> categories,
        List<ContentUrl> urls,
        Danger danger,
        Consulter consulter,
        String contact) {

    static final int MAX_NAME = 100;

    private static final String TEXT = "/text";

    public Submission {
        categories = List.copyOf(categories);
        urls = List.copyOf(urls);
    }

    /** Checks everything and names every place that is wrong at once, so that nobody has to try five times. */
    public static Submission read(RawSubmission raw) {
        Violations violations = new Violations();
        Consulter consulter = raw.consulter();
        Submission read = new Submission(
                raw.wish(),
                text(raw.text(), TEXT, violations),
                raw.categories().stream().distinct().toList(),
                urls(raw, violations),
                raw.danger(),
                new Consulter(
                        consulter.type(),
                        consulter.ageBand(),
                        line("/consulter/callName", consulter.callName(), violations),
                        line("/consulter/prefecture", consulter.prefecture(), violations)),
                mail(raw.contact(), violations));
        violations.throwIfAny();
        return read;
    }

    /** Checks a text that stands alone: an answer, or what the consulter writes back. */
    public static Narrative readText(@Nullable String text) {
        return readText(text, TEXT);
    }

    /** @param pointer where the text stands in the request */
    public static Narrative readText(@Nullable String text, String pointer) {
        Violations violations = new Violations();
        String read = text(text == null ? "" : text, pointer, violations);
        violations.throwIfAny();
        return new Narrative(read);
    }

    /** What was told in a field; empty for nothing. */
    public List<String> told(Field field) {
        return switch (field) {
            case NARRATIVE -> List.of(text);
            case URLS -> canonicalUrls();
            case CALL_NAME -> some(consulter.callName());
            case CONTACT -> some(contact);
        };
    }

    /** As they are passed on. */
    public List<String> canonicalUrls() {
        return urls.stream().map(ContentUrl::canonical).toList();
    }

    private static List<String> some(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }

    /** The same person with other words: what they wrote later. */
    public Submission withText(String later) {
        return new Submission(wish, later, categories, urls, danger, consulter, contact);
    }

    /** The same about these places only. */
    public Submission withUrls(List<ContentUrl> only) {
        return new Submission(wish, text, categories, only, danger, consulter, contact);
    }

    /** What others may know of it. */
    public CaseClassification classification() {
        return new CaseClassification(wish, consulter.type(), consulter.ageBand(), categories);
    }

    private static String text(String typed, String pointer, Violations violations) {
        Narrative.problem(typed).ifPresent(found -> violations.add(pointer, found));
        return typed;
    }

    private static List<ContentUrl> urls(RawSubmission raw, Violations violations) {
        List<ContentUrl> given = new ArrayList<>();
        for (int i = 0; i < raw.urls().size(); i++) {
            String field = raw.urls().get(i);
            if (Narrative.isBlank(field)) {
                continue;
            }
            List<ContentUrl> found = Narrative.isReadable(field) ? ContentUrls.inField(field) : List.of();
            boolean isTaken = !found.isEmpty() && found.stream().allMatch(ContentUrl::isStorable);
            violations.addIf(!isTaken, "/urls/" + i, IntakeProblem.URL_FORMAT);
            given.addAll(found);
        }
        boolean tooLongToSearch = raw.text().length() > 2 * Narrative.MAX_CODE_POINTS;
        List<ContentUrl> all = ContentUrls.merged(
                given,
                tooLongToSearch
                        ? List.of()
                        : ContentUrls.inText(raw.text()).stream()
                                .filter(ContentUrl::isStorable)
                                .toList());
        violations.addIf(all.size() > ContentUrls.MAX_COUNT, "/urls", IntakeProblem.TOO_MANY_URLS);
        return all;
    }

    private static String line(String pointer, String typed, Violations violations) {
        if (Narrative.isBlank(typed)) {
            return "";
        }
        boolean readable = Narrative.isReadable(typed) && typed.codePoints().noneMatch(Character::isISOControl);
        violations
                .addIf(!readable, pointer, PlatformProblem.TEXT_NOT_STORABLE)
                .addIf(typed.codePointCount(0, typed.length()) > MAX_NAME, pointer, IntakeProblem.TOO_LONG);
        return typed;
    }

    private static String mail(String typed, Violations violations) {
        if (Narrative.isBlank(typed)) {
            return "";
        }
        Optional<MailAddress> address = MailAddress.read(typed);
        violations.addIf(address.isEmpty(), "/contact", IntakeProblem.MAIL_FORMAT);
        return address.map(MailAddress::value).orElse("");
    }
}
