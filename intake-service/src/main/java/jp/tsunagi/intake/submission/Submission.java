package jp.tsunagi.intake.submission;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.intake.IntakeProblem;
import jp.tsunagi.platform.code.Coded;
import jp.tsunagi.platform.problem.PlatformProblem;
import jp.tsunagi.platform.problem.Violation;
import jp.tsunagi.platform.problem.Violations;
import jp.tsunagi.vocabulary.AgeBand;
import jp.tsunagi.vocabulary.Category;
import jp.tsunagi.vocabulary.ConsulterType;
import jp.tsunagi.vocabulary.Wish;
import org.jspecify.annotations.Nullable;

/**
 * What a consulter tells us, checked. Only the text is required: nobody has to say who they are.
 *
 * @param callName how to address the consulter, empty when not said; need not be a real name
 * @param contact where to send "there is news", empty for nowhere
 * @param prefecture where the consulter lives, empty when not said
 */
public record Submission(
        CaseClassification classification,
        Narrative narrative,
        List<ContentUrl> urls,
        Danger danger,
        String callName,
        Optional<MailAddress> contact,
        String prefecture) {

    static final int MAX_NAME = 100;

    public Submission {
        urls = List.copyOf(urls);
    }

    /** Checks everything and names every place that is wrong at once, so that nobody has to try five times. */
    public static Submission read(RawSubmission raw) {
        Reading reading = new Reading();
        Wish wish = reading.code("/wish", Wish.class, raw.wish()).orElse(Wish.UNSURE);
        Narrative narrative = reading.narrative(raw.text());
        CaseClassification classification = new CaseClassification(
                wish,
                reading.code("/consulterType", ConsulterType.class, raw.consulterType())
                        .orElse(ConsulterType.VICTIM_SELF),
                reading.code("/ageBand", AgeBand.class, raw.ageBand()).orElse(AgeBand.UNKNOWN),
                reading.categories(raw.categories()));
        Submission read = new Submission(
                classification,
                narrative,
                reading.urls(raw.urls(), raw.text()),
                reading.code("/danger", Danger.class, raw.danger()).orElse(Danger.UNKNOWN),
                reading.line("/callName", raw.callName()),
                reading.mail(raw.contactMail()),
                reading.line("/prefecture", raw.prefecture()));
        reading.violations.throwIfAny();
        return read;
    }

    /** Checks a text that stands alone: an answer, or what the consulter writes back. */
    public static Narrative readText(@Nullable String text) {
        Reading reading = new Reading();
        Narrative read = reading.narrative(text);
        reading.violations.throwIfAny();
        return read;
    }

    /** Collects what is wrong while reading; every value it hands out after a violation is discarded. */
    private static final class Reading {

        private final Violations violations = new Violations();

        Narrative narrative(@Nullable String text) {
            Optional<IntakeProblem> problem = Narrative.problem(text);
            problem.ifPresent(found -> violations.add("/text", found));
            return text == null || problem.isPresent() ? new Narrative("-") : new Narrative(text);
        }

        <E extends Enum<E> & Coded> Optional<E> code(String pointer, Class<E> list, @Nullable String code) {
            if (code == null || code.isEmpty()) {
                return Optional.empty();
            }
            Optional<E> known = Coded.find(list, code);
            if (known.isEmpty()) {
                violations.add(
                        new Violation(pointer, PlatformProblem.VALUE_UNKNOWN).with("allowed", Coded.codes(list)));
            }
            return known;
        }

        Set<Category> categories(@Nullable List<String> codes) {
            Set<Category> known = new LinkedHashSet<>();
            for (int i = 0; codes != null && i < codes.size(); i++) {
                code("/categories/" + i, Category.class, codes.get(i)).ifPresent(known::add);
            }
            return known;
        }

        List<ContentUrl> urls(@Nullable List<String> typed, @Nullable String text) {
            List<ContentUrl> given = new ArrayList<>();
            for (int i = 0; typed != null && i < typed.size(); i++) {
                String field = typed.get(i);
                if (Narrative.isBlank(field)) {
                    continue;
                }
                List<ContentUrl> found = Narrative.isReadable(field) ? ContentUrls.inField(field) : List.of();
                boolean tooLong = found.stream().anyMatch(url -> url.typed().length() > ContentUrl.MAX_LENGTH);
                violations.addIf(found.isEmpty() || tooLong, "/urls/" + i, IntakeProblem.URL_FORMAT);
                given.addAll(found);
            }
            boolean tooLongToSearch = text != null && text.length() > 2 * Narrative.MAX_CODE_POINTS;
            List<ContentUrl> all =
                    ContentUrls.merged(given, text == null || tooLongToSearch ? List.of() : ContentUrls.inText(text));
            violations.addIf(all.size() > ContentUrls.MAX_COUNT, "/urls", IntakeProblem.TOO_MANY_URLS);
            return all;
        }

        String line(String pointer, @Nullable String typed) {
            if (typed == null || Narrative.isBlank(typed)) {
                return "";
            }
            if (!Narrative.isReadable(typed) || typed.codePoints().anyMatch(Character::isISOControl)) {
                violations.add(pointer, IntakeProblem.TEXT_NOT_STORABLE);
                return "";
            }
            violations.addIf(typed.codePointCount(0, typed.length()) > MAX_NAME, pointer, IntakeProblem.TOO_LONG);
            return typed;
        }

        Optional<MailAddress> mail(@Nullable String typed) {
            if (typed == null || Narrative.isBlank(typed)) {
                return Optional.empty();
            }
            Optional<MailAddress> address = MailAddress.read(typed);
            violations.addIf(address.isEmpty(), "/contactMail", IntakeProblem.MAIL_FORMAT);
            return address;
        }
    }
}
